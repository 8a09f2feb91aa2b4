// SPDX-License-Identifier: MIT
// Becomes another image by a thread that is not the first, ten times over, while others run.
#include <string>
#include <thread>
#include <unistd.h>

int main(int, char** arguments) {
  int const left = arguments[1] != nullptr ? std::stoi(arguments[1]) : 10;
  if (left == 0)
    return 3;
  for (int others = 0; others < 3; ++others)
    std::thread([] { pause(); }).detach();
  std::thread([&] {
    execl("/proc/self/exe", arguments[0], std::to_string(left - 1).c_str(), nullptr);
  }).detach();
  pause();
}
