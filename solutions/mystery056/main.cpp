// SPDX-License-Identifier: MIT
// A load test of the lobby: as many players as there are seats come in when they please.
#include <chrono>
#include <functional>
#include <iostream>
#include <mutex>
#include <random>
#include <string_view>
#include <thread>

namespace {

using namespace std::chrono_literals;

class Lobby {
public:
  void take_seat(std::string_view player) {
    // One at a time: from the moment it has looked until it has written down what it found.
    std::lock_guard const at_the_desk(desk_);
    int const free = free_;
    look_up(player);
    free_ = free - 1;
  }
  int free() const { return free_; }

private:
  // The account service needs its time for every answer.
  static void look_up(std::string_view) { std::this_thread::sleep_for(6ms); }

  std::mutex desk_;
  int free_ = 2;
};

// People do not all click in the same moment.
std::chrono::microseconds some_time() {
  return std::chrono::microseconds(std::random_device()() % 18000);
}

void play(Lobby& lobby, std::string_view name) {
  std::this_thread::sleep_for(some_time());
  lobby.take_seat(name);
}

} // namespace

int main() {
  Lobby lobby;
  {
    std::jthread const ann(play, std::ref(lobby), "ann");
    std::jthread const bob(play, std::ref(lobby), "bob");
  }
  std::cout << "2 players came, " << lobby.free() << " of 2 seats are free\n";
  return lobby.free() == 0 ? 0 : 1;
}
