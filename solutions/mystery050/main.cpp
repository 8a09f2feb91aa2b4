// SPDX-License-Identifier: MIT
// Reads the water meters of a campsite, one at each pitch, and has the day's sheet written.
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr int pitches = 29;

// stdin, stdout and stderr, and a line to each pitch: that is all that the little box has to offer.
void keep_to_the_box() {
  rlimit const descriptors{pitches + 3, pitches + 3};
  setrlimit(RLIMIT_NOFILE, &descriptors);
}

class Meter {
public:
  // SOCK_CLOEXEC: a line to a pitch is nothing for whoever is started from here.
  explicit Meter(int pitch) : pitch_(pitch), line_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {}

  bool connected() const { return line_ >= 0; }
  int litres() const { return 90 + pitch_ * 37 % 110; }

private:
  int pitch_;
  int line_;
};

int write_sheet(std::size_t meters, int litres) {
  pid_t const writer = fork();
  if (writer == 0) {
    auto const program = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/sheet";
    execl(program.c_str(), "sheet", std::to_string(meters).c_str(), std::to_string(litres).c_str(),
          nullptr);
    _exit(EXIT_FAILURE);
  }
  int status = 0;
  waitpid(writer, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

int main() {
  keep_to_the_box();
  std::vector<Meter> meters;
  for (int pitch = 1; pitch <= pitches; ++pitch) {
    if (Meter const meter(pitch); meter.connected()) {
      meters.push_back(meter);
    }
  }
  int litres = 0;
  for (Meter const& meter : meters) {
    litres += meter.litres();
  }
  std::cout << meters.size() << " pitches read" << std::endl;
  int const code = write_sheet(meters.size(), litres);
  if (code != 0) {
    std::cerr << "no sheet today: the writer ended with " << code << std::endl;
  }
  return code;
}
