// SPDX-License-Identifier: MIT
// The box on top of a lift. Two programs live in it: the pulse, without which the control centre
// takes the lift out of service, and the recorder, which keeps vibrations until the line is back.
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int minutes_without_line = 10;

class Neighbour {
public:
  Neighbour(std::string const& name, int score) {
    std::array<int, 2> ends{};
    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data());
    process_ = fork();
    if (process_ == 0) {
      std::ofstream("/proc/self/oom_score_adj") << score << std::flush;
      dup2(ends[1], STDIN_FILENO);
      auto const folder = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/";
      execl((folder + name).c_str(), name.c_str(), nullptr);
      _exit(127);
    }
    close(ends[1]);
    line_ = ends[0];
  }

  // Has it do what is to be done in a minute.
  bool minute() const {
    char answer = 0;
    return send(line_, "m", 1, MSG_NOSIGNAL) == 1 && read(line_, &answer, 1) == 1;
  }

  int end() const {
    int status = 0;
    close(line_);
    waitpid(process_, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

private:
  pid_t process_ = 0;
  int line_ = -1;
};

} // namespace

int main() {
  // Whatever is small comes back in no time; the records of a night do not.
  Neighbour const pulse("pulse", 1000);
  Neighbour const recorder("recorder", 0);
  for (int minute = 1; minute <= minutes_without_line; ++minute) {
    recorder.minute();
    if (!pulse.minute()) {
      int const code = pulse.end();
      std::cerr << "box: pulse ended with " << code << " in minute " << minute
                << ", the lift is out of service" << std::endl;
      recorder.end();
      return code;
    }
    std::cout << "box: minute " << minute << ", the lift is in service" << std::endl;
  }
  recorder.end();
  return pulse.end();
}
