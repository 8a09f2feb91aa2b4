// SPDX-License-Identifier: MIT
// A game server's hall of fame: takes in the results of the evening, and keeps them for the next.
#include <array>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace {

constexpr int bad_result = 4;

struct Result {
  std::string_view player;
  int points;
};

constexpr std::array evening{Result{"ann", 310}, Result{"bob", 275}, Result{"cem", -1},
                             Result{"dora", 290}};

class HallOfFame {
public:
  // Whatever happens, what was won is kept.
  ~HallOfFame() {
    std::lock_guard const closed(books_);
    for (auto const& [player, points] : best_) {
      std::cout << "kept: " << player << ' ' << points << std::endl;
    }
  }
  void enter(Result const& result) {
    std::lock_guard const writing(books_);
    if (result.points < 0) {
      std::cerr << result.player << " cannot have " << result.points << " points" << std::endl;
      std::exit(bad_result);
    }
    best_[std::string(result.player)] = result.points;
  }

private:
  std::mutex books_;
  std::map<std::string, int> best_;
};

HallOfFame hall;

void take_in() {
  for (Result const& result : evening) {
    hall.enter(result);
  }
}

} // namespace

int main() {
  std::thread desk(take_in);
  desk.join();
  std::cout << "the evening is entered" << std::endl;
}
