// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Runs one program plainly, as a shell would, and tells what the kernel said of it. Contains
/// nothing: only for programs that are harmless.

#include <filesystem>
#include <optional>
#include <string>
#include <sys/resource.h>

namespace whodunit::content {

/// What may differ from a plain start.
struct Circumstances {
  bool claims_containment = false;     ///< sets WHODUNIT_CONTAINED, which is removed otherwise
  std::optional<rlim_t> address_space; ///< RLIMIT_AS in bytes
};

struct Witnessed {
  int wait_status = 0; ///< raw, wait(2)
  long peak_kib = 0;   ///< ru_maxrss, getrusage(2)
  std::string out;
  std::string err;
};

/// Blocks until \p program has ended. No core is written, stdin is empty. A program that cannot be
/// started ends with 127.
Witnessed watch(std::filesystem::path const& program, Circumstances const& circumstances = {});

} // namespace whodunit::content
