// SPDX-License-Identifier: MIT
// Sends the list of tonight's parcels to the airline, by way of the airline's own program.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

namespace {

std::string transmit() {
  auto const here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
  return '"' + (here / "mystery067.d" / "transmit").string() + '"';
}

} // namespace

int main() {
  int const outcome = std::system((transmit() + " tonight").c_str());
  if (outcome != 0) {
    std::cerr << "manifest: transmit returned " << outcome << '\n';
  }
  return outcome;
}
