// SPDX-License-Identifier: MIT
// Draws the tiles of the city map before the first visitor comes, so that nobody has to wait for
// one.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <map>
#include <tuple>
#include <vector>

namespace {

constexpr int street_level = 18;
constexpr int tile_side = 256;

using Place = std::tuple<int, int, int>; // zoom, column, row
using Tile = std::vector<std::uint8_t>;

Tile draw(Place const& place) {
  auto const [zoom, column, row] = place;
  return Tile(tile_side * tile_side, static_cast<std::uint8_t>(zoom + column + row));
}

class TileCache {
public:
  Tile const& fetch(Place const& place) {
    auto const [found, fresh] = tiles_.try_emplace(place);
    return fresh ? found->second = draw(place) : found->second;
  }
  auto size() const { return tiles_.size(); }

private:
  std::map<Place, Tile> tiles_;
};

int decline() {
  std::cerr << "mystery001: not started, as it is not safe to run just anywhere.\n"
               "  whodunit run mystery001          runs it where it can do no harm\n"
               "  WHODUNIT_CONTAINED=1 mystery001  runs it here all the same\n";
  return 3;
}

} // namespace

int main() {
  if (std::getenv("WHODUNIT_CONTAINED") == nullptr) {
    return decline();
  }
  TileCache cache;
  for (int zoom = 0; zoom <= street_level; ++zoom) {
    int const side = 1 << zoom;
    for (int row = 0; row < side; ++row) {
      for (int column = 0; column < side; ++column) {
        cache.fetch({zoom, column, row});
      }
    }
    std::cout << "zoom " << zoom << " is drawn" << std::endl;
  }
  std::cout << cache.size() << " tiles are waiting for visitors\n";
}
