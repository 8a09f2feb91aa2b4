// SPDX-License-Identifier: MIT
// Books parcels on the night train. Each is given by the time at which it was brought in.
#include <iostream>
#include <string_view>

namespace {

constexpr std::string_view last_call = "18:00";
constexpr int timed_out = 124; // the usual number for it

} // namespace

int main(int count, char** words) {
  for (int word = 1; word < count; ++word) {
    std::string_view const brought = words[word];
    if (brought > last_call) {
      return timed_out;
    }
    std::cout << "parcel of " << brought << ": booked" << std::endl;
  }
}
