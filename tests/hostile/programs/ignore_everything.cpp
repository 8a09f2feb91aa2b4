// SPDX-License-Identifier: MIT
// Asked to end, in every way that can be ignored, it goes on.
#include <csignal>
#include <unistd.h>

int main() {
  constexpr int standard_signals = 31;
  for (int signal = 1; signal <= standard_signals; ++signal)
    std::signal(signal, SIG_IGN);
  for (int signal = 1; signal <= standard_signals; ++signal)
    if (signal != SIGKILL && signal != SIGSTOP)
      kill(getpid(), signal);
  for (;;) {
  }
}
