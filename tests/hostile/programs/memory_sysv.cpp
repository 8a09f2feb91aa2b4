// SPDX-License-Identifier: MIT
// System V segments, filled and let go of, which no process needs to have attached. 0: refused.
#include <cstring>
#include <sys/ipc.h>
#include <sys/shm.h>

int main() {
  constexpr unsigned long mebibyte = 1 << 20;
  for (;;) {
    int const segment = shmget(IPC_PRIVATE, mebibyte, IPC_CREAT | 0600);
    if (segment < 0)
      return 0;
    void* const memory = shmat(segment, nullptr, 0);
    std::memset(memory, 'x', mebibyte);
    shmdt(memory);
  }
}
