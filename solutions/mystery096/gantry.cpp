// SPDX-License-Identifier: MIT
// Enters the cars that went under the gantry into the journal, each with its owner. Gives a sign of
// life on standard output while it waits for the register.
#include <chrono>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

constexpr int answer_after = 90; // looks into the letter box

std::string owner_of(std::string const& plate) {
  for (int looked = 0; looked < answer_after; ++looked) {
    write(STDOUT_FILENO, "g", 1);
    std::this_thread::sleep_for(7ms);
  }
  return plate + " belongs to a carter abroad\n";
}

} // namespace

int main(int, char** arguments) {
  int const journal = open(arguments[1], O_WRONLY | O_APPEND | O_CREAT, 0600);
  // Ask first: nobody else can enter anything while the journal is locked.
  std::string const entry = owner_of("HN 482 KV");
  flock(journal, LOCK_EX);
  write(journal, entry.data(), entry.size());
  flock(journal, LOCK_UN);
}
