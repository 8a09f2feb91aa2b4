// SPDX-License-Identifier: MIT
// Adds up lines of the form "COURIER CENTS", and prints the sum of each.
#include <iostream>
#include <map>
#include <string>

int main() {
  std::map<std::string, int> cents;
  std::string courier;
  std::string amount;
  while (std::cin >> courier >> amount) {
    cents[courier] += std::stoi(amount);
    std::cout << courier << " has brought " << amount << std::endl;
  }
  for (auto const& [name, sum] : cents) {
    std::cout << "settled: " << name << ' ' << sum << std::endl;
  }
}
