// SPDX-License-Identifier: MIT
// Prepares the yearly statements of a savings bank, all of them before the first is printed. What
// it may use of the machine is laid down in its settings, as other jobs run there at night.
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

using Settings = std::map<std::string, std::string>;

struct Statement {
  int account = 0;
  std::array<int, 60> entries{};
};

Settings read_settings() {
  auto const program = std::filesystem::read_symlink("/proc/self/exe");
  std::ifstream file(program.string() + ".d/statements.conf");
  Settings settings;
  for (std::string name, value; file >> name >> value;) {
    settings[name] = value;
  }
  return settings;
}

bool keep_within(rlim_t mib) {
  rlimit const limit{mib << 20U, mib << 20U};
  return setrlimit(RLIMIT_AS, &limit) == 0;
}

std::vector<Statement> prepare(int accounts) {
  std::vector<Statement> statements;
  statements.reserve(accounts);
  for (int account = 1; account <= accounts; ++account) {
    statements.push_back({account, {}});
  }
  return statements;
}

} // namespace

int main() {
  auto settings = read_settings();
  if (settings.empty() || !keep_within(std::stoul(settings["budget_mib"]))) {
    std::cerr << "statements: no usable settings\n";
    return 2;
  }
  std::cout << "statements for " << settings["accounts"] << " accounts" << std::endl;
  auto const statements = prepare(std::stoi(settings["accounts"]));
  std::cout << statements.size() << " are ready to be printed" << std::endl;
}
