// SPDX-License-Identifier: MIT
// A chat server with a process for each room. In the evening it closes the rooms and goes home.
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

struct Room {
  std::string name;
  pid_t process = -1;
  int line = -1;
};

// A room relays what comes down the line, until the line is closed.
[[noreturn]] void relay(std::string const& name, int line) {
  std::array<char, 200> words{};
  for (ssize_t size = 0; (size = read(line, words.data(), words.size())) > 0;) {
    std::cout.write(words.data(), size).flush();
  }
  std::cout << name << ": closed, good night" << std::endl;
  _exit(0);
}

Room open_room(std::string const& name) {
  std::array<int, 2> ends{};
  pid_t const process = pipe(ends.data()) == 0 ? fork() : -1;
  if (process < 0) {
    throw std::system_error(errno, std::generic_category(), name);
  }
  if (process == 0) {
    close(ends[1]);
    relay(name, ends[0]);
  }
  close(ends[0]);
  std::cout << name << ": open, process " << process << std::endl;
  return {name, process, ends[1]};
}

bool is_there(Room const& room) {
  // To wait for a child is what lets it go: 0 means that it has not ended yet.
  return waitpid(room.process, nullptr, WNOHANG) == 0;
}

void close_room(Room const& room) {
  close(room.line);
  std::this_thread::sleep_for(200ms);
  while (is_there(room)) {
    std::cout << room.name << ": process " << room.process << " is still there, killing it"
              << std::endl;
    kill(room.process, SIGKILL);
    std::this_thread::sleep_for(300ms);
  }
}

} // namespace

int main() {
  auto const lobby = open_room("lobby");
  std::string const greeting = "lobby: ada says hello\n";
  static_cast<void>(write(lobby.line, greeting.data(), greeting.size()));
  close_room(lobby);
  std::cout << "all rooms are closed" << std::endl;
}
