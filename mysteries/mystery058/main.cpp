// SPDX-License-Identifier: MIT
// Looks through a plugin before it is published, and says whether that may be done.
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <vector>

namespace {

struct Plugin {
  std::string_view name;
  int written_for;
  bool is_signed;
};

constexpr int api_version = 7;

std::vector<std::string_view> examine(Plugin const& plugin) {
  std::vector<std::string_view> findings;
  if (plugin.written_for > api_version) {
    findings.push_back("it wants a newer host");
  }
  if (!plugin.is_signed) {
    findings.push_back("it is not signed");
  }
  return findings;
}

// Tells its author what is in the way; true if anything is.
bool turn_down(std::vector<std::string_view> const& findings) {
  if (findings.empty()) {
    return false;
  }
  for (std::string_view const finding : findings) {
    std::cerr << "  " << finding << '\n';
  }
}

} // namespace

int main() {
  Plugin const plugin{"night-vision", 8, false};
  std::cout << plugin.name << ": checking" << std::endl;
  if (turn_down(examine(plugin))) {
    return EXIT_FAILURE;
  }
  std::cout << plugin.name << ": published" << std::endl;
}
