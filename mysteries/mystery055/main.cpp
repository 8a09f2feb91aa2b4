// SPDX-License-Identifier: MIT
// Turns a picture into indexed colours, and checks what it has made before it is saved.
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <string_view>
#include <utility>
#include <vector>

namespace {

// The new logo, with soft edges: nine greys from black (0) to white (9).
constexpr std::string_view picture = "99876789"
                                     "98543459"
                                     "97420249"
                                     "76543456";
constexpr int width = 8;
constexpr int picture_is_wrong = 3;

std::uint32_t colour_of(char pixel) {
  std::uint32_t const grey = (pixel - '0') * 255 / 9;
  return grey << 16U | grey << 8U | grey;
}

class Palette {
public:
  // Eight are enough for most pictures.
  Palette() { colours_.reserve(8); }
  // The slot of this colour; a new one where there is none yet.
  std::uint32_t const& slot_for(std::uint32_t colour) {
    for (std::uint32_t const& known : colours_) {
      if (known == colour) {
        return known;
      }
    }
    return colours_.emplace_back(colour);
  }
  std::size_t size() const { return colours_.size(); }

private:
  std::vector<std::uint32_t> colours_;
};

} // namespace

int main() {
  Palette palette;
  std::uint32_t const& background = palette.slot_for(colour_of(picture.front()));
  std::vector<std::vector<std::uint32_t>> rows;
  for (std::size_t at = 0; at < picture.size(); at += width) {
    std::vector<std::uint32_t> row;
    row.reserve(width);
    for (char const pixel : picture.substr(at, width)) {
      row.push_back(palette.slot_for(colour_of(pixel)));
    }
    rows.push_back(std::move(row));
  }
  std::cout << rows.size() << " rows, " << palette.size() << " colours, background #" << std::hex
            << std::setw(6) << std::setfill('0') << background << '\n';
  if (background != colour_of(picture.front())) {
    std::cerr << "the background is not that of the original\n";
    return picture_is_wrong;
  }
}
