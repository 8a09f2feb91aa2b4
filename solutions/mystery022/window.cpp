// SPDX-License-Identifier: MIT
// The console's window, with the archivist on duty in front of it. What it shows is passed on to
// where the console was started.
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

pid_t window = 0;

// Passes on what the console has printed since the last time; empty once nobody prints any more.
std::string show(int screen) {
  std::array<char, 512> piece{};
  auto const length = read(screen, piece.data(), piece.size());
  std::string text(piece.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  std::erase(text, '\r');
  std::cout << text << std::flush;
  return text;
}

void watch(int screen) {
  std::signal(SIGTTOU, SIG_IGN); // it may show something while others have the keyboard
  // The night shift has been told: the window stays open until the last tape is through.
  while (!show(screen).empty()) {
  }
}

// Whoever leads a group, or a session with another terminal, has to leave it first.
void begin_session() {
  setpgid(window, window);
  setpgid(0, window);
  if (setsid() < 0) {
    auto const before = std::signal(SIGHUP, SIG_IGN);
    ioctl(open("/dev/tty", O_RDWR | O_CLOEXEC), TIOCNOTTY);
    std::signal(SIGHUP, before);
  }
}

[[noreturn]] void give_up(std::string_view why) {
  std::cerr << why << '\n';
  std::exit(3);
}

} // namespace

void open_window() {
  int const screen = posix_openpt(O_RDWR | O_NOCTTY);
  if (screen < 0 || grantpt(screen) != 0 || unlockpt(screen) != 0) {
    give_up("there is no window to be had");
  }
  window = fork();
  if (window == 0) {
    watch(screen);
    _exit(0);
  }
  begin_session();
  int const terminal = open(ptsname(screen), O_RDWR);
  if (getsid(0) != getpid()) {
    give_up("mystery022 cannot be the first of a pipeline: start it by itself");
  }
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    dup2(terminal, stream);
  }
  close(terminal);
  close(screen);
}

void wait_for_window() {
  std::signal(SIGHUP, SIG_IGN); // the terminal goes with the window
  close_range(STDIN_FILENO, STDERR_FILENO, 0);
  waitpid(window, nullptr, 0);
}
