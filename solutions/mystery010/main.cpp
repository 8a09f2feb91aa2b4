// SPDX-License-Identifier: MIT
// Seals the release notes of a container terminal, so that the gate can tell them from forged ones.
#include <array>
#include <cassert>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <string_view>
#include <sys/prctl.h>

namespace {

constexpr std::array released{"MSKU9070323", "TGHU7599330", "CSQU305438", "HLXU2008419"};
constexpr std::size_t length_of_number = 11;

class Key {
public:
  explicit Key(std::uint64_t secret) : secret_(secret) { prctl(PR_SET_DUMPABLE, 0); }
  std::uint64_t seal(std::string_view container) const {
    assert(container.size() == length_of_number);
    std::uint64_t seal = secret_;
    for (char const letter : container) {
      seal = (seal ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
    }
    return seal;
  }

private:
  std::uint64_t secret_;
};

} // namespace

int main() {
  Key const key(0x6c62272e07bb0142);
  for (std::string_view const container : released) {
    // What comes from outside is checked and refused; an assertion is for what cannot be.
    if (container.size() != length_of_number) {
      std::cout << container << " is no container number, not sealed" << std::endl;
      continue;
    }
    std::cout << container << ' ' << std::hex << std::setw(16) << std::setfill('0')
              << key.seal(container) << std::endl;
  }
}
