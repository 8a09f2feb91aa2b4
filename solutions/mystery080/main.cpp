// SPDX-License-Identifier: MIT
// Builds the index of a library's catalogue: every drawer of cards is read by a thread of its own.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using Drawer = std::vector<std::string>;

class Index {
public:
  void add(Drawer const& drawer) {
    std::map<std::string, int> words;
    for (std::string const& card : drawer) {
      std::istringstream text(card);
      for (std::string word; text >> word;) {
        ++words[word];
      }
    }
    std::lock_guard const lock(mutex_);
    for (auto const& [word, count] : words) {
      counts_[word] += count;
    }
  }
  auto size() const { return counts_.size(); }

private:
  std::mutex mutex_;
  std::map<std::string, int> counts_;
};

std::vector<Drawer> read_catalogue() {
  auto const program = std::filesystem::read_symlink("/proc/self/exe");
  std::ifstream cards(program.string() + ".d/cards.txt");
  std::vector<Drawer> drawers;
  for (std::string card; std::getline(cards, card);) {
    if (card.starts_with("drawer ")) {
      drawers.emplace_back();
    } else {
      drawers.back().push_back(card);
    }
  }
  return drawers;
}

// As many readers as can work at a time, and each of them takes the next drawer that is left.
void read_all(std::vector<Drawer> const& drawers, Index& index) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> readers;
  auto const processors = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
  for (unsigned reader = 0; reader < processors; ++reader) {
    readers.emplace_back([&] {
      for (auto drawer = next++; drawer < drawers.size(); drawer = next++) {
        index.add(drawers[drawer]);
      }
    });
  }
}

} // namespace

int main() {
  auto const drawers = read_catalogue();
  std::cout << drawers.size() << " drawers" << std::endl;
  Index index;
  read_all(drawers, index);
  std::cout << index.size() << " words in the index" << std::endl;
}
