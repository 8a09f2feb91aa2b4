// SPDX-License-Identifier: MIT
#include "grading/reasons.hpp"
#include "grading/signs.hpp"

#include <fmt/format.h>

namespace whodunit {

Reason cause_reason(WrongAnswer const& wrong) {
  auto const given = std::get<Term>(wrong.given);
  auto const sign = sign_of(given, wrong.program);
  auto const kin = family(given);
  auto const truth = wrong.truth.find(Field::cause);
  if (truth == wrong.truth.end() || kin != family(std::get<Term>(truth->second)))
    return {false, sign};
  return {true, fmt::format("The right family, {}, but another member. {} {}", kin, sign,
                            look_of(kin, wrong.program))};
}

Reason role_reason(WrongAnswer const& wrong) {
  auto const given = std::get<Term>(wrong.given);
  if (given == term(Agent::kernel) && is_truth(wrong, Agent::cpu))
    return {true,
            fmt::format("Literally true: every signal is delivered by the kernel. But here it "
                        "only passed a complaint on. Whose? Read si_code in strace's "
                        "`--- SIG… ---` line: `strace {}`.",
                        wrong.program)};
  return {false, sign_of(given, wrong.program)};
}

} // namespace whodunit
