// SPDX-License-Identifier: MIT
// Draws the tiles of the city map before the first visitor comes, so that nobody has to wait for
// one.
#include <cstddef>
#include <cstdint>
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

// The memory set aside for tiles holds this many, 32 MiB of them.
constexpr std::size_t budget = 512;

} // namespace

int main() {
  TileCache cache;
  for (int zoom = 0; zoom <= street_level; ++zoom) {
    int const side = 1 << zoom;
    // Each level is four times the one before: the first that does not fit is drawn on demand, like
    // all below it.
    if (cache.size() + static_cast<std::size_t>(side) * side > budget) {
      break;
    }
    for (int row = 0; row < side; ++row) {
      for (int column = 0; column < side; ++column) {
        cache.fetch({zoom, column, row});
      }
    }
    std::cout << "zoom " << zoom << " is drawn" << std::endl;
  }
  std::cout << cache.size() << " tiles are waiting for visitors\n";
}
