// SPDX-License-Identifier: MIT
#include "cli/attendance.hpp"

#include "os/foreground.hpp"

namespace whodunit::cli {

Result<Fate> attend(Warden& warden, Launch const& launch,
                    std::function<void(int pid)> const& started) {
  Foreground foreground;
  Progress progress{[&](int group) {
                      foreground.give_to(group);
                      if (started)
                        started(group);
                    },
                    {}};
  // Without a terminal nobody would continue us: the command is left stopped, as it would be alone.
  if (foreground.has_terminal())
    progress.stopped = [&](Signal signal) { foreground.stop(signal); };
  return warden.run(launch, progress);
}

} // namespace whodunit::cli
