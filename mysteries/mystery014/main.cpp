// SPDX-License-Identifier: MIT
// Prints the invoices of a nursery on its letterhead.
#include <array>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string_view>

namespace {

// The letterhead as the typesetter's C library hands it out: whoever has it must free() it.
char* load_letterhead() {
  return strdup("Greenhill Nursery * 4 Orchard Lane * trees, shrubs and advice since 1931");
}

class Letterhead {
public:
  Letterhead() : text_(load_letterhead()) {}
  ~Letterhead() { std::free(text_); }
  std::string_view text() const { return text_; }

private:
  char* text_;
};

class Invoice {
public:
  explicit Invoice(int number) : number_(number) {}
  Letterhead letterhead() const { return letterhead_; }
  int number() const { return number_; }

private:
  int number_;
  Letterhead letterhead_;
};

std::size_t width(Invoice const& invoice) {
  return invoice.letterhead().text().size();
}

void print(Invoice const& invoice) {
  std::cout << std::string(width(invoice), '-') << "\ninvoice " << invoice.number() << std::endl;
}

} // namespace

int main() {
  for (int const number : {2024'117, 2024'118}) {
    Invoice const invoice(number);
    print(invoice);
  }
}
