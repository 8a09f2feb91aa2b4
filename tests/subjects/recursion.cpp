// SPDX-License-Identifier: MIT
// Uses up its stack.
int descend(int volatile depth) {
  char volatile frame[512] = {};
  frame[0] = static_cast<char>(depth);
  return descend(depth + 1) + frame[0];
}

int main() {
  return descend(0);
}
