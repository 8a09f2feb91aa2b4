// SPDX-License-Identifier: MIT
// Simulates how a fire spreads along a tunnel. Every now and then a child prints a report: it has a
// copy of the whole tunnel as it was at that moment.
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::size_t slices = 1'300'000;
constexpr double zero_celsius = 273.15; // in kelvin

struct Slice {
  double kelvin = 293.15;
  double oxygen = 0.21;
  double smoke = 0;
  double fuel = 1;
};

class Tunnel {
public:
  Tunnel() : slices_(slices) { slices_[slices / 2].kelvin = 1200; }
  void spread() {
    for (std::size_t slice = 1; slice + 1 < slices_.size(); ++slice) {
      auto const both = slices_[slice - 1].kelvin + slices_[slice + 1].kelvin;
      slices_[slice].kelvin = (slices_[slice].kelvin + both) / 3;
    }
  }
  // A child shares its parent's pages until one of the two writes to them: so it only reads.
  void report() const {
    double hottest = 0;
    for (Slice const& slice : slices_) {
      hottest = std::max(hottest, slice.kelvin - zero_celsius);
    }
    std::cout << "report: " << hottest << " degrees Celsius at the fire" << std::endl;
  }

private:
  std::vector<Slice> slices_;
};

void report(Tunnel const& tunnel) {
  pid_t const reporter = fork();
  if (reporter == 0) {
    tunnel.report();
    _exit(0);
  }
  waitpid(reporter, nullptr, 0);
}

int decline() {
  std::cerr << "mystery031: not started, as it is not safe to run just anywhere.\n"
               "  whodunit run mystery031          runs it where it can do no harm\n"
               "  WHODUNIT_CONTAINED=1 mystery031  runs it here all the same\n";
  return 3;
}

} // namespace

int main() {
  if (std::getenv("WHODUNIT_CONTAINED") == nullptr) {
    return decline();
  }
  Tunnel tunnel;
  for (int minute = 1; minute <= 6; ++minute) {
    tunnel.spread();
    std::cout << "minute " << minute << std::endl;
    if (minute % 3 == 0) {
      report(tunnel);
    }
  }
  std::cout << "simulated" << std::endl;
}
