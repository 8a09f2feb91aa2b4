// SPDX-License-Identifier: MIT
#include "cli/attendance.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

namespace whodunit::cli {
namespace {

sigset_t set_of(std::initializer_list<int> signals) {
  sigset_t set{};
  sigemptyset(&set);
  for (int const signal : signals)
    sigaddset(&set, signal);
  return set;
}

sigset_t relayed() {
  return set_of({SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2});
}

// Nobody else has a use for it, and the relay's thread waits for it as for the others.
int farewell() {
  return SIGRTMAX;
}

void pass_on(Warden& warden) {
  auto awaited = relayed();
  sigaddset(&awaited, farewell());
  for (int number = 0; sigwait(&awaited, &number) == 0 && number != farewell();)
    warden.forward(*Signal::from_number(number));
}

// tcsetpgrp(3) from the background stops whoever calls it, unless SIGTTOU is blocked.
void set_foreground(int terminal, pid_t group) {
  auto const stop_on_output = set_of({SIGTTOU});
  sigset_t before{};
  pthread_sigmask(SIG_BLOCK, &stop_on_output, &before);
  tcsetpgrp(terminal, group);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

} // namespace

ForegroundLoan::ForegroundLoan() {
  int const terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal >= 0 && tcgetpgrp(terminal) == getpgrp())
    terminal_ = terminal;
  else if (terminal >= 0)
    ::close(terminal);
}

ForegroundLoan::~ForegroundLoan() {
  take_back();
  if (terminal_ >= 0)
    ::close(terminal_);
}

void ForegroundLoan::give(int group) const {
  if (terminal_ >= 0)
    set_foreground(terminal_, group);
}

void ForegroundLoan::take_back() const {
  if (terminal_ >= 0)
    set_foreground(terminal_, getpgrp());
}

SignalRelay::SignalRelay(Warden& warden) {
  auto blocked = relayed();
  sigaddset(&blocked, farewell());
  pthread_sigmask(SIG_BLOCK, &blocked, &before_);
  thread_ = std::thread([&warden] { pass_on(warden); });
}

SignalRelay::~SignalRelay() {
  pthread_kill(thread_.native_handle(), farewell());
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Result<Fate> attend(Warden& warden, Launch const& launch) {
  ForegroundLoan const terminal;
  SignalRelay const relay(warden);
  int group = 0;
  Progress progress;
  progress.started = [&](int started) { terminal.give(group = started); };
  progress.stopped = [&](Signal) {
    terminal.take_back();
    raise(SIGSTOP); // the shell takes over, until somebody says fg
    terminal.give(group);
  };
  return warden.run(launch, progress);
}

} // namespace whodunit::cli
