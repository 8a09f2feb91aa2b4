// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Job control as a shell does it (POSIX 11.1.2, credentials(7)), for a command that runs in a
/// process group of its own in our place: the terminal is its, signals that come to us are passed
/// on, and when it stops, so do we.

#include "fate/signal.hpp"
#include "os/fd.hpp"

namespace whodunit {

/// From its making to its destruction the command stands in the foreground, if we did. There is one
/// at a time.
class Foreground {
public:
  Foreground();
  Foreground(Foreground const&) = delete;
  Foreground& operator=(Foreground const&) = delete;
  /// Takes the terminal back and the handlers down.
  ~Foreground();

  /// Whether there is a controlling terminal, and so a shell that can continue what stopped.
  bool has_terminal() const { return terminal_.is_open(); }
  /// The command is process group \p group: hands it the terminal if all our streams are on it,
  /// passes signals on from now.
  void give_to(int group);
  /// The command stopped: stops us in the same way. Returns once we were continued.
  void stop(Signal signal);

private:
  bool ours() const;
  void hand_over() const;
  void take_back() const;

  UniqueFd terminal_;
  bool whole_ = false; ///< stdin and stdout both are terminals: nobody else of a pipeline needs it
};

} // namespace whodunit
