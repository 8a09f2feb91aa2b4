// SPDX-License-Identifier: MIT
#include "autopsy/inquiry.hpp"
#include "autopsy/last_words.hpp"

namespace whodunit {

Finding aborted(Inquiry const& inquiry) {
  std::vector<Evidence> evidence{told_by_waitid(inquiry.victim)};
  if (inquiry.delivery != nullptr)
    evidence.push_back(told_by_siginfo(*inquiry.delivery));
  if (auto const words = words_before_abort(inquiry.fate)) {
    evidence.push_back({"stderr", words->line});
    return {claim(words->agent, Certainty::inferred, evidence),
            claim(words->cause, Certainty::inferred, evidence)};
  }
  if (!inquiry.saw_output()) {
    evidence.push_back({"stderr", "was not captured, and the library's last words would be there"});
    return {Claim<Agent>{{}, Certainty::unknown, evidence},
            Claim<Cause>{{}, Certainty::unknown, evidence}};
  }
  evidence.push_back({"stderr", "holds no message of the C or C++ library"});
  return {claim(Agent::self, Certainty::inferred, evidence, inquiry.victim.pid),
          claim(Cause::check_assert, Certainty::inferred, evidence)};
}

} // namespace whodunit
