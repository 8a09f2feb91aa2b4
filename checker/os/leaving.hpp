// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Signals that end us (^C, a closed terminal) end another process first: so we can see it off, and
/// all that hangs on it, before we leave.

namespace whodunit {

/// From its making to its destruction SIGINT, SIGQUIT, SIGTERM and SIGHUP only take a note, and end
/// the other process. There is one at a time.
class Leaving {
public:
  Leaving();
  Leaving(Leaving const&) = delete;
  Leaving& operator=(Leaving const&) = delete;
  ~Leaving(); ///< the signals do as they did before

  /// The process to be ended by SIGKILL; at once if a signal came already.
  void ends(int pid);
  bool asked_for() const; ///< whether a signal came
  /// Ends us by the signal that came.
  [[noreturn]] void leave();
};

} // namespace whodunit
