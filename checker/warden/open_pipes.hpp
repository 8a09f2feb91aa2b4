// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Who could still write into a pipe that somebody reads from.

#include <map>
#include <set>
#include <string>

namespace whodunit {

/// The writers of every pipe of this machine, read from /proc once, when they are first asked for.
class OpenPipes {
public:
  /// Whether \p descriptor of process \p pid is a pipe that only this process can write to. False
  /// where a process could not be looked into, or the machine has more of them than can be looked
  /// through in a quarter of a second: there may be a writer among them.
  bool is_own(int pid, int descriptor);

private:
  void read();

  std::map<std::string, std::set<int>> writers_; // `pipe:[99]` -> processes
  bool read_ = false;
  bool complete_ = true;
};

} // namespace whodunit
