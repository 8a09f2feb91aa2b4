// SPDX-License-Identifier: MIT
// Builds the packages of the night. A meter runs beside it and keeps the account of the build
// minutes that the team has left this month.
#include <array>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Package {
  std::string_view name;
  int minutes;
};

constexpr std::array packages{Package{"core", 14}, Package{"parser", 9}, Package{"graphics", 11},
                              Package{"sound", 8}, Package{"installer", 6}};

class Meter {
public:
  Meter() {
    std::array<int, 2> ends{};
    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data());
    if (fork() == 0) {
      dup2(ends[1], STDIN_FILENO);
      auto const program = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/meter";
      execl(program.c_str(), "meter", nullptr);
      _exit(127);
    }
    close(ends[1]);
    line_ = ends[0];
  }

  // Tells the minutes since the build began, and goes on when they have been noted.
  bool note(int minutes) const {
    char answer = 0;
    return write(line_, &minutes, sizeof minutes) == sizeof minutes && read(line_, &answer, 1) == 1;
  }

private:
  int line_;
};

} // namespace

int main() {
  Meter const meter;
  int minutes = 0;
  for (Package const& package : packages) {
    minutes += package.minutes;
    std::cout << std::left << std::setw(10) << package.name << std::right << std::setw(4)
              << package.minutes << " min" << std::endl;
    if (!meter.note(minutes)) {
      std::cerr << "the meter does not answer\n";
      return EXIT_FAILURE;
    }
  }
  std::cout << "built in " << minutes << " minutes\n";
}
