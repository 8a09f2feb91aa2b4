// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What happened in a run, in order, and to whom: the stuff of its picture. Knows no picture.

#include "fate/fate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// The kinds of things that happen to a process.
enum class EventKind {
  birth,    ///< it was met first
  request,  ///< it called a function of the kill family
  armed,    ///< it arranged a signal for itself
  delivery, ///< a signal reached it
  fault,    ///< the processor refused an instruction of it
  oom,      ///< the OOM killer took it, or our stand-in did
  end,      ///< it ended
};

/// One thing that happened.
struct Event {
  EventKind kind;                     ///< what sort of thing
  Moment when{};                      ///< since the command was started
  std::optional<std::size_t> process; ///< to whom: an index among Fate::processes; none if it could
                                      ///< not be named
  std::string label;                  ///< for a picture: `SIGTERM`; not yet safe to print
  std::string told;                   ///< a sentence without its full stop; not yet safe to print
  bool minor = false; ///< a signal that is ignored unless it's handled: SIGCHLD, SIGWINCH
};

/// A signal on its way from one process of the tree to another.
struct Arrow {
  std::size_t from = 0; ///< index of the sender among Fate::processes
  Moment sent{};        ///< the call; where none was seen, the arrival
  std::size_t to = 0;   ///< index of the target
  Moment came{};        ///< its delivery, or the end of the target
};

/// All of it.
struct Timeline {
  Moment end{};              ///< of the run, or what was seen last
  std::vector<Event> events; ///< in order of time
  std::vector<Arrow> arrows; ///< in order of arrival
};

/// Reads a timeline from what was observed. A call and a delivery belong together where sender,
/// target and signal agree; SIGKILL, whose delivery is never seen, arrives when its target ends.
Timeline timeline_of(Fate const& fate);

} // namespace whodunit
