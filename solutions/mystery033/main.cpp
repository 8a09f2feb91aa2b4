// SPDX-License-Identifier: MIT
// Puts together the figures of the month for the notice board of the town library.
#include <array>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <unistd.h>

namespace {

struct Section {
  std::string_view title;
  int last_month;
  int this_month;
};

constexpr std::array sections{Section{"visitors", 4120, 4388}, Section{"loans", 9034, 8951},
                              Section{"new readers", 61, 74}, Section{"fees paid", 212, 180}};
constexpr std::array titles{"visitors", "loans", "renewals", "new readers", "fees paid"};

Section const* find(std::string_view title) {
  for (Section const& section : sections) {
    if (section.title == title) {
      return &section;
    }
  }
  return nullptr;
}

int trend(Section const* section) {
  return section->this_month - section->last_month;
}

// The mailer waits for the footer, so there is always one; the status is not its business.
void sign_off() {
  constexpr std::string_view footer = "-- the town library wishes you a good month --\n";
  write(STDOUT_FILENO, footer.data(), footer.size());
}

} // namespace

int main() {
  // No handler: a crash stays a crash, for all to see. And no crash for want of a section.
  int status = EXIT_SUCCESS;
  for (std::string_view title : titles) {
    Section const* const section = find(title);
    if (section == nullptr) {
      std::cerr << title << ": no figures this month\n";
      status = EXIT_FAILURE;
      continue;
    }
    std::cout << title << ": " << std::showpos << trend(section) << std::endl;
  }
  sign_off();
  return status;
}
