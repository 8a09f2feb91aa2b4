// SPDX-License-Identifier: MIT
// Copies the archive to the second site, by night, for as long as the line is ours.
#include <chrono>
#include <csignal>
#include <iostream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

constexpr int volumes = 60;
constexpr auto time_for_a_volume = 60ms;
constexpr auto length_of_the_night = 330ms;

volatile std::sig_atomic_t verdict = 0;

void on_request(int number) {
  verdict = 128 + number;
}

// Gives the line back in the morning, whatever is still to be copied.
void start_the_clock() {
  pid_t const copier = getpid();
  if (fork() == 0) {
    std::this_thread::sleep_for(length_of_the_night);
    kill(copier, SIGTERM);
    _exit(0);
  }
}

} // namespace

int main() {
  std::signal(SIGTERM, on_request);
  start_the_clock();
  int copied = 0;
  while (copied < volumes && verdict == 0) {
    std::this_thread::sleep_for(time_for_a_volume);
    std::cout << "volume " << ++copied << " is copied" << std::endl;
  }
  wait(nullptr);
  std::cout << volumes - copied << " volumes are left for tomorrow night" << std::endl;
  return verdict;
}
