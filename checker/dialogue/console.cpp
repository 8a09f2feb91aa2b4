// SPDX-License-Identifier: MIT
#include "dialogue/console.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace whodunit {
namespace {

constexpr std::size_t longest_line = 4096;

extern "C" void leave(int signal) {
  constexpr std::string_view farewell = "\nLeft. What you have solved is kept.\n";
  [[maybe_unused]] auto const written = ::write(STDOUT_FILENO, farewell.data(), farewell.size());
  std::signal(signal, SIG_DFL);
  raise(signal); // delivered when this handler returns: whoever started us sees the truth
}

extern "C" void wake(int /*signal*/) {}

// Without SA_RESTART, so that read(2) returns and the prompt can be shown again. An ignored SIGINT
// stays ignored.
void handle(int signal, void (*handler)(int)) {
  struct sigaction before {};
  sigaction(signal, nullptr, &before);
  if (before.sa_handler == SIG_IGN)
    return;
  struct sigaction action {};
  action.sa_handler = handler;
  sigaction(signal, &action, nullptr);
}

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view blanks = " \t\r\n";
  auto const begin = line.find_first_not_of(blanks);
  return begin == std::string_view::npos
             ? ""
             : line.substr(begin, line.find_last_not_of(blanks) - begin + 1);
}

} // namespace

Console::Console() : screen_(stdout) {
  handle(SIGINT, leave);
  handle(SIGCONT, wake);
}

Console::~Console() {
  handle(SIGINT, SIG_DFL);
  handle(SIGCONT, SIG_DFL);
}

bool Console::possible() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
}

std::optional<std::string> Console::ask(std::string_view prompt) {
  std::string line;
  screen_.print(prompt);
  while (line.empty() || line.back() != '\n') {
    std::array<char, longest_line> chunk{};
    auto const count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) {
      screen_.print(prompt); // back from ^Z
      continue;
    }
    if (count <= 0) {
      screen_.print("\n");
      return std::nullopt;
    }
    if (line.size() < longest_line || chunk[static_cast<std::size_t>(count) - 1] == '\n')
      line.append(chunk.data(), static_cast<std::size_t>(count));
  }
  return std::string(trimmed(std::string_view(line).substr(0, longest_line)));
}

} // namespace whodunit
