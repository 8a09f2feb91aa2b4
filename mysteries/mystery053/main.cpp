// SPDX-License-Identifier: MIT
// Lists the pictures of a folder for the viewer, each with what its codec can tell of it.
#include "formats.hpp"

#include <array>
#include <iostream>

namespace {

struct Picture {
  std::string_view name;
  std::string_view bytes;
};

constexpr std::array pictures{Picture{"logo.pbm", "P1 64 32 ..."},
                              Picture{"stamp.pbm", "P1 16 16 ..."},
                              Picture{"notes.txt", "return the lens"}};

} // namespace

int main() {
  std::cout << pictures.size() << " files\n";
  for (Picture const& picture : pictures) {
    std::string const ending(picture.name.substr(picture.name.rfind('.') + 1));
    Decoder const decode = format_for(ending);
    std::cout << picture.name << ": " << (decode ? decode(picture.bytes) : "no picture") << '\n';
  }
}
