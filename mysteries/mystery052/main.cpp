// SPDX-License-Identifier: MIT
// Collects what the doors of a tram report during a shift, in the folder of the shift, and sends it
// off at the depot: mystery052 [SECONDS], for which it keeps trying if something cannot be written.
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int stops = 12;
constexpr int doors = 4;
constexpr auto folder = "shift-17";

// What a file is for: "door" or "stop".
std::string read_setting() {
  std::ifstream settings(fs::read_symlink("/proc/self/exe").string() + ".d/doors.conf");
  for (std::string line; std::getline(settings, line);) {
    if (line.starts_with("one-file-for ")) {
      return line.substr(line.find(' ') + 1);
    }
  }
  return "door";
}

bool append(std::string const& path, std::string const& line) {
  return static_cast<bool>(std::ofstream(path, std::ios::app) << line << std::flush);
}

bool note(std::string const& path, std::string const& line, std::chrono::seconds patience) {
  auto const deadline = Clock::now() + patience;
  while (!append(path, line)) {
    if (Clock::now() >= deadline) {
      std::cerr << "doors: cannot write " << path << ": " << std::strerror(errno) << std::endl;
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  return true;
}

} // namespace

int main(int argc, char* argv[]) {
  std::chrono::seconds const patience(argc > 1 ? std::stoi(argv[1]) : 0);
  bool const by_door = read_setting() == "door";
  fs::create_directory(folder);
  std::cout << "doors: " << fs::space(folder).available / 1024 << " KiB are free" << std::endl;
  for (int stop = 1; stop <= stops; ++stop) {
    for (int door = 1; door <= doors; ++door) {
      auto const path = std::string(folder) + "/stop-" + std::to_string(stop) +
                        (by_door ? "-door-" + std::to_string(door) : std::string());
      if (!note(path, "door " + std::to_string(door) + " closed\n", patience)) {
        return EXIT_FAILURE;
      }
    }
  }
  std::cout << "doors: " << stops * doors << " reports are sent off" << std::endl;
  fs::remove_all(folder);
}
