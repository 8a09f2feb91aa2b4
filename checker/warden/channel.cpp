// SPDX-License-Identifier: MIT
#include "warden/channel.hpp"

#include <array>
#include <cerrno>
#include <span>
#include <sys/socket.h>

namespace whodunit {
namespace {

constexpr std::size_t longest_message = 256U << 20U;

// False at end of file, and with errno set on failure.
bool read_whole(int fd, std::span<std::uint8_t> into) {
  while (!into.empty()) {
    auto const bytes = ::recv(fd, into.data(), into.size(), 0);
    if (bytes < 0 && errno == EINTR)
      continue;
    if (bytes <= 0) {
      errno = bytes == 0 ? 0 : errno;
      return false;
    }
    into = into.subspan(static_cast<std::size_t>(bytes));
  }
  return true;
}

} // namespace

Result<void> Channel::send(wire::Octets const& message) {
  auto const size = message.size();
  wire::Octets framed{static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(size >> 8U),
                      static_cast<std::uint8_t>(size >> 16U),
                      static_cast<std::uint8_t>(size >> 24U)};
  framed.insert(framed.end(), message.begin(), message.end());
  std::span<std::uint8_t const> rest(framed);
  while (!rest.empty()) {
    auto const bytes = ::send(socket_.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
    if (bytes < 0 && errno == EINTR)
      continue;
    if (bytes < 0)
      return last_error("send a message", "");
    rest = rest.subspan(static_cast<std::size_t>(bytes));
  }
  return {};
}

void Channel::stop_listening() {
  ::shutdown(socket_.get(), SHUT_RD);
}

Result<std::optional<wire::Octets>> Channel::receive() {
  std::array<std::uint8_t, 4> length{};
  if (!read_whole(socket_.get(), length)) {
    if (errno == 0 || errno == ECONNRESET)
      return std::optional<wire::Octets>();
    return last_error("receive a message", "");
  }
  std::size_t const size = length[0] | (std::size_t{length[1]} << 8U) |
                           (std::size_t{length[2]} << 16U) | (std::size_t{length[3]} << 24U);
  if (size > longest_message)
    return Error("receive a message", "", make_error_code(boost::system::errc::message_size));
  wire::Octets message(size);
  if (!read_whole(socket_.get(), message))
    return Error("receive a message", "", make_error_code(boost::system::errc::connection_reset));
  return std::optional(std::move(message));
}

} // namespace whodunit
