// SPDX-License-Identifier: MIT
// Ends by itself.
int main() {
  return 3;
}
