// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Whole messages over the stream socket between checker and warden: four bytes of length, least
/// significant first, then the message.

#include "os/fd.hpp"
#include "warden/wire.hpp"

#include <optional>

namespace whodunit {

/// One end of that socket, owned. For one thread.
class Channel {
public:
  explicit Channel(UniqueFd socket) : socket_(std::move(socket)) {} ///< a connected one

  int fd() const { return socket_.get(); } ///< for poll(2); stays ours
  /// Blocks until all is written. An Error if the other side is gone.
  Result<void> send(wire::Octets const& message);
  /// Lets the other side's send() fail from now on: what it has to say is for somebody else.
  void stop_listening();
  /// Blocks until one message is there. nullopt: the other side has closed.
  Result<std::optional<wire::Octets>> receive();

private:
  UniqueFd socket_;
};

} // namespace whodunit
