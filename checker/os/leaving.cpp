// SPDX-License-Identifier: MIT
#include "os/leaving.hpp"

#include <array>
#include <csignal>
#include <sys/types.h>
#include <unistd.h>

namespace whodunit {
namespace {

volatile sig_atomic_t came = 0;
volatile sig_atomic_t other = 0;

constexpr std::array ending{SIGINT, SIGQUIT, SIGTERM, SIGHUP};
std::array<struct sigaction, ending.size()> before{};

void end_other() {
  if (other > 0)
    ::kill(static_cast<pid_t>(other), SIGKILL);
}

void note(int signal) {
  came = signal;
  end_other();
}

} // namespace

Leaving::Leaving() {
  came = 0;
  other = 0;
  struct sigaction action {};
  action.sa_handler = note;
  for (std::size_t i = 0; i < ending.size(); ++i) {
    ::sigaction(ending[i], nullptr, &before[i]);
    if (before[i].sa_handler != SIG_IGN) // as after nohup(1)
      ::sigaction(ending[i], &action, nullptr);
  }
}

Leaving::~Leaving() {
  for (std::size_t i = 0; i < ending.size(); ++i)
    ::sigaction(ending[i], &before[i], nullptr);
}

void Leaving::ends(int pid) {
  other = pid;
  if (came != 0)
    end_other();
}

bool Leaving::asked_for() const {
  return came != 0;
}

void Leaving::leave() {
  std::signal(came, SIG_DFL);
  ::raise(came);
  ::_exit(128 + came); // PID 1
}

} // namespace whodunit
