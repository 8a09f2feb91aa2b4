// SPDX-License-Identifier: MIT
// Puts the parcels of the evening into the van of one depot, in the order in which they were
// booked.
#include <array>
#include <iostream>
#include <string_view>

namespace {

struct Parcel {
  std::string_view number;
  int kilograms;
};

constexpr std::array booked{Parcel{"4-1180", 310}, Parcel{"4-1181", 45}, Parcel{"4-1182", 420},
                            Parcel{"4-1183", 18}, Parcel{"4-1184", 260}};
constexpr int payload = 800; // kilograms

constexpr int loaded = 0;
constexpr int no_room = 1; // small and positive: it arrives as it was sent

int load() {
  int left = payload;
  for (Parcel const& parcel : booked) {
    if (parcel.kilograms > left) {
      std::cerr << "no room for " << parcel.number << ", " << left << " kg left\n";
      return no_room;
    }
    left -= parcel.kilograms;
    std::cout << parcel.number << " is in the van" << std::endl;
  }
  return loaded;
}

} // namespace

int main() {
  return load();
}
