// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How values travel between checker and warden, and how a fate is kept in the state folder: CBOR
/// (RFC 8949). Both ends are of one build; a reader gets an Error for bytes that it cannot make
/// sense of, never a crash.

#include "fate/backtrace.hpp"
#include "fault/error.hpp"
#include "warden/launch.hpp"
#include "warden/warden.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace whodunit::wire {

/// One message.
using Octets = std::vector<std::uint8_t>;

/// Answered by Means.
struct AskMeans {};
/// Answered by a Fate or by Failed; before that, if attended, by Started and maybe Stopped.
struct AskRun {
  Launch launch;            ///< what to run
  bool attended = false;    ///< wait for Resume after Started
  bool job_control = false; ///< tell stops, and wait for Resume after each
};
/// Lets a command go on that waits after Started or Stopped; has no answer.
struct Resume {};
/// What the checker asks.
using Request = std::variant<AskMeans, AskRun, Resume>;

/// The warden's first words.
struct Greeting {
  std::string version; ///< of its build; the checker accepts its own only
};
/// The command waits at its start for Resume.
struct Started {
  int group = 0; ///< its process group, which is also its pid
};
/// The command's first process stopped, and waits for Resume.
struct Stopped {
  int signal = 0; ///< WSTOPSIG, wait(2)
};
/// What was asked could not be done.
struct Failed {
  Error error; ///< the reason, with what to do about it
};
/// What the warden tells.
using Reply = std::variant<Greeting, Means, Started, Stopped, Fate, Failed>;

/// The message that the function `decode_…` for it reads.
/// @{
Octets encode(Request const& request);
Octets encode(Reply const& reply);
Octets encode(Fate const& fate);
Octets encode(std::vector<StackSnapshot> const& snapshots);
Octets encode(std::vector<Backtrace> const& backtraces);
/// @}

/// Reads what encode() wrote. An Error for bytes that are no such message.
/// @{
Result<Request> decode_request(std::span<std::uint8_t const> octets);
Result<Reply> decode_reply(std::span<std::uint8_t const> octets);
Result<Fate> decode_fate(std::span<std::uint8_t const> octets);
Result<std::vector<StackSnapshot>> decode_snapshots(std::span<std::uint8_t const> octets);
Result<std::vector<Backtrace>> decode_backtraces(std::span<std::uint8_t const> octets);
/// @}

} // namespace whodunit::wire
