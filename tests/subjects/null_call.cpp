// SPDX-License-Identifier: MIT
// Calls a function through a null pointer.
int main() {
  void (*volatile nothing)() = nullptr;
  nothing();
}
