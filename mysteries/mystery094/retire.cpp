// SPDX-License-Identifier: MIT
// Ends the old version of a program before the new one comes: retire NAME. Only among the processes
// that were started together with it.
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string command_of(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/comm");
  std::string name;
  std::getline(file, name);
  return name;
}

std::vector<pid_t> colleagues() {
  std::vector<pid_t> found;
  for (fs::directory_entry const& entry : fs::directory_iterator("/proc")) {
    pid_t const process = std::atoi(entry.path().filename().c_str());
    if (process > 0 && process != getpid() && getpgid(process) == getpgrp()) {
      found.push_back(process);
    }
  }
  return found;
}

bool goes_by(std::string const& command, std::string const& name) {
  return command.find(name) != std::string::npos;
}

} // namespace

int main(int, char** arguments) {
  for (pid_t const process : colleagues()) {
    if (goes_by(command_of(process), arguments[1])) {
      kill(process, SIGTERM);
    }
  }
  std::cout << "retire: the old " << arguments[1] << " has left" << std::endl;
}
