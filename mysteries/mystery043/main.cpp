// SPDX-License-Identifier: MIT
// Rebooks passengers from one train to another while several counters are open.
#include <chrono>
#include <functional>
#include <iostream>
#include <latch>
#include <mutex>
#include <string>
#include <thread>

namespace {

using namespace std::chrono_literals;

struct Train {
  std::string name;
  int passengers = 0;
  std::mutex books{};
};

// What it costs to change is a question for the fare system, which takes its time.
void ask_fare() {
  std::this_thread::sleep_for(5ms);
}

void rebook(Train& from, Train& to) {
  std::lock_guard const leaving(from.books);
  ask_fare();
  std::lock_guard const boarding(to.books);
  --from.passengers;
  ++to.passengers;
}

void serve(int customers, Train& from, Train& to, std::latch& opening) {
  opening.arrive_and_wait();
  for (int i = 0; i < customers; ++i) {
    rebook(from, to);
  }
}

} // namespace

int main() {
  Train day{"day train", 120};
  Train night{"night train", 80};
  std::latch opening(2);
  std::cout << "two counters are open" << std::endl;
  std::jthread left(serve, 30, std::ref(day), std::ref(night), std::ref(opening));
  std::jthread right(serve, 20, std::ref(night), std::ref(day), std::ref(opening));
  left.join();
  right.join();
  for (Train const* train : {&day, &night}) {
    std::cout << train->name << ": " << train->passengers << " passengers" << std::endl;
  }
}
