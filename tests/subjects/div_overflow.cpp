// SPDX-License-Identifier: MIT
// Divides INT_MIN by -1: SIGFPE without a zero.
#include <climits>

int main(int argc, char**) {
  int volatile minus_one = -argc;
  int volatile lowest = INT_MIN;
  return lowest / minus_one;
}
