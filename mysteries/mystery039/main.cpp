// SPDX-License-Identifier: MIT
// Admits the guests of a concert: reads each ticket at the door, and says where its seat is.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace {

struct Ticket {
  std::string_view number;
  std::string_view seat;
  bool used = false;
};

std::array tickets{Ticket{"2041", "row 3, seat 11"}, Ticket{"2042", "row 3, seat 12"},
                   Ticket{"2077", "row 9, seat 4"}, Ticket{"2103", "balcony, seat 20"}};

// The scanner types what it reads, as a keyboard does. Without the keyboard of a terminal a door
// gets a line of its own, for a scanner to be plugged in.
void connect_scanner() {
  int line = open("/dev/tty", O_RDWR);
  if (line < 0 || tcgetpgrp(line) != getpgrp()) {
    line = posix_openpt(O_RDWR);
    grantpt(line);
    unlockpt(line);
    std::cout << "scanner on " << ptsname(line) << std::endl;
  }
  dup2(line, STDIN_FILENO);
}

std::string_view admit(std::string const& number) {
  auto* const ticket = std::ranges::find(tickets, number, &Ticket::number);
  if (ticket == tickets.end()) {
    return "unknown ticket";
  }
  return std::exchange(ticket->used, true) ? "already inside" : ticket->seat;
}

} // namespace

int main() {
  connect_scanner();
  std::cout << "doors open, " << tickets.size() << " tickets sold" << std::endl;
  for (std::string number; std::cin >> number && number != "close";) {
    std::cout << number << ": " << admit(number) << std::endl;
  }
  std::cout << "doors closed, " << std::ranges::count(tickets, true, &Ticket::used) << " inside"
            << std::endl;
}
