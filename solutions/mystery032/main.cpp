// SPDX-License-Identifier: MIT
// Compares last night's backup with the volume that it was made from, block by block.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <vector>

namespace {

constexpr std::size_t block_size = 4096;
constexpr std::size_t parcel_size = 1024 * 1024; // the backup travels in parcels
constexpr std::array parcels_arrived{true, true, true, true, true, false, true, true};

using Image = std::vector<unsigned char>;

Image read_volume() {
  Image volume(parcels_arrived.size() * parcel_size);
  for (std::size_t i = 0; i < volume.size(); ++i) {
    volume[i] = static_cast<unsigned char>(i / 7 + 1);
  }
  return volume;
}

Image read_backup(Image const& volume) {
  Image backup(volume.size());
  for (std::size_t i = 0; i < parcels_arrived.size(); ++i) {
    if (parcels_arrived[i]) {
      std::copy_n(volume.begin() + i * parcel_size, parcel_size, backup.begin() + i * parcel_size);
    }
  }
  return backup;
}

int count_differing_blocks(Image const& volume, Image const& backup) {
  int differing = 0;
  for (std::size_t at = 0; at < volume.size(); at += block_size) {
    if (!std::equal(volume.begin() + at, volume.begin() + at + block_size, backup.begin() + at)) {
      ++differing;
    }
  }
  return differing;
}

} // namespace

int main() {
  Image const volume = read_volume();
  Image const backup = read_backup(volume);
  int const differing = count_differing_blocks(volume, backup);
  if (differing > 0) {
    std::cerr << "FATAL: " << differing << " of " << volume.size() / block_size
              << " blocks differ\n";
  }
  // A status answers yes or no: how many there are stands in the message.
  return differing == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
