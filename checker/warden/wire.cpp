// SPDX-License-Identifier: MIT
#include "warden/wire.hpp"

#include "warden/wire_fields.hpp"

namespace whodunit::wire {
namespace {

template <class Message>
Octets encode_message(Message const& message) {
  return Json::to_cbor(to_wire(message));
}

template <class Message>
Result<Message> decode_message(std::span<std::uint8_t const> octets, char const* what) {
  auto const json = Json::from_cbor(octets.begin(), octets.end(), true, false);
  Message message;
  if (json.is_discarded() || !from_wire(json, message))
    return Error("understand", what, make_error_code(boost::system::errc::bad_message));
  return message;
}

} // namespace

Octets encode(Request const& request) {
  return encode_message(request);
}
Octets encode(Reply const& reply) {
  return encode_message(reply);
}
Octets encode(Fate const& fate) {
  return encode_message(fate);
}

Octets encode(std::vector<StackSnapshot> const& snapshots) {
  return encode_message(snapshots);
}
Octets encode(std::vector<Backtrace> const& backtraces) {
  return encode_message(backtraces);
}

Result<Request> decode_request(std::span<std::uint8_t const> octets) {
  return decode_message<Request>(octets, "what the checker asks");
}
Result<Reply> decode_reply(std::span<std::uint8_t const> octets) {
  return decode_message<Reply>(octets, "what the warden tells");
}
Result<Fate> decode_fate(std::span<std::uint8_t const> octets) {
  return decode_message<Fate>(octets, "a kept fate");
}
Result<std::vector<StackSnapshot>> decode_snapshots(std::span<std::uint8_t const> octets) {
  return decode_message<std::vector<StackSnapshot>>(octets, "what is to be unwound");
}
Result<std::vector<Backtrace>> decode_backtraces(std::span<std::uint8_t const> octets) {
  return decode_message<std::vector<Backtrace>>(octets, "what was unwound");
}

} // namespace whodunit::wire
