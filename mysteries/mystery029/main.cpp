// SPDX-License-Identifier: MIT
// Opens a house for the services of one customer: a PID namespace, in which they see nobody but
// each other. A steward prepares it, then the services move in.
#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

bool open_house() {
  return unshare(CLONE_NEWPID) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWPID) == 0;
}

pid_t let_in(char const* program, char const* name, int bell) {
  pid_t const guest = fork();
  if (guest == 0) {
    dup2(bell, STDIN_FILENO);
    auto const folder = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/";
    execl((folder + program).c_str(), program, name, nullptr);
    _exit(127);
  }
  return guest;
}

int say_goodbye(char const* name, pid_t guest) {
  int status = 0;
  waitpid(guest, &status, 0);
  int const code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  std::cout << name << " has left: " << code << std::endl;
  return code;
}

} // namespace

int main() {
  if (!open_house()) {
    std::cerr << "no PID namespace to be had on this machine\n";
    return 3;
  }
  std::array<int, 2> bell{};
  socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, bell.data());
  pid_t const steward = let_in("steward", "steward", bell[1]);
  close(bell[1]);
  char rung = 0;
  read(bell[0], &rung, 1);
  pid_t const web = let_in("service", "web", STDIN_FILENO);
  pid_t const mail = let_in("service", "mail", STDIN_FILENO);
  write(bell[0], "!", 1);
  int worst = say_goodbye("web", web);
  worst = std::max(worst, say_goodbye("mail", mail));
  close(bell[0]);
  return std::max(worst, say_goodbye("steward", steward));
}
