// SPDX-License-Identifier: MIT
// Sends the list of tonight's parcels to the airline, by way of the airline's own program.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <sys/wait.h>

namespace {

std::string transmit() {
  auto const here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  return '"' + (here / "mystery067.d" / "transmit").string() + '"';
}

} // namespace

int main() {
  int const waited = std::system((transmit() + " tonight").c_str());
  // What system() returns is a wait status: the exit code has to be taken out of it.
  int const outcome = WIFEXITED(waited) ? WEXITSTATUS(waited) : EXIT_FAILURE;
  if (outcome != 0) {
    std::cerr << "manifest: transmit returned " << outcome << '\n';
  }
  return outcome;
}
