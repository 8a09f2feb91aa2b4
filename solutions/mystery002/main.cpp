// SPDX-License-Identifier: MIT
// A worker of the thumbnail service: serves its share of the queue, then makes room for a fresh
// one.
#include <deque>
#include <iostream>
#include <string>

namespace {

constexpr int pictures_per_life = 3;

class Worker {
public:
  void serve(std::string const& picture) {
    std::cout << "thumbnail of " << picture << " is ready" << std::endl;
    ++served_;
  }
  bool worn_out() const { return served_ >= pictures_per_life; }
  // To retire is to have nothing left to do: main returns, and the status says that all went well.
  void retire() const { std::cout << "bye" << std::endl; }

private:
  int served_ = 0;
};

} // namespace

int main() {
  std::deque<std::string> queue{"beach.jpg", "birthday.jpg", "dog.jpg", "sunset.jpg"};
  Worker worker;
  while (!queue.empty() && !worker.worn_out()) {
    worker.serve(queue.front());
    queue.pop_front();
  }
  worker.retire();
}
