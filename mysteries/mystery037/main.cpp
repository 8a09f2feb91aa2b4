// SPDX-License-Identifier: MIT
// Exports the list of subscribers for the printer's: mystery037 [FILE]
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>

namespace {

constexpr int subscribers = 4000;

void write_row(std::ostream& out, int number) {
  out << std::setw(6) << std::setfill('0') << number << ";Lane " << number % 97 << ", No. "
      << number % 41 + 1 << ";weekly\n";
}

} // namespace

int main(int argc, char* argv[]) {
  std::string const path = argc > 1 ? argv[1] : "subscribers.csv";
  std::ofstream out(path);
  if (!out) {
    std::cerr << "cannot write " << path << '\n';
    return 1;
  }
  out << "number;address;edition\n";
  for (int number = 1; number <= subscribers; ++number) {
    write_row(out, number);
  }
  out.close();
  std::cout << "export complete: " << subscribers << " rows in " << path << '\n';
}
