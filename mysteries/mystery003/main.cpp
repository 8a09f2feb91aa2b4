// SPDX-License-Identifier: MIT
// Runs the jobs of the night one after the other, as long as the night has room for them.
#include <array>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

struct Job {
  std::string_view name;
  int minutes;
};

constexpr std::array jobs{Job{"backup", 140}, Job{"invoices", 45}, Job{"search index", 300},
                          Job{"newsletter", 30}};
constexpr int minutes_of_the_night = 360;

int cut_off() {
  std::cerr << "Killed\n";
  return 128 + SIGKILL;
}

} // namespace

int main() {
  int left = minutes_of_the_night;
  for (Job const& job : jobs) {
    if (job.minutes > left) {
      return cut_off();
    }
    left -= job.minutes;
    std::cout << job.name << ": done, " << left << " minutes left" << std::endl;
  }
  return EXIT_SUCCESS;
}
