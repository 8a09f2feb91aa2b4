// SPDX-License-Identifier: MIT
// A job of the build farm: so many rounds of work. It starts a server for compiled headers beside
// itself, which is not asked to end with it.
#include <chrono>
#include <cstdlib>
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
  int const rounds = std::atoi(arguments[2]);
  for (int round = 1; round <= rounds; ++round) {
    std::this_thread::sleep_for(80ms);
    std::cout << arguments[1] << ": " << round << " of " << rounds << std::endl;
  }
}
