// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The learner's side of a conversation: whole lines, edited by the terminal itself. Never changes
/// the terminal's mode, so that there is nothing to restore, whenever and however we are left.

#include "report/terminal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace whodunit {

/// stdin and stdout as a conversation. One at a time: it holds the process's SIGINT.
class Console {
public:
  /// From now on ^C says a word, and then ends us as SIGINT does.
  Console();
  Console(Console const&) = delete;
  Console& operator=(Console const&) = delete;
  ~Console();

  /// Whether both sides are terminals; where not, nobody is to be asked anything.
  static bool possible();

  /// Where to print.
  Terminal const& screen() const { return screen_; }

  /// Shows \p prompt and waits for a line; without the spaces around it, and at most 4096 bytes of
  /// it. Blocks. \return nullopt at the end of the input: ^D, or a terminal that is gone.
  std::optional<std::string> ask(std::string_view prompt);

private:
  Terminal screen_;
};

} // namespace whodunit
