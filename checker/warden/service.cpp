// SPDX-License-Identifier: MIT
#include "warden/service.hpp"

#include "warden/run.hpp"

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace whodunit {
namespace {

// What terminal, shell and timeout(1) mean for the command must not end the one that observes it:
// the closed socket does.
void stand_above_job_control() {
  for (int const signal : {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGHUP, SIGPIPE, SIGTERM})
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
  auto const fate = encode(told(run.complete()));
  bool const last = run.leaves_processes() || equipment.containment.exhausted();
  if (last) // before the fate is told: no request may come between
    channel.stop_listening();
  bool const sent = channel.send(fate).has_value();
  if (!run.leaves_processes())
    return sent && !last;
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

int answer_all(Equipment& equipment, Channel& channel) {
  for (;;) {
    auto const message = channel.receive();
    if (!message || !*message)
      return 0;
    auto request = wire::decode_request(**message);
    if (!request)
      return 1;
    if (!answer(equipment, channel, std::move(*request)))
      return 0;
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
  int const status = answer_all(*equipment, channel);
  equipment->containment.tidy_up();
  return status;
}

} // namespace whodunit
