// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How the programs of a case are built: the table `[build]` of case.toml, which key.toml may
/// restate for the healed program. CMake reads the same table (cmake/CaseBuild.cmake).

#include "casebook/table_reader.hpp"

#include <string>
#include <vector>

namespace whodunit {

/// What is built of a case's files, and how. Paths are relative to the case's folder.
struct Build {
  std::vector<std::string> sources{"main.cpp"}; ///< of the program that bears the case's name
  std::string script; ///< the case is this script, and has no sources; may be empty
  /// Helper programs, each of its sources joined by `+`, named like the first without its suffix.
  std::vector<std::string> programs;
  std::vector<std::string> libraries;     ///< shared ones: lib<stem>.so
  std::vector<std::string> files;         ///< brought along as they are
  std::vector<std::string> flags;         ///< of the compiler, all of them; empty: the usual ones
  std::vector<std::string> link;          ///< of the linker, beside the usual ones
  std::vector<std::string> levels{"-O0"}; ///< at which the fate is claimed; the first is built with
  std::vector<std::string> compilers{"g++",
                                     "clang++"}; ///< with which it is; the first is built with
};

/// Reads `[build]` of \p reader over \p usual. Complains of paths that leave the folder, of a level
/// or compiler that is none, of sources beside a script.
Build read_build(TableReader& reader, Build usual = {});

} // namespace whodunit
