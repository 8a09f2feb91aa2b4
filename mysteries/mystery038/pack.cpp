// SPDX-License-Identifier: MIT
// Packs the photographs, album by album.
#include <array>
#include <chrono>
#include <iostream>
#include <string_view>
#include <thread>

namespace {

using namespace std::chrono_literals;

struct Album {
  std::string_view name;
  std::string_view const* cover;
};

constexpr std::string_view lake = "lake.jpg";
constexpr std::string_view cake = "cake.jpg";
constexpr std::array albums{Album{"summer", &lake}, Album{"birthday", &cake},
                            Album{"garden", nullptr}, Album{"winter", &lake}};

std::size_t thumbnail_size(Album const& album) {
  return album.cover->size();
}

} // namespace

int main() {
  for (Album const& album : albums) {
    std::this_thread::sleep_for(100ms);
    std::cout << "pack: " << album.name << ", cover of " << thumbnail_size(album) << std::endl;
  }
}
