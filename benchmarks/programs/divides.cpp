// SPDX-License-Identifier: MIT
// Is ended by the processor.
int main() {
  int volatile zero = 0;
  return 7 / zero;
}
