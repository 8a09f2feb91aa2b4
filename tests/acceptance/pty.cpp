// SPDX-License-Identifier: MIT
#include "pty.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <pty.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whodunit {
namespace {

constexpr int patience = 60'000; // milliseconds of silence; only a broken program waits so long

std::vector<char*> pointers(std::vector<std::string> const& texts) {
  std::vector<char*> list;
  for (auto const& text : texts)
    list.push_back(const_cast<char*>(text.c_str())); // execve(2) changes nothing
  list.push_back(nullptr);
  return list;
}

std::string folded(std::string_view text) {
  std::string shown;
  for (bool escape = false; char const byte : text) {
    bool const blank = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    if (byte == '\x1b')
      escape = true;
    else if (escape)
      escape = byte != 'm';
    else if (!blank)
      shown += byte;
    else if (!shown.empty() && shown.back() != ' ')
      shown += ' ';
  }
  return shown;
}

} // namespace

Pty::Pty(std::string const& executable, std::vector<std::string> const& arguments,
         std::vector<std::string> const& environment, unsigned short columns) {
  auto const argv = pointers(arguments);
  auto const envp = pointers(environment);
  winsize const size{24, columns, 0, 0};
  child_ = forkpty(&master_, nullptr, nullptr, &size);
  if (child_ == 0) {
    execve(executable.c_str(), argv.data(), envp.data());
    _exit(127);
  }
}

Pty::~Pty() {
  hang_up();
  if (child_ > 0 && !ended_) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
}

bool Pty::read_more() {
  pollfd ready{master_, POLLIN, 0};
  if (master_ < 0 || poll(&ready, 1, patience) <= 0)
    return false;
  std::array<char, 4096> chunk{};
  auto const count = read(master_, chunk.data(), chunk.size());
  if (count <= 0)
    return false; // EIO: nobody has the other end any more
  raw_.append(chunk.data(), static_cast<std::size_t>(count));
  return true;
}

bool Pty::shows(std::string_view text) {
  while (true) {
    auto const screen = folded(raw_);
    if (auto const place = screen.find(text, expected_); place != std::string::npos) {
      expected_ = place + text.size();
      return true;
    }
    if (!read_more())
      return false;
  }
}

void Pty::type(std::string_view text) {
  while (!text.empty()) {
    auto const count = write(master_, text.data(), text.size());
    if (count <= 0)
      return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

void Pty::hang_up() {
  if (master_ >= 0)
    close(master_);
  master_ = -1;
}

std::optional<int> Pty::wait() {
  while (read_more()) // until the last one has closed it
    continue;
  int const handle = static_cast<int>(syscall(SYS_pidfd_open, child_, 0));
  pollfd ready{handle, POLLIN, 0};
  bool const over = handle >= 0 && poll(&ready, 1, patience) == 1;
  close(handle);
  int status = 0;
  if (!over || waitpid(child_, &status, 0) != child_)
    return std::nullopt;
  return ended_ = status;
}

termios Pty::mode() const {
  termios mode{};
  tcgetattr(master_, &mode);
  return mode;
}

} // namespace whodunit
