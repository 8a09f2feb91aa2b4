// SPDX-License-Identifier: MIT
// Leaves a segment, a queue and a semaphore that no process holds. 0: it found none of an earlier
// run, and could leave its own, unless there is no such thing here.
#include <cerrno>
#include <fcntl.h>
#include <mqueue.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(int, char** arguments) {
  constexpr key_t key = 0x484f53;
  if (shmget(key, 0, 0) >= 0 || msgget(key, 0) >= 0 || semget(key, 0, 0) >= 0 ||
      mq_open("/hostile", O_RDONLY) >= 0)
    return 1;
  char const kind = arguments[1][0];
  int const made = kind == 'm'   ? shmget(key, 4096, IPC_CREAT | 0600)
                   : kind == 'q' ? msgget(key, IPC_CREAT | 0600)
                   : kind == 's' ? semget(key, 1, IPC_CREAT | 0600)
                                 : mq_open("/hostile", O_RDWR | O_CREAT, 0600, nullptr);
  return made >= 0 || errno == ENOSYS ? 0 : 2;
}
