// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The file into which `run --core` puts the core of a case: made before the run, never over
/// another, and removed again if there is no core.

#include "fate/fate.hpp"
#include "fault/error.hpp"

#include <filesystem>
#include <string>

namespace whodunit::cli {

/// Whether all that the headers of the core in \p file tell of is in it. True for one that we can't
/// judge (another word size).
bool is_whole_core(std::filesystem::path const& file);

/// One such file, by name.
class CoreFile {
public:
  /// Makes it, empty, for us alone to read. An Error where the kernel hands cores to a program,
  /// with what to do; or where the file is there already.
  static Result<CoreFile> make(std::filesystem::path const& file,
                               std::filesystem::path const& program);

  std::filesystem::path const& path() const { return file_; } ///< absolute
  /// Removes it if there is no core in it.
  void drop_if_empty() const;
  /// Says on stderr, each line led by ``whodunit: ``, what became of the core of \p name, and
  /// removes the file if that is nothing.
  void tell(std::string const& name, Fate const& fate) const;

private:
  CoreFile(std::filesystem::path file, std::filesystem::path program)
      : file_(std::move(file)), program_(std::move(program)) {}

  std::filesystem::path file_;
  std::filesystem::path program_;
};

} // namespace whodunit::cli
