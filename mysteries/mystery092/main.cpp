// SPDX-License-Identifier: MIT
// The night shift of a publishing house: starts its jobs side by side on a console of their own,
// and is ready when all of them are.
#include <array>
#include <iostream>
#include <map>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

void open_console();
void close_console();

namespace {

void count_visitors() {
  std::cout << "visitors: 311 since yesterday" << std::endl;
}

void send_newsletter() {
  std::cout << "newsletter: to 2148 readers, go ahead [Y/n]?" << std::endl;
  std::string answer;
  std::getline(std::cin, answer);
  std::cout << "newsletter: " << (answer == "n" ? "put off" : "sent") << std::endl;
}

void pack_archive() {
  std::cout << "archive: 17 volumes packed" << std::endl;
}

struct Job {
  char const* name;
  void (*work)();
};

constexpr std::array jobs{Job{"visitors", count_visitors}, Job{"newsletter", send_newsletter},
                          Job{"archive", pack_archive}};

// Each job is a group of its own, so that one can be ended with all that it has started.
pid_t start(Job const& job) {
  pid_t const process = fork();
  if (process == 0) {
    setpgid(0, 0);
    prctl(PR_SET_NAME, job.name);
    job.work();
    _exit(0);
  }
  return process;
}

} // namespace

int main() {
  open_console();
  std::map<pid_t, char const*> running;
  for (Job const& job : jobs) {
    running.emplace(start(job), job.name);
  }
  while (!running.empty()) {
    auto const done = running.extract(wait(nullptr));
    std::cout << "done: " << done.mapped() << std::endl;
  }
  std::cout << "good morning" << std::endl;
  close_console();
}
