// SPDX-License-Identifier: MIT
// Says for each job of a mail system when it will run next. A rule is a day of the month, and the
// months in which the job is wanted.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

using namespace std::chrono;

struct Rule {
  char const* job;
  day on;
  std::vector<month> in;
};

bool wanted(Rule const& rule, year_month_day date) {
  return date.ok() && (rule.in.empty() || std::ranges::count(rule.in, date.month()) != 0);
}

year_month_day next_run(Rule const& rule, year_month from) {
  for (year_month month = from;; month += months(1)) {
    if (year_month_day const date = month / rule.on; wanted(rule, date)) {
      return date;
    }
  }
}

void announce(Rule const& rule, year_month from) {
  year_month_day const date = next_run(rule, from);
  std::printf("%-18s %d-%02u-%02u\n", rule.job, static_cast<int>(date.year()),
              static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  std::fflush(stdout);
}

} // namespace

int main() {
  std::vector<Rule> const rules{{"newsletter", day(1), {}},
                                {"trim the archive", day(31), {}},
                                {"membership fees", day(30), {February, August}},
                                {"end of the season", day(31), {June, September}},
                                {"leap day greetings", day(29), {February}}};
  for (Rule const& rule : rules) {
    announce(rule, 2026y / November);
  }
}
