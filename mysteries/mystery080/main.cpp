// SPDX-License-Identifier: MIT
// Builds the index of a library's catalogue: every drawer of cards is read by a thread of its own.
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <latch>
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

void read_all(std::vector<Drawer> const& drawers, Index& index) {
  std::latch all_in_place(static_cast<std::ptrdiff_t>(drawers.size()));
  std::vector<std::jthread> readers;
  for (Drawer const& drawer : drawers) {
    readers.emplace_back([&] {
      all_in_place.arrive_and_wait(); // nobody starts before the others: that is only fair
      index.add(drawer);
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
