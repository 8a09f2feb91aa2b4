// SPDX-License-Identifier: MIT
// Starts the night programme of a radio station: reads the play list from the share, and hands it
// to the player.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <sys/time.h>
#include <unistd.h>
#include <vector>

namespace {

using Titles = std::vector<std::string>;

// A share that does not answer has silenced the station before: better no start than a late one.
constexpr timeval patience{0, 600000};

void wait_no_longer_than(timeval const& time) {
  itimerval const once{{0, 0}, time};
  setitimer(ITIMER_REAL, &once, nullptr);
}

Titles read_titles(std::filesystem::path const& file) {
  Titles titles;
  std::ifstream list(file);
  for (std::string title; std::getline(list, title);) {
    titles.push_back(title);
  }
  return titles;
}

void play(std::filesystem::path const& player, Titles titles) {
  std::vector<char*> arguments{const_cast<char*>(player.c_str())};
  for (auto& title : titles) {
    arguments.push_back(title.data());
  }
  arguments.push_back(nullptr);
  execv(player.c_str(), arguments.data());
}

} // namespace

int main() {
  auto const program = std::filesystem::read_symlink("/proc/self/exe");
  auto const folder = program.string() + ".d";
  wait_no_longer_than(patience);
  auto const titles = read_titles(folder + "/night.m3u");
  wait_no_longer_than({}); // it was meant for the share, and would outlive the execv below
  std::cout << titles.size() << " titles for tonight" << std::endl;
  play(folder + "/player", titles);
  std::cerr << "cannot start the player\n";
  return 1;
}
