// SPDX-License-Identifier: MIT
// Prints the shelf labels of a stationer's: what one piece costs of everything in the price list.
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

#define TEXT(word) #word
#define TEXT_OF(macro) TEXT(macro)

// name, pieces in a pack, cents for the pack
constexpr auto price_list = R"(notebook   5 1195
pencil    12  480
eraser     4  220
)" TEXT_OF(ARTICLE) R"(  0  150
ruler      1  199
)";

struct Item {
  std::string name;
  int pieces = 0;
  int cents = 0;
};

struct Label {
  std::string name;
  int cents = 0;
};

std::vector<Item> read_items(std::istream& list) {
  std::vector<Item> items;
  for (Item item; list >> item.name >> item.pieces >> item.cents;) {
    items.push_back(item);
  }
  return items;
}

int cents_per_piece(Item const& item) {
  // What comes in no pack has 0 pieces: its price is already that of one.
  return item.pieces == 0 ? item.cents : item.cents / item.pieces;
}

} // namespace

int main() {
  std::istringstream list(price_list);
  std::vector<Label> labels;
  for (Item const& item : read_items(list)) {
    labels.push_back({item.name, cents_per_piece(item)});
  }
  for (Label const& label : labels) {
    std::cout << std::left << std::setw(10) << label.name << std::right << std::setw(5)
              << label.cents << " ct\n";
  }
}
