// SPDX-License-Identifier: MIT
#include "cli/conversation.hpp"

#include "cli/grading_session.hpp"

namespace whodunit::cli {
namespace {

Result<Judgement> judge(GradingSession& session, Casebook const& casebook, Case const& asked,
                        Diagnosis const& diagnosis) {
  auto const opened = open_for_grading(casebook, asked.name);
  if (!opened)
    return Error{"grade", asked.name, {}, to_string(opened.error().front())};
  auto judged = session.judge(*opened, diagnosis);
  if (!judged)
    return judged.error();
  return Judgement{std::move(judged->grade), std::move(judged->key.evidence)};
}

} // namespace

Outcome converse(Course& course, Case const& first, bool rerun) {
  Console console;
  GradingSession session(course.casebook(), rerun);
  Referee const referee{[&](Case const& asked) { return session.admits(asked); },
                        [&](Case const& asked, Diagnosis const& diagnosis) {
                          return judge(session, course.casebook(), asked, diagnosis);
                        }};
  return tour(console, course, referee, first);
}

} // namespace whodunit::cli
