// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Which lines of the kernel's log belong to one run, for `run --log`.

#include "os/kernel_log.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whodunit::cli {

/// By what a line about a run is known.
struct RunSigns {
  /// What its processes may be called by the kernel (15 bytes): the case's name and those of its
  /// helpers.
  std::vector<std::string> names;
  /// The number of its first process; lines about a lower one are not its own. Nullopt in a PID
  /// namespace, whose numbers the kernel's log does not use.
  std::optional<int> first_pid = {};
};

/// The lines that were logged during a run and name one of its processes.
std::vector<KernelLine> lines_of_run(std::vector<KernelLine> const& logged, RunSigns const& signs);

/// Looks at the log around one run.
class RunLog {
public:
  RunLog(); ///< begins to look; nothing that was logged before is told
  /// Says on stderr, each line led by ``whodunit: ``, what was logged of the run and where it can
  /// be read; or why that cannot be told.
  void tell(RunSigns const& signs);

private:
  Result<KernelLog> log_;
};

} // namespace whodunit::cli
