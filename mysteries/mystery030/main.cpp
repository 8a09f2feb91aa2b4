// SPDX-License-Identifier: MIT
// Runs the jobs of a build farm side by side. Each works in a slot, a cgroup, out of which
// everything is swept that it has left running when it ends.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

struct Job {
  char const* name;
  char const* branch;
  char const* rounds;
};

constexpr std::array jobs{Job{"tests", "release", "12"}, Job{"docs", "release", "2"}};

class Slot {
public:
  Slot(fs::path const& farm, Job const& job) : folder_(farm / job.branch) {
    fs::create_directory(folder_);
  }
  void enter() const { std::ofstream(folder_ / "cgroup.procs") << 0; }
  void sweep() const { std::ofstream(folder_ / "cgroup.kill") << 1; }

private:
  fs::path folder_;
};

// Comes back when the job is at work in its slot: the pipe is closed by its execve(2).
pid_t start(Job const& job, Slot const& slot) {
  std::array<int, 2> pipe{};
  pipe2(pipe.data(), O_CLOEXEC);
  pid_t const worker = fork();
  if (worker == 0) {
    slot.enter();
    auto const program = fs::read_symlink("/proc/self/exe").string() + ".d/job";
    execl(program.c_str(), "job", job.name, job.rounds, nullptr);
    _exit(127);
  }
  close(pipe[1]);
  char nothing = 0;
  read(pipe[0], &nothing, 1);
  close(pipe[0]);
  return worker;
}

int code_of(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

int main() {
  char const* const farm = std::getenv("WHODUNIT_CGROUP");
  if (farm == nullptr) {
    std::cerr << "mystery030: not started, as it needs a cgroup (v2) of its own.\n"
                 "  whodunit run mystery030           gives it one\n"
                 "  WHODUNIT_CGROUP=DIR mystery030    uses one that you have made\n";
    return 3;
  }
  std::map<pid_t, Job> running;
  for (Job const& job : jobs) {
    running.emplace(start(job, Slot(farm, job)), job);
  }
  int worst = 0;
  int status = 0;
  for (pid_t ended = 0; (ended = wait(&status)) > 0;) {
    Job const& job = running.at(ended);
    std::cout << job.name << " has ended: " << code_of(status) << std::endl;
    worst = std::max(worst, code_of(status));
    Slot(farm, job).sweep();
  }
  return worst;
}
