// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How far long work has come, on a terminal's last line.

#include <chrono>
#include <cstddef>

namespace whodunit {

/// Drawn on stderr where that is a terminal, nowhere else; gone when it is destroyed.
class ProgressBar {
public:
  explicit ProgressBar(std::size_t total); ///< draws nothing yet
  ProgressBar(ProgressBar const&) = delete;
  ProgressBar& operator=(ProgressBar const&) = delete;
  ~ProgressBar();

  void advance(); ///< one step more; draws at most ten times a second
  void clear();   ///< makes room for a line of something else; the next step draws it again

private:
  std::size_t total_;
  std::size_t done_ = 0;
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

} // namespace whodunit
