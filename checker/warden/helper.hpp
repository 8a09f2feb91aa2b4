// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A process of our own that works for the checker and talks with it over a socket.

#include "warden/channel.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace whodunit {

/// Move-only; its destruction closes the socket, at which the process leaves, and reaps it.
class Helper {
public:
  /// Starts \p executable (Boost.Process v2) with the number of its end of the socket as its only
  /// argument. \param descriptors that it inherits beside the standard ones
  static Result<Helper> start(std::filesystem::path const& executable,
                              std::vector<int> const& descriptors);

  Helper(Helper const&) = delete;
  Helper& operator=(Helper const&) = delete;
  Helper(Helper&&) noexcept;            ///< the other can then be destroyed or assigned to
  Helper& operator=(Helper&&) noexcept; ///< the other can then be destroyed or assigned to
  ~Helper();

  Channel& channel(); ///< our end
  /// What it says next; nullopt: it is gone. Blocks. If somebody stopped it, it is continued: what
  /// a command does to its parent is not to hang the checker.
  Result<std::optional<wire::Octets>> receive();
  void kill(); ///< SIGKILL; it is reaped at destruction
  /// It is to outlive us: destruction will not wait for it.
  void let_go();

private:
  struct State;
  explicit Helper(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

} // namespace whodunit
