// SPDX-License-Identifier: MIT
// Portable bitmaps: "P1", the width, the height, and then the pixels.
#include "formats.hpp"

#include <sstream>

namespace {

std::string bitmap(std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  std::string magic;
  int width = 0;
  int height = 0;
  in >> magic >> width >> height;
  return "bitmap, " + std::to_string(width) + " x " + std::to_string(height);
}

bool const known = add_format("pbm", bitmap);

} // namespace
