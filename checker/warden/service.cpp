// SPDX-License-Identifier: MIT
#include "warden/service.hpp"

#include "warden/run.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace whodunit {
namespace {

// What the terminal and the shell mean for the command must not end the one that observes it.
void stand_above_job_control() {
  for (int const signal : {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGHUP, SIGPIPE})
    std::signal(signal, SIG_IGN);
}

Result<Equipment> equip() {
  auto signals = open_signal_fd();
  auto deadline = open_timer();
  auto tick = open_timer();
  if (!signals)
    return signals.error();
  if (!deadline)
    return deadline.error();
  if (!tick)
    return tick.error();
  return Equipment{Containment::survey(), std::move(*signals), std::move(*deadline),
                   std::move(*tick)};
}

wire::Reply told(Result<Fate> fate) {
  if (fate)
    return std::move(*fate);
  return wire::Failed{fate.error()};
}

// Nobody is waited for on these any more; a pipe that we held open would keep its reader waiting.
void let_go_of_streams() {
  int const null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int const standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::dup2(null, standard);
}

// False when the service is over.
bool run_one(Equipment& equipment, Channel& channel, wire::AskRun request) {
  Run run(equipment, channel, std::move(request));
  bool const sent = channel.send(encode(told(run.complete()))).has_value();
  if (!run.leaves_processes())
    return sent && !equipment.containment.exhausted();
  channel = Channel(UniqueFd()); // whoever asks next finds that it needs another warden
  let_go_of_streams();
  run.linger();
  return false;
}

bool answer(Equipment& equipment, Channel& channel, wire::Request request) {
  if (std::holds_alternative<wire::AskMeans>(request))
    return channel.send(encode(wire::Reply(equipment.containment.means()))).has_value();
  if (auto* const ask = std::get_if<wire::AskRun>(&request))
    return run_one(equipment, channel, std::move(*ask));
  return true; // a resume that came too late for its run
}

// Waits for a request, or for SIGTERM. False on the latter.
bool wait_for_request(Equipment const& equipment, Channel const& channel) {
  for (;;) {
    std::array<pollfd, 2> waits{{{channel.fd(), POLLIN, 0}, {equipment.signals.get(), POLLIN, 0}}};
    if (::poll(waits.data(), waits.size(), -1) < 0)
      continue;
    if (waits[1].revents != 0 && drain_signal_fd(equipment.signals))
      return false;
    if (waits[0].revents != 0)
      return true;
  }
}

} // namespace

int serve(Channel channel) {
  stand_above_job_control();
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  auto equipment = equip();
  if (!equipment) {
    static_cast<void>(channel.send(encode(wire::Reply(wire::Failed{equipment.error()}))));
    return 1;
  }
  if (!channel.send(encode(wire::Reply(wire::Greeting{WHODUNIT_VERSION}))))
    return 1;
  while (wait_for_request(*equipment, channel)) {
    auto const message = channel.receive();
    if (!message || !*message)
      return 0;
    auto request = wire::decode_request(**message);
    if (!request || !answer(*equipment, channel, std::move(*request)))
      return request ? 0 : 1;
  }
  return 0;
}

} // namespace whodunit
