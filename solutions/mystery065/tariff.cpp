// SPDX-License-Identifier: MIT
// The carrier's tariff.
int tariff_of_zone(int zone) {
  constexpr int basic = 490;
  constexpr int per_zone = 160;
  return basic + zone * per_zone;
}
