// SPDX-License-Identifier: MIT
// A job of the build farm. The first one that comes starts a server for compiled headers, which
// stays when the job has gone: the next one might use it.
#include <chrono>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

void start_header_server() {
  if (fork() == 0) {
    std::this_thread::sleep_for(20s);
    _exit(0);
  }
}

} // namespace

int main(int, char** arguments) {
  start_header_server();
  std::cout << arguments[1] << ": at work" << std::endl;
  std::this_thread::sleep_for(60ms);
  std::cout << arguments[1] << ": 0 errors, 2 warnings" << std::endl;
}
