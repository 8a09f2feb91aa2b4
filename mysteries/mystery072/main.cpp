// SPDX-License-Identifier: MIT
// Keeps the desks of a reading room: who has signed on where, until the porter closes the house.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

struct Desks {
  std::map<std::string, int> by_reader;
  std::map<int, std::string> by_number;
};

volatile std::sig_atomic_t closing = 0;

void on_closing(int) {
  closing = 1;
}

// The two lists are changed together or not at all: nobody may stop us half-way.
sigset_t begin_change() {
  sigset_t requests;
  sigset_t before;
  sigemptyset(&requests);
  sigaddset(&requests, SIGTERM);
  sigprocmask(SIG_BLOCK, &requests, &before);
  return before;
}

void end_change(sigset_t const& before) {
  sigprocmask(SIG_SETMASK, &before, nullptr);
}

void sign_on(Desks& desks, std::string const& reader, int desk) {
  auto const before = begin_change();
  desks.by_reader[reader] = desk;
  desks.by_number[desk] = reader;
  end_change(before);
  std::cout << reader << " has desk " << desk << std::endl;
}

void sign_off(Desks& desks, std::string const& reader) {
  auto const before = begin_change();
  auto const desk = desks.by_reader.find(reader);
  if (desk == desks.by_reader.end()) {
    std::cout << reader << " has no desk" << std::endl;
    return;
  }
  desks.by_number.erase(desk->second);
  desks.by_reader.erase(desk);
  end_change(before);
  std::cout << reader << " has left" << std::endl;
}

void start_porter() {
  auto const porter = std::filesystem::read_symlink("/proc/self/exe").string() + ".d/porter";
  auto const us = std::to_string(getpid());
  if (fork() == 0) {
    execl(porter.c_str(), "porter", us.c_str(), nullptr);
    _exit(127);
  }
}

} // namespace

int main() {
  std::signal(SIGTERM, on_closing);
  std::signal(SIGCHLD, SIG_IGN);
  start_porter();
  Desks desks;
  sign_on(desks, "Tilda", 4);
  sign_on(desks, "Bram", 11);
  sign_off(desks, "Tilda");
  sign_off(desks, "Tilda");
  while (closing == 0) {
    std::this_thread::sleep_for(400ms);
  }
  std::cout << "closed, with " << desks.by_number.size() << " desk to be cleared" << std::endl;
}
