// SPDX-License-Identifier: MIT
// What a parcel costs in each of the given zones. The carrier's new build, with the library beside
// it.
#include <cstdlib>
#include <iostream>

int tariff_of_zone(int zone);

int main(int count, char** words) {
  for (int word = 1; word < count; ++word) {
    std::cout << "zone " << words[word] << ": " << tariff_of_zone(std::atoi(words[word]))
              << " ct\n";
  }
}
