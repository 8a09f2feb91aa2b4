// SPDX-License-Identifier: MIT
// Burns CPU without end.
int main() {
  for (int volatile turns = 0;;)
    turns = turns + 1;
}
