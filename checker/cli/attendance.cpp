// SPDX-License-Identifier: MIT
#include "cli/attendance.hpp"

#include "os/foreground.hpp"

namespace whodunit::cli {

Result<Fate> attend(Warden& warden, Launch const& launch) {
  Foreground foreground;
  return warden.run(launch, {[&](int group) { foreground.give_to(group); },
                             [&](Signal signal) { foreground.stop(signal); }});
}

} // namespace whodunit::cli
