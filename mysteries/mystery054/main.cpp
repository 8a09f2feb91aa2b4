// SPDX-License-Identifier: MIT
// A game server's clock: moves the world on by one step a tick, and wants no interruption
// meanwhile.
#include <array>
#include <iostream>
#include <string_view>
#ifdef __UINTR__
#include <immintrin.h>
#endif

namespace {

struct Ship {
  std::string_view name;
  int x;
  int speed;
};

// While it lives no message from another process comes in between. Machines without user
// interrupts read their messages after the tick, and have nothing to hold back.
class Undisturbed {
public:
#ifdef __UINTR__
  Undisturbed() : before_(_testui()) {
    _clui();
  }
  ~Undisturbed() {
    if (before_ != 0) {
      _stui();
    }
  }

private:
  unsigned char before_;
#else
  Undisturbed() {}
  ~Undisturbed() {}
#endif
};

void tick(std::array<Ship, 3>& fleet) {
  Undisturbed const quiet;
  for (Ship& ship : fleet) {
    ship.x += ship.speed;
  }
}

} // namespace

int main() {
  std::array fleet{Ship{"heron", 0, 7}, Ship{"gannet", 40, -3}, Ship{"plover", 12, 5}};
  std::cout << "the server is up, " << fleet.size() << " ships" << std::endl;
  for (int i = 0; i < 60; ++i) {
    tick(fleet);
  }
  for (Ship const& ship : fleet) {
    std::cout << ship.name << " is at " << ship.x << '\n';
  }
}
