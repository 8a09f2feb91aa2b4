// SPDX-License-Identifier: MIT
#include "report/progress_bar.hpp"

#include "report/terminal.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace whodunit {
namespace {

using namespace std::chrono_literals;

constexpr auto period = 100ms; // the first one too: short work has no bar
constexpr std::size_t cells = 30;

} // namespace

ProgressBar::ProgressBar(std::size_t total)
    : total_(total),
      shown_(Terminal(stderr).is_terminal()),
      next_(std::chrono::steady_clock::now() + period) {}

ProgressBar::~ProgressBar() {
  clear();
}

void ProgressBar::clear() {
  if (drawn_)
    fmt::print(stderr, "\r{:{}}\r", "", cells + 2 + 30);
  drawn_ = false;
}

void ProgressBar::advance() {
  ++done_;
  auto const now = std::chrono::steady_clock::now();
  if (!shown_ || now < next_ || total_ == 0)
    return;
  next_ = now + period;
  drawn_ = true;
  auto const filled = cells * done_ / total_;
  fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {}/{}", "", filled, "", cells - filled, done_, total_);
  std::fflush(stderr);
}

} // namespace whodunit
