// SPDX-License-Identifier: MIT
// Tells the users of a web host when their space will be used up, if they go on as in the last
// month.
#include <array>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <string_view>

namespace {

struct Account {
  std::string_view name;
  double used_mib;
  double used_a_month_ago_mib;
  double quota_mib;
};

constexpr std::array accounts{
    Account{"bakery", 812.5, 752.5, 1024},
    Account{"choir", 310.0, 310.0, 512},
    Account{"pottery", 96.0, 81.0, 256},
};

double days_left(Account const& account) {
  double const a_day = (account.used_mib - account.used_a_month_ago_mib) / 30;
  return (account.quota_mib - account.used_mib) / a_day;
}

} // namespace

int main() {
  for (Account const& account : accounts) {
    double const days = days_left(account);
    std::cout << std::left << std::setw(10) << account.name;
    if (std::isinf(days)) {
      std::cout << "never full at this rate\n";
    } else {
      std::cout << "full in " << std::floor(days) << " days\n";
    }
  }
}
