// SPDX-License-Identifier: MIT
// Prints the grade of each tea that is named.
#include <iostream>
#include <map>
#include <string>

int main(int argc, char** argv) {
  std::map<std::string, int> const grades{{"Assam", 2}, {"Darjeeling", 1}, {"Keemun", 3}};
  for (int index = 1; index < argc; ++index) {
    auto const found = grades.find(argv[index]);
    if (found == grades.end()) {
      return 3;
    }
    std::cout << found->first << " " << found->second << std::endl;
  }
}
