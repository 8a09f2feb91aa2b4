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
  auto const truth = session.truth_of(*opened);
  if (!truth)
    return truth.error();
  return Judgement{grade(opened->asked, opened->key, *truth, diagnosis), opened->key.evidence};
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
