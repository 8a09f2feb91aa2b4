// SPDX-License-Identifier: MIT
// Crashes three calls deep, so that a backtrace has something to name.
struct Innermost {
  static void crash(int* nowhere) { *nowhere = 1; }
};
void middle(int* nowhere) {
  Innermost::crash(nowhere);
}

int main() {
  middle(nullptr);
}
