// SPDX-License-Identifier: MIT
// Puts the calls of the day on the board in the hall, the dearest first, then books their total.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <iostream>
#include <numeric>
#include <vector>

namespace {

constexpr int calls_a_day = 20000;
constexpr int extensions = 800;

struct Call {
  int extension = 0;
  int cents = 0;
};

std::vector<Call> calls_of_the_day() {
  std::vector<Call> calls;
  for (int call = 0; call < calls_a_day; ++call) {
    calls.push_back({100 + call * 7 % extensions, call * 7919 % 20011});
  }
  std::ranges::sort(calls, std::greater{}, &Call::cents);
  return calls;
}

void show_on_board(std::vector<Call> const& calls) {
  FILE* const board = popen("head -n 5", "w");
  if (board == nullptr) {
    return;
  }
  for (Call const& call : calls) {
    std::fprintf(board, "extension %3d %6d ct\n", call.extension, call.cents);
  }
  pclose(board);
}

int total_of(std::vector<Call> const& calls) {
  return std::accumulate(calls.begin(), calls.end(), 0,
                         [](int sum, Call const& call) { return sum + call.cents; });
}

} // namespace

int main() {
  auto const calls = calls_of_the_day();
  show_on_board(calls);
  std::cout << "booked: " << calls.size() << " calls, " << total_of(calls) << " ct\n";
}
