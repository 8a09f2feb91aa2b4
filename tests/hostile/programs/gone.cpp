// SPDX-License-Identifier: MIT
// Has ended before anybody can look.
int main() {}
