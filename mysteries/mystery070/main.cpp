// SPDX-License-Identifier: MIT
// Serves the terminal of a village library: one visit after another, each in two small programs.
#include <array>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Visit {
  std::string_view reader;
  std::string_view books;
};

constexpr std::array visits{Visit{"Marta", "2"}, Visit{"Ole", "1"}, Visit{"Ines", "3"}};

int run(std::string_view name, Visit const& visit) {
  pid_t const helper = fork();
  if (helper == 0) {
    auto const here = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/";
    execl((here + std::string(name)).c_str(), name.data(), visit.reader.data(), visit.books.data(),
          nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(helper, &status, 0);
  return status;
}

} // namespace

int main() {
  for (Visit const& visit : visits) {
    if (run("lend", visit) != 0 || run("farewell", visit) != 0) {
      std::cerr << visit.reader << ": the visit was not finished\n";
      return EXIT_FAILURE;
    }
  }
  std::cout << visits.size() << " visits today" << std::endl;
}
