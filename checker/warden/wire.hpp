// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// How values travel between checker and warden, and how a fate is kept in the state folder: CBOR
/// (RFC 8949). Both ends are of one build; a reader gets an Error for bytes that it cannot make
/// sense of, never a crash.

#include "fault/error.hpp"
#include "warden/launch.hpp"
#include "warden/warden.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace whodunit::wire {

using Octets = std::vector<std::uint8_t>;

// What the checker asks.
struct AskMeans {};
struct AskRun {
  Launch launch;
  bool attended = false; ///< wait for Resume after Started, and after each Stopped
};
struct Resume {};
using Request = std::variant<AskMeans, AskRun, Resume>;

// What the warden tells.
struct Greeting {
  std::string version;
};
struct Started {
  int group = 0;
};
struct Stopped {
  int signal = 0;
};
struct Failed {
  Error error;
};
using Reply = std::variant<Greeting, Means, Started, Stopped, Fate, Failed>;

Octets encode(Request const& request);
Octets encode(Reply const& reply);
Octets encode(Fate const& fate);
Result<Request> decode_request(std::span<std::uint8_t const> octets);
Result<Reply> decode_reply(std::span<std::uint8_t const> octets);
Result<Fate> decode_fate(std::span<std::uint8_t const> octets);

} // namespace whodunit::wire
