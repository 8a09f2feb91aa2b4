// SPDX-License-Identifier: MIT
// Runs the jobs of a build farm one after the other, all in the same slot: a cgroup, out of which
// everything is swept that a job has left running.
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

constexpr std::array jobs{"compile", "link", "test"};

class Slot {
public:
  explicit Slot(fs::path const& group) : folder_(group / "slot") { fs::create_directory(folder_); }
  void enter() const { std::ofstream(folder_ / "cgroup.procs") << 0; }
  void sweep() const { std::ofstream(folder_ / "cgroup.kill") << 1; }

private:
  fs::path folder_;
};

// Comes back when the job is at work in the slot: the pipe is closed by its execve(2).
pid_t start(char const* job, Slot const& slot) {
  std::array<int, 2> pipe{};
  pipe2(pipe.data(), O_CLOEXEC);
  pid_t const worker = fork();
  if (worker == 0) {
    slot.enter();
    auto const program = fs::read_symlink("/proc/self/exe").string() + ".d/job";
    execl(program.c_str(), "job", job, nullptr);
    _exit(127);
  }
  close(pipe[1]);
  char nothing = 0;
  read(pipe[0], &nothing, 1);
  close(pipe[0]);
  return worker;
}

int collect(pid_t worker) {
  int status = 0;
  waitpid(worker, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

int main() {
  char const* const group = std::getenv("WHODUNIT_CGROUP");
  if (group == nullptr) {
    std::cerr << "mystery030: not started, as it needs a cgroup (v2) of its own.\n"
                 "  whodunit run mystery030           gives it one\n"
                 "  WHODUNIT_CGROUP=DIR mystery030    is for one that you have made\n";
    return 3;
  }
  Slot const slot(group);
  for (char const* const job : jobs) {
    pid_t const worker = start(job, slot);
    int const code = collect(worker);
    slot.sweep(); // once the job is done: until then it is in there itself
    std::cout << job << ": " << code << std::endl;
    if (code != 0) {
      return code;
    }
  }
}
