// SPDX-License-Identifier: MIT
// Prints the picking list of a warehouse: which aisle and shelf to walk to for each line of an
// order.
#include <array>
#include <iostream>
#include <string_view>

namespace {

struct Bin {
  std::string_view article;
  int aisle;
  int shelf;
};

struct OrderLine {
  std::string_view article;
  int pieces;
};

constexpr std::array bins{Bin{"hinge-40", 3, 12}, Bin{"hinge-60", 3, 14}, Bin{"bolt-m8", 7, 2},
                          Bin{"washer-8", 7, 5}};

constexpr std::array order{OrderLine{"bolt-m8", 40}, OrderLine{"washer-8", 80},
                           OrderLine{"hinge-50", 4}, OrderLine{"hinge-60", 2}};

Bin const* find_bin(std::string_view article) {
  for (Bin const& bin : bins) {
    if (bin.article == article) {
      return &bin;
    }
  }
  return nullptr;
}

void print_place(Bin const* bin) {
  std::cout << "aisle " << bin->aisle << ", shelf " << bin->shelf;
}

void print_line(OrderLine const& line) {
  std::cout << line.pieces << " x " << line.article << ": ";
  print_place(find_bin(line.article));
  std::cout << '\n';
}

} // namespace

int main() {
  for (OrderLine const& line : order) {
    print_line(line);
  }
}
