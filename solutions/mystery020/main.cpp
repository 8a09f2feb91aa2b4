// SPDX-License-Identifier: MIT
// Looks for recordings that a sound archive holds twice: it compares their fingerprints.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <random>
#include <sys/resource.h>
#include <thread>
#include <vector>

namespace {

using Fingerprints = std::vector<std::uint64_t>;

constexpr std::size_t recordings = 300'000;
constexpr rlim_t fair_share = 1; // seconds: other jobs want the server too

void be_fair() {
  rlimit share{};
  getrlimit(RLIMIT_CPU, &share);
  share.rlim_cur = fair_share;
  setrlimit(RLIMIT_CPU, &share);
}

Fingerprints load_archive() {
  std::this_thread::sleep_for(std::chrono::milliseconds(600)); // the drive has to spin up
  std::mt19937_64 sound(1987);
  Fingerprints prints(recordings);
  for (auto& print : prints) {
    print = sound();
  }
  prints.back() = prints.front();
  return prints;
}

std::size_t count_twins(Fingerprints prints) {
  // Once they are sorted, only neighbours can be twins: there is no need to compare each with each.
  std::ranges::sort(prints);
  std::size_t twins = 0;
  for (std::size_t one = 1; one < prints.size(); ++one) {
    twins += prints[one] == prints[one - 1] ? 1 : 0;
  }
  return twins;
}

} // namespace

int main() {
  be_fair();
  auto const prints = load_archive();
  std::cout << prints.size() << " recordings are loaded" << std::endl;
  std::cout << count_twins(prints) << " of them are held twice\n";
}
