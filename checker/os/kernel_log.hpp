// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The kernel's log from a moment on, read record by record from /dev/kmsg
/// (Documentation/ABI/testing/dev-kmsg).

#include "fault/error.hpp"
#include "os/fd.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// One record of it.
struct KernelLine {
  std::chrono::microseconds when{}; ///< since the machine started
  std::string text;                 ///< as the kernel wrote it: bytes that are no text are escaped
};

/// What was logged, and whether that is all.
struct KernelLines {
  std::vector<KernelLine> lines; ///< oldest first
  bool some_lost = false;        ///< there were more than the kernel keeps
};

/// Reads `6,1234,5678901,-;text` and drops what follows the line; \return false for anything else.
bool parse_kernel_record(std::string_view record, KernelLine& line);

/// Owner of a descriptor that stands where the log ended when it was opened.
class KernelLog {
public:
  /// An Error where it may not be read: without CAP_SYSLOG while kernel.dmesg_restrict is 1, or
  /// where there is no such device.
  static Result<KernelLog> open();
  KernelLines read_new(); ///< what was logged since the opening or the last call; does not block

private:
  explicit KernelLog(UniqueFd device) : device_(std::move(device)) {}
  UniqueFd device_;
};

} // namespace whodunit
