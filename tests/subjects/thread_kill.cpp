// SPDX-License-Identifier: MIT
// SIGKILL from its own second thread, aimed at that thread alone; the whole process dies.
#include <csignal>
#include <thread>
#include <unistd.h>

int main() {
  std::thread([] { tgkill(getpid(), gettid(), SIGKILL); }).join();
  return 0;
}
