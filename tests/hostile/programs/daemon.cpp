// SPDX-License-Identifier: MIT
// Leaves a process behind: forked twice, in a session of its own, deaf to every signal.
#include <csignal>
#include <unistd.h>

int main() {
  if (fork() != 0)
    return 5;
  setsid();
  if (fork() != 0)
    return 0;
  for (int signal = 1; signal < NSIG; ++signal)
    std::signal(signal, SIG_IGN);
  for (int stream = 0; stream < 3; ++stream)
    close(stream);
  for (;;)
    pause();
}
