// SPDX-License-Identifier: MIT
// Adds up what a toy shop took and what it paid back, day by day, and names the best day.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <vector>

namespace {

using namespace std::chrono;

struct Sale {
  year_month_day date;
  std::int64_t cents; // below nought: paid back
};

constexpr std::array sales{
    Sale{2024y / March / 28, 412'080},    Sale{2024y / March / 30, -5'990},
    Sale{2024y / November / 29, 935'200}, Sale{2024y / December / 23, 1'248'600},
    Sale{2024y / December / 27, -88'400}, Sale{2024y / December / 31, 204'800},
};

class ShopYear {
public:
  explicit ShopYear(year which) : first_(which / January / 1), taken_(365), paid_back_(365) {}

  void add_sale(Sale const& sale) {
    auto const day = (sys_days(sale.date) - first_).count();
    if (sale.cents < 0) {
      paid_back_[day] -= sale.cents;
    } else {
      taken_[day] += sale.cents;
    }
  }
  year_month_day best_day() const {
    return first_ + days(std::ranges::max_element(taken_) - taken_.begin());
  }

private:
  sys_days first_;
  std::vector<std::int64_t> taken_;
  std::vector<std::int64_t> paid_back_;
};

} // namespace

int main() {
  ShopYear shop_year(2024y);
  for (Sale const& sale : sales) {
    shop_year.add_sale(sale);
  }
  auto const best = shop_year.best_day();
  std::cout << "best day: " << unsigned(best.day()) << '.' << unsigned(best.month()) << '.'
            << std::endl;
}
