// SPDX-License-Identifier: MIT
// The box on a ferry's car deck: a camera puts its pictures into a store, a counter looks there for
// cars, and the signs at the ramp show where there is room.
#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::size_t megabyte = 1 << 20;
constexpr int pictures_of_a_crossing = 52;
constexpr int pictures_kept = 16;

using Picture = std::vector<unsigned char>;

// Where the store has a place for a picture.
off_t place_of(int number) {
  return static_cast<off_t>(number * megabyte);
}

bool next(int line, int& number) {
  return read(line, &number, sizeof number) == sizeof number;
}

void done(int line) {
  write(line, "k", 1);
}

void take_pictures(int line, int store) {
  Picture const sensor(5 * megabyte, 1);
  Picture picture(megabyte);
  for (int number = 0; next(line, number); done(line)) {
    std::copy_n(sensor.begin() + number, picture.size(), picture.begin());
    pwrite(store, picture.data(), picture.size(), place_of(number));
  }
}

void count_cars(int line, int store) {
  Picture const empty_deck(10 * megabyte, 1);
  Picture row(4096);
  for (int number = 0; next(line, number); done(line)) {
    pread(store, row.data(), row.size(), place_of(number));
  }
}

void show_signs(int line, int /*store*/) {
  Picture const letters(8 * megabyte, 1);
  for (int number = 0; next(line, number); done(line)) {
  }
}

struct Part {
  std::string name;
  pid_t process;
  int line;

  // Tells it the number of a picture, and goes on when it has done its work.
  bool handle(int number) const {
    char answer = 0;
    return send(line, &number, sizeof number, MSG_NOSIGNAL) == sizeof number &&
           read(line, &answer, 1) == 1;
  }

  int end() {
    int status = 0;
    close(line);
    line = -1;
    waitpid(process, &status, 0);
    int const code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    std::cout << "box: " << name << " ended with " << code << std::endl;
    return code;
  }
};

class Box {
public:
  using Work = void(int line, int store);

  void start(std::string const& name, Work* work) {
    std::array<int, 2> ends{};
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data());
    pid_t const process = fork();
    if (process == 0) {
      prctl(PR_SET_NAME, name.c_str());
      close(ends[0]);
      std::ranges::for_each(parts_, [](Part const& part) { close(part.line); });
      work(ends[1], store_);
      _exit(0);
    }
    close(ends[1]);
    parts_.push_back({name, process, ends[0]});
  }

  int cross() {
    int worst = 0;
    for (int number = 0; number < pictures_of_a_crossing; ++number) {
      for (Part& part : parts_) {
        if (part.line >= 0 && !part.handle(number)) {
          worst = std::max(worst, part.end());
        }
      }
    }
    for (Part& part : parts_) {
      worst = std::max(worst, part.line >= 0 ? part.end() : 0);
    }
    return worst;
  }

private:
  int store_ = memfd_create("pictures", 0);
  std::vector<Part> parts_;
};

} // namespace

int main() {
  Box box;
  box.start("camera", take_pictures);
  box.start("counter", count_cars);
  box.start("signs", show_signs);
  std::cout << "box: the store keeps " << pictures_kept << " pictures" << std::endl;
  return box.cross();
}
