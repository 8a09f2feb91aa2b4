// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Reads a whole text file that somebody else wrote: a size is looked at before a byte is read, and
/// what is no regular file is never waited for.

#include "fate/fate.hpp"
#include "fault/complaint.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace whodunit {

/// Reads \p file, a regular file (or a link to one) of at most \p largest bytes that holds text.
/// Complaints call it \p what: ``a diagnosis``. Blocks on the disk only, never on a FIFO or device.
Checked<std::string> read_text_file(std::filesystem::path const& file, Bytes largest,
                                    std::string_view what);

} // namespace whodunit
