// SPDX-License-Identifier: MIT
// Posts the direct debits of the day. What cannot be posted is listed for the clerk.
#include <exception>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Account {
  int balance = 100'000;
  void debit(int cents) {
    if (cents > balance) {
      throw std::runtime_error("insufficient funds");
    }
    balance -= cents;
  }
};

// Collects the debits of one customer, and posts them together in the end.
class Batch {
public:
  explicit Batch(Account& account) : account_(account) {}
  ~Batch() { post_all(); }
  void add(int cents) { debits_.push_back(cents); }

private:
  void post_all() {
    for (int const cents : debits_) {
      account_.debit(cents);
    }
  }
  Account& account_;
  std::vector<int> debits_;
};

void collect(std::vector<int> const& debits) {
  Account account;
  Batch batch(account);
  for (int const cents : debits) {
    batch.add(cents);
  }
}

} // namespace

int main() {
  std::map<std::string, std::vector<int>> const customers{
      {"Abel", {4'990, 1'250}}, {"Bianchi", {85'000, 24'150}}, {"Costa", {990}}};
  for (auto const& [name, debits] : customers) {
    try {
      collect(debits);
      std::cout << name << ": posted" << std::endl;
    } catch (std::exception const& error) {
      std::cout << name << ": for the clerk, " << error.what() << std::endl;
    }
  }
}
