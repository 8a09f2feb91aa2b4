// SPDX-License-Identifier: MIT
// Prints the transfer slips of the day: whom, how much, and the account in readable groups.
#include <array>
#include <iostream>
#include <string_view>

namespace {

struct Transfer {
  std::string_view payee;
  int cents;
  std::string_view iban;
};

constexpr std::array transfers{
    Transfer{"Mill Lane Bakery", 18'340, "DE89370400440532013000"},
    Transfer{"Water Works", 7'215, "DE02120300000000202051"},
    Transfer{"B. Okafor", 92'000, "DE75512108001245126199"},
};

void in_fours(std::string_view iban, char* out) {
  for (std::size_t place = 0; place < iban.size(); ++place) {
    if (place != 0 && place % 4 == 0) {
      *out++ = ' ';
    }
    *out++ = iban[place];
  }
  *out = '\0';
}

void print_slips() {
  char account[24];
  for (Transfer const& transfer : transfers) {
    in_fours(transfer.iban, account);
    std::cout << transfer.payee << ", " << transfer.cents << " ct, to " << account << '\n';
  }
  std::cout << transfers.size() << " slips" << std::endl;
}

} // namespace

int main() {
  print_slips();
  std::cout << "ready for the signature" << std::endl;
}
