// SPDX-License-Identifier: MIT
// Folds the sheets of one order, as its format demands.
#include <iostream>
#include <map>
#include <string>

namespace {

std::map<std::string, int> const folds{{"letter", 3}, {"card", 2}, {"leaflet", 4}};

} // namespace

int main(int argc, char** argv) {
  std::string const format = argc > 1 ? argv[1] : "letter";
  std::cout << "folded in " << folds.at(format) << std::endl;
}
