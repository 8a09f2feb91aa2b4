// SPDX-License-Identifier: MIT
// Reaches a trap instruction that the compiler made.
int main() {
  __builtin_trap();
}
