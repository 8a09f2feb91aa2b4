// SPDX-License-Identifier: MIT
// The machine room of an open-air pool: starts what has to run, brings the new version of the
// pump's controller in, and looks in the evening whether everybody is still there.
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

// Comes back when the program is at work: the pipe is closed by its execve(2).
pid_t start(std::string const& program, int day, char const* argument = nullptr) {
  std::array<int, 2> pipe{};
  pipe2(pipe.data(), O_CLOEXEC);
  pid_t const worker = fork();
  if (worker == 0) {
    dup2(day, STDIN_FILENO);
    auto const folder = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/";
    execl((folder + program).c_str(), program.c_str(), argument, nullptr);
    _exit(127);
  }
  close(pipe[1]);
  char nothing = 0;
  read(pipe[0], &nothing, 1);
  close(pipe[0]);
  return worker;
}

int ended(char const* name, pid_t worker) {
  int status = 0;
  waitpid(worker, &status, 0);
  bool const well = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
  std::cout << name << (well ? " is well" : " is missing") << std::endl;
  return well ? 0 : 1;
}

} // namespace

int main() {
  setpgid(0, 0); // what is started here is one group, and nobody else is in it
  std::array<int, 2> day{};
  pipe2(day.data(), O_CLOEXEC);
  pid_t const old_pump = start("pump", day[0], "3.1");
  pid_t const guard = start("pumpguard", day[0]);

  waitpid(start("retire", day[0], "pump"), nullptr, 0);
  waitpid(old_pump, nullptr, 0);
  pid_t const pump = start("pump", day[0], "3.2");

  close(day[1]); // the evening: nobody needs to stay any longer
  int const missing = ended("pump", pump) + ended("pumpguard", guard);
  std::cout << (missing == 0 ? "the pool opens tomorrow at six\n" : "the pool stays closed\n");
  return missing;
}
