// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A person at a terminal: a program on a pseudo-terminal of its own, what it shows, what is typed.
/// Waits for what is expected, with a deadline, and never for time to pass.

#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <termios.h>
#include <vector>

namespace whodunit {

class Pty {
public:
  /// Starts \p executable with \p arguments (the name that it is called by first), \p environment
  /// (`NAME=value`) on a terminal of 24 rows and \p columns.
  Pty(std::string const& executable, std::vector<std::string> const& arguments,
      std::vector<std::string> const& environment, unsigned short columns = 80);
  Pty(Pty const&) = delete;
  Pty& operator=(Pty const&) = delete;
  ~Pty(); ///< ends the program if it has not ended

  /// Waits until \p text is shown below what was expected last. White space counts as one space,
  /// escape sequences as none. \return false at the deadline or if the program ended without
  /// showing it.
  bool shows(std::string_view text);
  void type(std::string_view text);
  void hang_up(); ///< the terminal's window is closed
  /// Waits for the end. \return the status of wait(2); nullopt at the deadline.
  std::optional<int> wait();

  std::string const& raw() const { return raw_; } ///< every byte shown so far
  termios mode() const;                           ///< of the terminal as it is now

private:
  bool read_more();

  int master_ = -1;
  pid_t child_ = -1;
  std::optional<int> ended_;
  std::string raw_;
  std::size_t expected_ = 0; ///< how far in the folded text
};

} // namespace whodunit
