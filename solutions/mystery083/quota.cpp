// SPDX-License-Identifier: MIT
// Reads the lines of a crawl, and sees to it that no shop is asked for more pages in a night than
// it has allowed.
#include <csignal>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

namespace {

constexpr int pages_allowed = 500;

pid_t sender_of(std::string const& tag) {
  return std::stoi(tag.substr(tag.find('[') + 1));
}

} // namespace

int main() {
  int pages = 0;
  std::map<std::string, int> asked; // what is allowed is allowed by each shop for itself
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    std::string tag;
    std::string shop;
    fields >> tag >> shop;
    ++pages;
    if (++asked[shop] > pages_allowed) {
      kill(sender_of(tag), SIGKILL);
      break;
    }
  }
  std::cout << pages << " pages" << std::endl;
}
