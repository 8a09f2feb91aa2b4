// SPDX-License-Identifier: MIT
// Prints the index cards of an archive of photographs.
#include <iostream>
#include <string_view>
#include <vector>

namespace {

struct Card {
  int number;
  std::string_view motif;
};

using Drawer = std::vector<Card*>;

void withdraw(Drawer& drawer, int number) {
  for (Card*& card : drawer) {
    if (card->number == number) {
      delete card;
      card = nullptr; // there is nothing left to clear
    }
  }
}

void clear_drawer(Drawer& drawer) {
  for (Card* const card : drawer) {
    delete card;
  }
  drawer.clear();
}

} // namespace

int main() {
  Drawer drawer{new Card{1, "harbour"}, new Card{2, "market"}, new Card{3, "tram"}};
  for (Card const* const card : drawer) {
    std::cout << card->number << "  " << card->motif << std::endl;
  }
  withdraw(drawer, 3);
  clear_drawer(drawer);
  std::cout << "drawer cleared" << std::endl;
}
