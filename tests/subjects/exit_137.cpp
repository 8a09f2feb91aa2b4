// SPDX-License-Identifier: MIT
// Ends by itself with the status of a SIGKILL.
int main() {
  return 137;
}
