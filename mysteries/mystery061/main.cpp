// SPDX-License-Identifier: MIT
// Prints what a bicycle courier takes along in the morning: the stops of his round.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace {

std::filesystem::path depot() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "mystery061.d";
}

std::string round_of_the_day() {
  std::ifstream plan(depot() / "plan");
  std::string round;
  plan >> round;
  return round;
}

void print(std::istream& stops) {
  int number = 0;
  for (std::string stop; std::getline(stops, stop);) {
    std::cout << ++number << ". " << stop << '\n';
  }
  std::cout << number << " stops" << std::endl;
}

} // namespace

int main() {
  std::ifstream stops(depot() / (round_of_the_day() + ".stops"));
  if (stops) {
    print(stops);
  } else {
    std::cerr << "the stops of the round cannot be read\n";
  }
}
