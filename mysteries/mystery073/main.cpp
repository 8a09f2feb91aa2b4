// SPDX-License-Identifier: MIT
// Minds the doors of an office house. The porter's desk has three buttons, and so that there is but
// one way to be told anything, each button becomes the signal that the manual has for it.
#include <array>
#include <csignal>
#include <iostream>
#include <string_view>

namespace {

struct Button {
  std::string_view label;
  int signal;
};

// As in the manual: hang-up, user 1, terminate.
constexpr std::array buttons{Button{"who may enter", 001}, Button{"new logbook", 010},
                             Button{"lock up", 015}};

volatile std::sig_atomic_t told = 0;

void on_button(int signal) {
  told = signal;
}

void press(Button const& button) {
  std::cout << button.label << ": " << std::flush;
  std::raise(button.signal);
}

std::string_view act() {
  switch (told) {
  case SIGHUP:
    return "the list was read again";
  case SIGUSR1:
    return "a new page was begun";
  case SIGTERM:
    return "all doors are locked";
  default:
    return "nothing to be done";
  }
}

} // namespace

int main() {
  for (int const signal : {SIGHUP, SIGUSR1, SIGTERM}) {
    std::signal(signal, on_button);
  }
  for (Button const& button : buttons) {
    press(button);
    std::cout << act() << std::endl;
  }
}
