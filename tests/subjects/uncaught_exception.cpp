// SPDX-License-Identifier: MIT
#include <stdexcept>

int main() {
  throw std::out_of_range("row 7 of 6");
}
