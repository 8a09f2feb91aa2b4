// SPDX-License-Identifier: MIT
// The box of a greenhouse, over two days: the last one before the heating was put in, and the first
// one after. In its box the programs see nobody but each other.
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sched.h>
#include <string>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Program {
  std::string name;
  pid_t process;
  int line; // it says "!" when it is ready, and leaves when the line is closed
};

Program start(std::string const& name, fs::path const& card) {
  int line[2];
  socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, line);
  pid_t const process = fork();
  if (process == 0) {
    dup2(line[1], STDIN_FILENO);
    auto const folder = fs::read_symlink("/proc/self/exe").string() + ".d/";
    execl((folder + name).c_str(), name.c_str(), card.c_str(), nullptr);
    _exit(127);
  }
  close(line[1]);
  char ready = 0;
  read(line[0], &ready, 1);
  return {name, process, line[0]};
}

// Tells how many were no longer there in the evening.
int close_up(std::vector<Program> const& programs) {
  int missing = 0;
  for (Program const& program : programs) {
    close(program.line);
    int status = 0;
    waitpid(program.process, &status, 0);
    missing += status == 0 ? 0 : 1;
    std::cout << program.name << (status == 0 ? " was there" : " was not there") << std::endl;
  }
  return missing;
}

// A box of its own, with processes that are numbered from 1.
pid_t plug_in() {
  long const box = syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, 0, 0, 0, 0);
  return box >= 0 ? box : syscall(SYS_clone, CLONE_NEWUSER | CLONE_NEWPID | SIGCHLD, 0, 0, 0, 0);
}

int unplugged(pid_t box) {
  int status = 0;
  waitpid(box, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int two_days(fs::path const& card) {
  pid_t const thursday = plug_in();
  if (thursday == 0) {
    start("vents", card);
    _exit(0); // pulls the plug, as the electrician needs the socket
  }
  if (thursday < 0 || unplugged(thursday) != 0) {
    std::cerr << "no PID namespace to be had on this machine\n";
    return 3;
  }
  pid_t const friday = plug_in();
  if (friday == 0) {
    _exit(close_up({start("heater", card), start("vents", card)}));
  }
  return unplugged(friday);
}

} // namespace

int main() {
  std::string card = fs::temp_directory_path() / "card.XXXXXX";
  mkdtemp(card.data());
  int const missing = two_days(card);
  fs::remove_all(card);
  return missing;
}
