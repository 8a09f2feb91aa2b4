// SPDX-License-Identifier: MIT
#include "os/foreground.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace whodunit {
namespace {

volatile sig_atomic_t command_group = 0;

constexpr std::array passed_on{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGTSTP};

void pass_on(int signal) {
  ::kill(-command_group, signal);
}

void set_handlers(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  for (int const signal : passed_on) {
    struct sigaction present {};
    ::sigaction(signal, nullptr, &present);
    if (present.sa_handler != SIG_IGN) // ignored by us, ignored by the command: nothing to pass on
      ::sigaction(signal, &action, nullptr);
  }
}

} // namespace

Foreground::Foreground() : whole_(::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1) {
  if (auto terminal = open_file("/dev/tty", O_RDWR))
    terminal_ = std::move(*terminal);
  std::signal(SIGTTOU, SIG_IGN); // or tcsetpgrp from the background would stop us
}

Foreground::~Foreground() {
  take_back();
  set_handlers(SIG_DFL);
  std::signal(SIGTTOU, SIG_DFL);
  command_group = 0;
}

bool Foreground::ours() const {
  return terminal_.is_open() && ::tcgetpgrp(terminal_.get()) == ::getpgrp();
}

void Foreground::hand_over() const {
  if (ours())
    ::tcsetpgrp(terminal_.get(), command_group);
}

void Foreground::take_back() const {
  if (command_group != 0 && terminal_.is_open() && ::tcgetpgrp(terminal_.get()) == command_group)
    ::tcsetpgrp(terminal_.get(), ::getpgrp());
}

void Foreground::give_to(int group) {
  command_group = group;
  set_handlers(pass_on);
  if (whole_)
    hand_over();
}

void Foreground::stop(Signal signal) {
  // Part of a pipeline, and it wants to read or set the terminal that we have: it is its turn, as
  // it would be after `fg`.
  bool const wants_terminal = signal.number() == SIGTTIN || signal.number() == SIGTTOU;
  if (wants_terminal && ours())
    return hand_over();
  take_back();
  struct sigaction standard {};
  standard.sa_handler = SIG_DFL;
  ::sigaction(signal.number(), &standard, nullptr);
  ::raise(signal.number()); // returns when somebody continues us
  set_handlers(pass_on);
  std::signal(SIGTTOU, SIG_IGN);
  if (whole_)
    hand_over();
}

} // namespace whodunit
