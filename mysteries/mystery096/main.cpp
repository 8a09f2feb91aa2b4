// SPDX-License-Identifier: MIT
// The watchdog of a toll bridge: starts its programs, and listens for their signs of life. One that
// is silent while the others are heard is ended in such a way that it leaves a core to be studied.
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

constexpr int patience = 25; // signs of life of others, without one of its own

struct Program {
  char const* name;
  pid_t process = 0;
  int silence = 0;
  int status = -1;
};

void start(Program& program, int line, fs::path const& journal) {
  program.process = fork();
  if (program.process == 0) {
    dup2(line, STDOUT_FILENO);
    auto const folder = fs::read_symlink("/proc/self/exe").string() + ".d/";
    execl((folder + program.name).c_str(), program.name, journal.c_str(), nullptr);
    _exit(127);
  }
}

bool at_work(Program& program) {
  return program.status < 0 && waitpid(program.process, &program.status, WNOHANG) == 0;
}

void hear(Program& program, char sign) {
  program.silence = sign == program.name[0] ? 0 : program.silence + 1;
  if (program.silence == patience && at_work(program)) {
    std::cout << "watchdog: " << program.name << " gives no sign of life, aborted" << std::endl;
    kill(program.process, SIGABRT);
  }
}

int code_of(Program& program) {
  if (program.status < 0) {
    waitpid(program.process, &program.status, 0);
  }
  bool const signalled = WIFSIGNALED(program.status);
  return signalled ? 128 + WTERMSIG(program.status) : WEXITSTATUS(program.status);
}

int watch(fs::path const& journal) {
  std::array programs{Program{"gantry"}, Program{"cashier"}};
  std::array<int, 2> line{};
  pipe2(line.data(), O_CLOEXEC);
  char sign = 0;
  for (Program& program : programs) {
    start(program, line[1], journal);
    while (read(line[0], &sign, 1) == 1 && sign != program.name[0]) {
    }
  }
  close(line[1]);
  while (read(line[0], &sign, 1) == 1) {
    for (Program& program : programs) {
      hear(program, sign);
    }
  }
  int worst = 0;
  for (Program& program : programs) {
    int const code = code_of(program);
    std::cout << "watchdog: " << program.name << " has ended: " << code << std::endl;
    worst = std::max(worst, code);
  }
  return worst;
}

} // namespace

int main() {
  std::string folder = fs::temp_directory_path() / "bridge.XXXXXX";
  mkdtemp(folder.data());
  int const worst = watch(fs::path(folder) / "journal");
  fs::remove_all(folder);
  return worst;
}
