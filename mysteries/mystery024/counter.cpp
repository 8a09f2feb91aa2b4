// SPDX-License-Identifier: MIT
// The window at the counter, with a keyboard and the apprentice behind it. What it shows is passed
// on to where the program was started.
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

// What has been printed since the last time; empty once nobody prints any more.
std::string read_some(int screen) {
  std::array<char, 512> piece{};
  auto const length = read(screen, piece.data(), piece.size());
  std::string text(piece.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  std::erase(text, '\r');
  return text;
}

void press(int screen, char key) {
  static_cast<void>(write(screen, &key, 1));
}

void serve(int screen) {
  std::signal(SIGTTOU, SIG_IGN); // it may show something while others have the keyboard
  std::string shown;
  for (std::string text; !(text = read_some(screen)).empty();) {
    std::cout << text << std::flush;
    shown += text;
    if (shown.find("300 copies\n") != std::string::npos) {
      press(screen, 'C' & 037); // thirty were wanted: away with this one
      break;
    }
  }
  while (!read_some(screen).empty()) {
  }
}

// Whoever leads a group, or a session with another terminal, has to leave it first.
void begin_session() {
  setpgid(window, window);
  setpgid(0, window);
  std::signal(SIGHUP, SIG_IGN); // what is begun is printed, even if the window is closed
  if (setsid() < 0) {
    ioctl(open("/dev/tty", O_RDWR | O_CLOEXEC), TIOCNOTTY);
  }
}

[[noreturn]] void give_up(std::string_view why) {
  std::cerr << why << '\n';
  std::exit(3);
}

} // namespace

void open_counter() {
  int const screen = posix_openpt(O_RDWR | O_NOCTTY);
  if (screen < 0 || grantpt(screen) != 0 || unlockpt(screen) != 0) {
    give_up("there is no window for the counter");
  }
  window = fork();
  if (window == 0) {
    serve(screen);
    _exit(0);
  }
  begin_session();
  int const terminal = open(ptsname(screen), O_RDWR);
  if (getsid(0) != getpid()) {
    give_up("mystery024 cannot be the first of a pipeline: start it by itself");
  }
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    dup2(terminal, stream);
  }
  close(terminal);
  close(screen);
}

void close_counter() {
  close_range(STDIN_FILENO, STDERR_FILENO, 0);
  waitpid(window, nullptr, 0);
}
