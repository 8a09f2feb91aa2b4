// SPDX-License-Identifier: MIT
// Writes 64 files of 4 KiB where it stands, never asks how that went, and exits with its argument.
#include <cstdlib>
#include <fstream>
#include <string>

int main(int argc, char* argv[]) {
  std::string const block(4096, 'x');
  for (int number = 0; number < 64; ++number)
    std::ofstream("file" + std::to_string(number)) << block;
  return argc > 1 ? std::atoi(argv[1]) : 0;
}
