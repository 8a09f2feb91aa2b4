// SPDX-License-Identifier: MIT
// Collects the names of the singers who come to rehearsal, and counts them.
#include <iostream>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Line {
  int reading;
  int writing;
};

pid_t ask_around(Line line) {
  pid_t const asking = fork();
  if (asking == 0) {
    std::string const answers = "Ada\nBela\nCleo\n";
    ssize_t const sent = write(line.writing, answers.data(), answers.size());
    _exit(sent == static_cast<ssize_t>(answers.size()) ? 0 : 1);
  }
  return asking;
}

std::vector<std::string> names_from(int reading) {
  std::string text;
  char piece[64];
  for (ssize_t got = 0; (got = read(reading, piece, sizeof piece)) > 0;) {
    text.append(piece, static_cast<std::size_t>(got));
  }
  std::istringstream stream(text);
  std::vector<std::string> names;
  for (std::string name; std::getline(stream, name);) {
    names.push_back(name);
  }
  return names;
}

} // namespace

int main() {
  int ends[2];
  if (pipe(ends) != 0) {
    return 1;
  }
  pid_t const asking = ask_around({ends[0], ends[1]});
  waitpid(asking, nullptr, 0);
  std::cout << names_from(ends[0]).size() << " singers tonight" << std::endl;
}
