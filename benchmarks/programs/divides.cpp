// SPDX-License-Identifier: MIT
// Is ended by the processor.
int main() {
  volatile int zero = 0;
  return 7 / zero;
}
