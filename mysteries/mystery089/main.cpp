// SPDX-License-Identifier: MIT
// Has the night's mail looked through by a spam filter of its own process, and counts what it says.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Filter {
  pid_t process = 0;
  std::FILE* mail = nullptr;
  std::FILE* verdicts = nullptr;
};

Filter start_filter() {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) {
    std::exit(3);
  }
  pid_t const process = fork();
  if (process == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    auto const program = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/filter";
    execl(program.c_str(), "filter", nullptr);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  return {process, fdopen(in[1], "w"), fdopen(out[0], "r")};
}

void hand_over(Filter const& filter, int letters) {
  for (int number = 1; number <= letters; ++number) {
    auto const* const subject =
        number % 3 == 0 ? "You have won a cruise" : "Minutes of the meeting";
    std::fprintf(filter.mail, "%06d %s, and what else was to be said about it\n", number, subject);
  }
  std::fclose(filter.mail);
}

int count_spam(Filter const& filter) {
  int spam = 0;
  std::array<char, 200> verdict{};
  while (std::fgets(verdict.data(), verdict.size(), filter.verdicts) != nullptr) {
    spam += verdict[0] == '*' ? 1 : 0;
  }
  return spam;
}

void look_through(int letters) {
  Filter const filter = start_filter();
  hand_over(filter, letters);
  int const spam = count_spam(filter);
  waitpid(filter.process, nullptr, 0);
  std::cout << letters << " letters, " << spam << " of them spam" << std::endl;
}

} // namespace

int main() {
  look_through(12);
  look_through(4200);
}
