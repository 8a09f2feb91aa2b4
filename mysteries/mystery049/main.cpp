// SPDX-License-Identifier: MIT
// Keeps two instances of the Pollen API running: starts them, asks after their health, and gives
// whoever does not answer a new start.
#include <array>
#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 20ms;
constexpr int starts_allowed = 4;

std::ostream& log() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::cout << '[' << now.tv_sec << '.' << std::setfill('0') << std::setw(6)
                   << now.tv_nsec / 1000 << "] ";
}

class Instance {
public:
  explicit Instance(int number) : number_(number) {}

  void start() {
    std::array<int, 2> ends{};
    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data());
    process_ = fork();
    if (process_ == 0) {
      dup2(ends[1], STDIN_FILENO);
      auto const program = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/pollen";
      execl(program.c_str(), "pollen", nullptr);
      _exit(127);
    }
    close(ends[1]);
    line_ = ends[0];
    ++starts_;
    log() << "Pollen API version 2.4.1 is up and running." << std::endl;
  }

  bool healthy() const { return !ask("health").empty(); }

  std::string ask(std::string_view what) const {
    std::array<char, 64> answer{};
    pollfd line{line_, POLLIN, 0};
    send(line_, what.data(), what.size(), MSG_NOSIGNAL);
    if (poll(&line, 1, static_cast<int>(patience.count())) <= 0) {
      return {};
    }
    auto const length = read(line_, answer.data(), answer.size());
    return {answer.data(), length > 0 ? static_cast<std::size_t>(length) : 0};
  }

  int stop() const {
    int status = 0;
    kill(process_, SIGTERM);
    waitpid(process_, &status, 0);
    close(line_);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

  int number() const { return number_; }
  bool may_start() const { return starts_ < starts_allowed; }

private:
  int number_;
  pid_t process_ = 0;
  int line_ = -1;
  int starts_ = 0;
};

} // namespace

int main() {
  std::array instances{Instance(1), Instance(2)};
  for (Instance& instance : instances) {
    instance.start();
  }
  int code = 0;
  for (Instance& instance : instances) {
    while (!instance.healthy()) {
      code = instance.stop();
      log() << "ERROR: Pollen API instance " << instance.number() << " exiting, exit code " << code
            << std::endl;
      if (!instance.may_start()) {
        break;
      }
      log() << "Restarting" << std::endl;
      instance.start();
    }
  }
  if (code == 0) {
    log() << "birch: " << instances.front().ask("birch") << std::endl;
  }
  return code;
}
