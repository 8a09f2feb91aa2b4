// SPDX-License-Identifier: MIT
// Prints the posters of the week in a copy shop, where it has a window and a keyboard at the
// counter.
#include <array>
#include <chrono>
#include <fcntl.h>
#include <iostream>
#include <string_view>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

void open_counter();
void close_counter();

namespace {

using namespace std::chrono_literals;
using Poster = std::pair<std::string_view, std::chrono::milliseconds>;

constexpr std::array posters{Poster{"flea market", 40ms}, Poster{"school play, 300 copies", 1500ms},
                             Poster{"cat missing", 40ms}};

// The fan cools the lamp for as long as the pipe is open. It does not listen to the keyboard.
int start_fan() {
  std::array<int, 2> switched_on{};
  if (pipe2(switched_on.data(), O_CLOEXEC) == 0 && fork() == 0) {
    setpgid(0, 0);
    close(switched_on[1]);
    char none = 0;
    _exit(static_cast<int>(read(switched_on[0], &none, 1)));
  }
  close(switched_on[0]);
  return switched_on[1];
}

void draw(Poster const& poster) {
  auto const& [title, time] = poster;
  pid_t const plotter = fork();
  if (plotter == 0) {
    std::cout << "drawing: " << title << std::endl;
    std::this_thread::sleep_for(time);
    _exit(0);
  }
  waitpid(plotter, nullptr, 0);
}

} // namespace

int main() {
  open_counter();
  int const fan = start_fan();
  for (Poster const& poster : posters) {
    draw(poster);
  }
  std::cout << "all posters are drawn" << std::endl;
  close(fan);
  close_counter();
}
