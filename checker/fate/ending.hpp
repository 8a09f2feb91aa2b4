// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How a process ended, or in what state it was found alive: decoded from the kernel's wait status
/// once, here, so that `exit 137` and death by SIGKILL can never be mistaken for each other. 128+n
/// is not known here (see shell.hpp).

#include "fate/signal.hpp"

#include <optional>
#include <string>
#include <variant>

namespace whodunit {

/// Ended by itself. \ref code is what is left of the value given to exit(3): its low 8 bits.
struct Exited {
  int code; ///< 0 to 255
  friend bool operator==(Exited, Exited) = default;
};

/// Ended by a signal.
struct Killed {
  Signal signal;    ///< WTERMSIG, wait(2)
  bool core_dumped; ///< WCOREDUMP, wait(2)
  friend bool operator==(Killed, Killed) = default;
};

/// The state letters of proc_pid_stat(5): T, t, Z, R, S, D.
enum class LifeState { stopped, traced, zombie, running, sleeping, uninterruptible };

/// Not ended when it was observed last.
struct Alive {
  LifeState state;                        ///< when it was last looked at
  std::optional<Signal> stop_signal = {}; ///< of a stopped one
  std::string doing = {}; ///< what it was doing: ``read on descriptor 0 (pipe)``; may be empty
  friend bool operator==(Alive const&, Alive const&) = default;
};

/// How a process ended, or that it has not.
using Ending = std::variant<Exited, Killed, Alive>;

/// Decodes a status of wait(2); also knows the "stopped" form (0x7f in the low byte).
/// \return nullopt for what wait(2) never returns (such as "continued", 0xffff, which is no
/// ending).
std::optional<Ending> decode_wait_status(int wait_status);

/// The inverse for Exited, Killed and stopped; nullopt for the other live states, which have none.
std::optional<int> wait_status_of(Ending const& ending);

/// The state for a letter of /proc/PID/stat; nullopt for letters that are no state of a process
/// that can be found there.
std::optional<LifeState> life_state_from_letter(char letter);

/// ``exited with code 137``, ``killed by SIGFPE (core dumped)``, ``still sleeping: read on
/// descriptor 0``.
std::string to_string(Ending const& ending);

} // namespace whodunit
