// SPDX-License-Identifier: MIT
// Counts the seed packets that have lost their label; the status says how many there are.
#include <iostream>
#include <string>
#include <vector>

namespace {

struct Packet {
  int drawer;
  std::string label;
};

std::vector<Packet> shelf() {
  std::vector<Packet> packets;
  for (int drawer = 0; drawer < 256; ++drawer) {
    packets.push_back({drawer, ""});
  }
  return packets;
}

int without_label(std::vector<Packet> const& packets) {
  int count = 0;
  for (Packet const& packet : packets) {
    count += packet.label.empty() ? 1 : 0;
  }
  return count;
}

} // namespace

int main() {
  int const missing = without_label(shelf());
  std::cout << "shelf counted" << std::endl;
  return missing;
}
