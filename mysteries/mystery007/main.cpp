// SPDX-License-Identifier: MIT
// Prints a sorting slip for each waybill that the scanner at the belt has read.
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

// number; depot; consignee. A single ? stands for a label that the scanner could not read.
constexpr auto scans = R"(40117;Ghent;De Smet
40118;Lille;Garage Dubois
?
40120;Ghent;Vandamme
)";

// What is printed for such a label, so that somebody looks at the parcel.
constexpr char by_hand[] = "00000;desk;to be sorted by hand";

// Cuts the line into its fields where it stands: the belt is fast, and copies take time.
std::vector<char const*> cut(char* line) {
  std::vector<char const*> fields{line};
  for (char* at = line; *at != '\0'; ++at) {
    if (*at == ';') {
      *at = '\0';
      fields.push_back(at + 1);
    }
  }
  return fields;
}

void print_slip(char* line) {
  auto const fields = cut(line);
  std::cout << fields.at(1) << " <- " << fields.at(0) << " (" << fields.at(2) << ")\n";
}

} // namespace

int main() {
  std::istringstream belt(scans);
  for (std::string scan; std::getline(belt, scan);) {
    print_slip(scan == "?" ? const_cast<char*>(by_hand) : scan.data());
  }
}
