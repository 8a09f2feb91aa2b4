// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How a set of cases is arranged: chapters with their titles, and tracks that name cases in an
/// order of their own. `course.toml` beside the cases; a set may do without.

#include "fault/complaint.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace whodunit {

/// A chapter of the casebook.
struct Chapter {
  int number = 0;         ///< as cases name it
  std::string title;      ///< ``What the CPU saw``
  std::vector<int> after; ///< chapters that a learner should know before
};

/// Cases in an order, for people with a purpose.
struct Track {
  std::string name;               ///< `lab`, as an option takes it
  std::string title;              ///< ``A lab of ninety minutes``
  std::string about;              ///< for whom it is, and what they take home
  std::vector<std::string> cases; ///< `mystery000`
};

/// All of course.toml.
struct Curriculum {
  std::vector<Chapter> chapters; ///< in order
  std::vector<Track> tracks;     ///< as the file has them
  /// nullptr if there is none of that number.
  Chapter const* chapter(int number) const;
};

/// Reads `course.toml` of \p mysteries; an empty course where there is none. A chapter that is
/// there twice, comes after one that does not exist, or after itself by way of others, is a
/// complaint with its place.
Checked<Curriculum> read_curriculum(std::filesystem::path const& mysteries);

} // namespace whodunit
