// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Builds the programs of a case outside of CMake: with another compiler, at another level, or for
/// a set that has no build of its own. The usual flags are CMake's (cmake/AddMystery.cmake).

#include "authoring/dossier.hpp"
#include "warden/warden.hpp"

#include <filesystem>
#include <string>

namespace whodunit {

/// With what a program is built.
struct Toolchain {
  std::string compiler; ///< `g++` or `clang++`
  std::string level;    ///< `-O0`
  friend bool operator==(Toolchain const&, Toolchain const&) = default;
};

std::string to_string(Toolchain const& toolchain); ///< ``clang++ -O0``

/// Which of a case's two programs.
enum class Edition { learners, healed };

/// The first compiler and level that the case states.
Toolchain usual_toolchain(Build const& build);

/// Where programs are built, and kept for as long as nothing changes that they depend on.
class Workshop {
public:
  /// Makes nothing yet.
  explicit Workshop(std::filesystem::path cache) : cache_(std::move(cache)) {}

  /// The program of \p dossier: that of its set if it is newer than every file of the case, else
  /// built if need be by compilers that \p warden runs. Blocks for as long as they take. An Error
  /// holds the compiler's own words.
  Result<std::filesystem::path> make(Warden& warden, Dossier const& dossier,
                                     Toolchain const& toolchain, Edition edition) const;

private:
  std::filesystem::path cache_;
};

/// The folder of programs that verification builds: below `$XDG_CACHE_HOME`, `/var/cache` (root,
/// so that a user without privileges can run them too) or `~/.cache`.
std::filesystem::path workshop_cache();

} // namespace whodunit
