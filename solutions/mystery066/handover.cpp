// SPDX-License-Identifier: MIT
// Books parcels on the night train. Each is given by the time at which it was brought in.
#include <iostream>
#include <string_view>

namespace {

constexpr std::string_view last_call = "18:00";
constexpr int too_late = 3; // a number of its own, which no tool on the way gives a meaning

} // namespace

int main(int count, char** words) {
  for (int word = 1; word < count; ++word) {
    std::string_view const brought = words[word];
    if (brought > last_call) {
      std::cerr << "parcel of " << brought << ": too late, the last call was " << last_call << '\n';
      return too_late;
    }
    std::cout << "parcel of " << brought << ": booked" << std::endl;
  }
}
