// SPDX-License-Identifier: MIT
// Reads the standing orders of a bank's customers and prints what is due on the first of the month.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <sstream>
#include <string>

namespace {

// payee, amount, day of the month, instalments left
constexpr auto orders = R"(Linden Housing;850.00;1;14
City Gym;29.00;15;3
Aunt Mathilda;50.00;1;6
Public Library;12.00;1;open
Car Loan 4711;241.50;1;31
)";

struct StandingOrder {
  std::string payee;
  int cents = 0;
  int day = 0;
  int instalments = 0;
};

int cents_of(std::string const& field) {
  return static_cast<int>(std::lround(std::stod(field) * 100));
}

int day_of_month(std::string const& field) {
  return std::min(std::stoi(field), 28); // every month has one
}

int instalments_left(std::string const& field) {
  return std::stoi(field);
}

StandingOrder read_order(std::string const& line) {
  std::istringstream fields(line);
  std::string payee, amount, day, left;
  std::getline(fields, payee, ';');
  std::getline(fields, amount, ';');
  std::getline(fields, day, ';');
  std::getline(fields, left, ';');
  return {payee, cents_of(amount), day_of_month(day), instalments_left(left)};
}

} // namespace

int main() {
  std::istringstream list(orders);
  for (std::string line; std::getline(list, line);) {
    StandingOrder const order = read_order(line);
    if (order.day == 1 && order.instalments > 0) {
      std::cout << order.payee << ": " << order.cents << " ct" << std::endl;
    }
  }
}
