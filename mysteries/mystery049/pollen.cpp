// SPDX-License-Identifier: MIT
// The Pollen API: fetches the counts of all stations, then answers what it is asked.
#include <array>
#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

std::map<std::string, std::string> fetch_counts() {
  std::this_thread::sleep_for(600ms); // the stations take their time
  return {{"birch", "87 grains"}, {"hazel", "12 grains"}, {"health", "ok"}};
}

} // namespace

int main() {
  auto const counts = fetch_counts();
  std::array<char, 64> question{};
  for (ssize_t length = 0; (length = read(STDIN_FILENO, question.data(), question.size())) > 0;) {
    auto const found = counts.find({question.data(), static_cast<std::size_t>(length)});
    std::string_view const answer = found != counts.end() ? found->second : "?";
    write(STDIN_FILENO, answer.data(), answer.size());
  }
}
