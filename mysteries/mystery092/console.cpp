// SPDX-License-Identifier: MIT
// The console of the night shift. What it shows is passed on to where the night shift was started.
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

pid_t screen = 0;

// Shows what is printed, until nobody is left who could print.
void show(int console, pid_t former_group) {
  std::signal(SIGTTOU, SIG_IGN);
  std::array<char, 512> piece{};
  for (ssize_t length = 0; (length = read(console, piece.data(), piece.size())) > 0;) {
    std::cout << std::string_view(piece.data(), static_cast<std::size_t>(length)) << std::flush;
    if (int const keyboard = open("/dev/tty", O_RDWR | O_CLOEXEC); keyboard >= 0) {
      if (tcgetpgrp(keyboard) == former_group) {
        tcsetpgrp(keyboard, getpgrp()); // so that ^C puts the console out
      }
      close(keyboard);
    }
  }
}

// Whoever leads a group, or a session with another terminal, has to leave it first.
void begin_session() {
  if (getpgrp() == getpid()) {
    setpgid(screen, screen);
    setpgid(0, screen);
  }
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

void open_console() {
  int const console = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (console < 0 || grantpt(console) != 0 || unlockpt(console) != 0) {
    give_up("there is no console to be had");
  }
  pid_t const group = getpgrp();
  screen = fork();
  if (screen == 0) {
    prctl(PR_SET_NAME, "screen");
    show(console, group);
    _exit(0);
  }
  begin_session();
  int const terminal = open(ptsname(console), O_RDWR);
  if (getsid(0) != getpid()) {
    give_up("mystery092 cannot be the first of a pipeline: start it by itself");
  }
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    dup2(terminal, stream);
  }
  close(terminal);
  close(console);
}

void close_console() {
  std::signal(SIGHUP, SIG_IGN); // the terminal goes with the console
  close_range(STDIN_FILENO, STDERR_FILENO, 0);
  waitpid(screen, nullptr, 0);
}
