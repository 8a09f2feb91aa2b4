// SPDX-License-Identifier: MIT
// Writes through a null pointer.
int main(int argc, char**) {
  int* volatile target = nullptr;
  *target = argc;
}
