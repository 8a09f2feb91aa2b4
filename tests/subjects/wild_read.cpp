// SPDX-License-Identifier: MIT
// Reads through a pointer made of text: on x86-64 an address that no pointer can have.
int main() {
  auto* const volatile address = reinterpret_cast<int*>(0x4141414141414141);
  return *address;
}
