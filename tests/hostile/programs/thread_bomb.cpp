// SPDX-License-Identifier: MIT
// As many threads as it is allowed to have, none of which ends.
#include <thread>
#include <unistd.h>

int main() {
  try {
    for (;;)
      std::thread([] { pause(); }).detach();
  } catch (std::system_error const&) {
    pause();
  }
}
