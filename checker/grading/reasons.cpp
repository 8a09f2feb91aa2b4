// SPDX-License-Identifier: MIT
#include "grading/reasons.hpp"

namespace whodunit {

Reason general_reason(WrongAnswer const& wrong) {
  switch (wrong.field) {
  case Field::ending:
  case Field::status:
  case Field::signal:
  case Field::core:
    return measured_reason(wrong);
  case Field::cause:
    return cause_reason(wrong);
  case Field::victim:
  case Field::agent:
  case Field::culprit:
  case Field::report:
  case Field::blast:
  case Field::remedy:
    return role_reason(wrong);
  case Field::where:
    break;
  }
  return {false, "Not that word. The decisive look shows it as it is written there, so copy it "
                 "from there: a function, a file, a process or an address."};
}

} // namespace whodunit
