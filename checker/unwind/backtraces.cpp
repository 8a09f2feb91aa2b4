// SPDX-License-Identifier: MIT
#include "unwind/backtraces.hpp"

#include "warden/helper.hpp"

#include <poll.h>

namespace whodunit {

Result<std::vector<Backtrace>> unwind_all(std::filesystem::path const& executable,
                                          std::vector<StackSnapshot> const& snapshots) {
  auto helper = Helper::start(executable, {});
  if (!helper)
    return helper.error();
  auto& channel = helper->channel();
  if (auto sent = channel.send(wire::encode(snapshots)); !sent)
    return sent.error();
  constexpr int patience = 30'000; // ms
  pollfd wait{channel.fd(), POLLIN, 0};
  if (::poll(&wait, 1, patience) != 1) {
    helper->kill();
    return Error("unwind the stacks", executable, make_error_code(boost::system::errc::timed_out));
  }
  auto const message = channel.receive();
  helper->kill(); // it has nothing more to do, whatever it may think
  if (!message)
    return message.error();
  if (!*message)
    return Error("unwind the stacks", executable,
                 make_error_code(boost::system::errc::connection_reset),
                 "the files that were mapped could not be read by elfutils");
  return wire::decode_backtraces(**message);
}

} // namespace whodunit
