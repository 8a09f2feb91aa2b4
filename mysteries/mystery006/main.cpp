// SPDX-License-Identifier: MIT
// Weighs a consignment: each piece of freight weighs what it weighs empty, and all that was packed
// into it.
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

// what, kilograms when empty, packed into what
constexpr auto packing_list = R"(container  2300  -
pallet-1     25  container
pallet-2     25  container
crate-a      12  pallet-1
crate-b      12  pallet-2
pump         86  crate-a
motor       140  crate-b
toolbox       9  spares
spares        4  toolbox
)";

struct Piece {
  int empty = 0;
  std::vector<std::string> content;
};

using Freight = std::map<std::string, Piece>;

Freight read_freight(std::istream& list) {
  Freight freight;
  int empty = 0;
  for (std::string name, into; list >> name >> empty >> into;) {
    freight[name].empty = empty;
    if (into != "-") {
      freight[into].content.push_back(name);
    }
  }
  return freight;
}

int gross(Freight const& freight, std::string const& name) {
  Piece const& piece = freight.at(name);
  int sum = piece.empty;
  for (std::string const& inner : piece.content) {
    sum += gross(freight, inner);
  }
  return sum;
}

} // namespace

int main() {
  std::istringstream list(packing_list);
  Freight const freight = read_freight(list);
  for (auto const& [name, piece] : freight) {
    std::cout << name << ": " << gross(freight, name) << " kg\n";
  }
}
