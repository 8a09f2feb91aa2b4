// SPDX-License-Identifier: MIT
// Keeps the timetable in memory, so that the booking pages need not ask the database for it.
#include <array>
#include <csignal>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace {

using Timetable = std::map<std::string_view, std::string_view>;

Timetable load() {
  return {{"Basel", "08:04"}, {"Lyon", "09:12"}, {"Turin", "09:40"}, {"Ulm", "11:27"}};
}

// The supervisor wants to know when the cache is filled, and lets it go on when the others of the
// service are ready too.
void report_ready() {
  std::raise(SIGSTOP);
}

void serve(Timetable const& timetable, std::string_view town) {
  auto const found = timetable.find(town);
  std::cout << town << ": " << (found != timetable.end() ? found->second : "no train") << std::endl;
}

} // namespace

int main() {
  auto const timetable = load();
  std::cout << "timetable cache: " << timetable.size() << " departures" << std::endl;
  report_ready();
  for (std::string_view const town : std::array{"Lyon", "Ulm", "Graz"}) {
    serve(timetable, town);
  }
}
