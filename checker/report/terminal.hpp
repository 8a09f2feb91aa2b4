// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What a stream of ours can show: its width, whether it has bold and colour, whether it has more
/// than ASCII. Everything that is printed for a person goes through here, so that NO_COLOR,
/// TERM=dumb, a pipe and LC_ALL=C are met in one place. Colour never carries meaning alone: a mark
/// or a word says the same.

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace whodunit {

/// The sign in front of a line that was judged.
enum class Mark { good, half, bad, open };

/// A stream, and how to write on it. Holds no text; the stream must outlive it.
class Terminal {
public:
  /// Asks isatty(3), `NO_COLOR`, `TERM`, and the locale's variables.
  explicit Terminal(std::FILE* stream);

  /// Whether a person is likely to look at it.
  bool is_terminal() const { return terminal_; }
  /// Columns to fill: the terminal's own at this moment, within 40 to 200; 80 where there is none.
  std::size_t width() const;

  std::string bold(std::string_view text) const;  ///< what is asked, and titles
  std::string faint(std::string_view text) const; ///< what may be passed over
  std::string mark(Mark mark) const; ///< `✓`, `~`, `✗`, `·` or in ASCII `+`, `~`, `x`, `.`

  /// \p text in lines of the stream's width that end in newlines; the first line begins with \p
  /// first, the others with as many spaces (a \p first that leaves no room stands alone). Lines of
  /// \p text are joined, an empty one begins a new paragraph, and one that begins with four spaces
  /// stays as it is. Control characters are made visible.
  std::string wrap(std::string_view text, std::string_view first = "") const;

  /// Writes \p text. Where the stream has no UTF-8, typographical characters become their nearest
  /// ASCII.
  void print(std::string_view text) const;
  /// print() of wrap().
  void say(std::string_view text, std::string_view first = "") const;

private:
  std::string styled(std::string_view style, std::string_view text) const;

  std::FILE* stream_;
  bool terminal_;
  bool styled_;
  bool unicode_;
};

} // namespace whodunit
