// SPDX-License-Identifier: MIT
#include "os/proc.hpp"
#include "warden/helper.hpp"
#include "warden/warden.hpp"

#include <fcntl.h>

namespace whodunit {
struct Warden::State {
  Helper helper;
  std::filesystem::path executable;
};

namespace {

Error strange_reply() {
  return {"understand", "the warden", make_error_code(boost::system::errc::protocol_error)};
}

Result<wire::Reply> receive(Helper& helper) {
  auto message = helper.receive();
  if (!message)
    return message.error();
  if (!*message)
    return Error("hear from", "the warden", make_error_code(boost::system::errc::connection_reset),
                 "it was killed, or failed; what became of the command is not known");
  return wire::decode_reply(**message);
}

// What was given to us to be given on: a foreign command gets all of it, such as `3<file` of a
// shell or the pipes of make's job server. A contained one gets none.
std::vector<int> inherited_descriptors() {
  std::vector<int> descriptors;
  for (int const descriptor : proc::all_numbers("/proc/self/fd"))
    if (int const flags = ::fcntl(descriptor, F_GETFD); flags >= 0 && (flags & FD_CLOEXEC) == 0)
      descriptors.push_back(descriptor);
  return descriptors;
}

} // namespace

Warden::Warden(std::unique_ptr<State> state) : state_(std::move(state)) {}
Warden::Warden(Warden&&) noexcept = default;
Warden& Warden::operator=(Warden&&) noexcept = default;
Warden::~Warden() = default;

Result<Warden> Warden::start(std::filesystem::path const& executable) {
  auto helper = Helper::start(executable, inherited_descriptors());
  if (!helper)
    return helper.error();
  auto state = std::make_unique<State>(State{std::move(*helper), executable});
  auto const greeting = receive(state->helper);
  if (!greeting)
    return greeting.error();
  if (auto const* const refused = std::get_if<wire::Failed>(&*greeting))
    return refused->error;
  auto const* const greeted = std::get_if<wire::Greeting>(&*greeting);
  if (greeted == nullptr || greeted->version != WHODUNIT_VERSION)
    return Error("work with the warden", executable, {},
                 "it is of another version; install or build whodunit as a whole");
  return Warden(std::move(state));
}

// A warden leaves by itself once it can make no more namespaces, or when it has to stay with what a
// foreign command left running. It stops listening before it tells its last fate, so that a request
// that could be sent is one that it takes.
Result<void> Warden::ask(std::vector<std::uint8_t> const& request) {
  auto sent = state_->helper.channel().send(request);
  if (sent || sent.error().code != boost::system::errc::broken_pipe)
    return sent;
  auto another = start(state_->executable);
  if (!another)
    return another.error();
  *this = std::move(*another);
  return state_->helper.channel().send(request);
}

Result<Means> Warden::means() {
  if (auto asked = ask(encode(wire::Request(wire::AskMeans{}))); !asked)
    return asked.error();
  auto reply = receive(state_->helper);
  if (!reply)
    return reply.error();
  if (auto* const means = std::get_if<Means>(&*reply))
    return std::move(*means);
  return strange_reply();
}

Result<Fate> Warden::run(Launch const& launch) {
  return run(launch, Progress{});
}

Result<Fate> Warden::run(Launch const& launch, Progress const& progress) {
  bool const attended = static_cast<bool>(progress.started);
  bool const job_control = static_cast<bool>(progress.stopped);
  if (auto asked = ask(encode(wire::Request(wire::AskRun{launch, attended, job_control}))); !asked)
    return asked.error();
  auto& channel = state_->helper.channel();
  for (;;) {
    auto reply = receive(state_->helper);
    if (!reply)
      return reply.error();
    if (auto* const fate = std::get_if<Fate>(&*reply)) {
      if (!launch.contain) // it may follow processes of the user's own that outlive the run
        state_->helper.let_go();
      return std::move(*fate);
    }
    if (auto const* const failed = std::get_if<wire::Failed>(&*reply))
      return failed->error;
    if (auto const* const started = std::get_if<wire::Started>(&*reply))
      progress.started(started->group);
    else if (auto const* const stopped = std::get_if<wire::Stopped>(&*reply))
      progress.stopped(*Signal::from_number(stopped->signal));
    else
      return strange_reply();
    if (auto sent = channel.send(encode(wire::Request(wire::Resume{}))); !sent)
      return sent.error();
  }
}

} // namespace whodunit
