// SPDX-License-Identifier: MIT
// Divides by zero; the numerator is neither 0 nor 1, or the compiler would leave out the division.
int main(int argc, char**) {
  int volatile zero = argc - 1;
  return 100 / zero;
}
