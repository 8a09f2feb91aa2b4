// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A very small XML parser, for pages: what it accepts every other one accepts too.

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>
#include <string>
#include <vector>

namespace whodunit::testing {

/// Whether \p page is `<!DOCTYPE html>` and elements that are closed in order, with quoted
/// attributes and no entity but XML's own.
inline ::testing::AssertionResult well_formed(std::string const& page) {
  static std::regex const tag(R"(^<(/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z:-]+="[^"<]*")*)(/?)>)");
  static std::regex const entity("^&(amp|lt|gt|quot|#39);");
  auto const failure = [&](std::size_t place) {
    return ::testing::AssertionFailure() << "not well-formed: " << page.substr(place, 120);
  };
  std::string const begin = "<!DOCTYPE html>\n";
  std::vector<std::string> open;
  for (std::size_t i = page.starts_with(begin) ? begin.size() : 0; i < page.size();) {
    auto const next = page.find_first_of("<&", i);
    if (next == std::string::npos)
      break;
    std::smatch match;
    auto const from = page.begin() + static_cast<std::ptrdiff_t>(next);
    auto const to = page.begin() + static_cast<std::ptrdiff_t>(std::min(page.size(), next + 20000));
    if (!std::regex_search(from, to, match, page[next] == '<' ? tag : entity))
      return failure(next);
    i = next + static_cast<std::size_t>(match.length());
    if (page[next] == '&' || match[4] == "/")
      continue;
    if (match[1] != "/") {
      open.push_back(match[2]);
      continue;
    }
    if (open.empty() || open.back() != match[2])
      return failure(next);
    open.pop_back();
  }
  return open.empty() ? ::testing::AssertionSuccess()
                      : ::testing::AssertionFailure() << "never closed: " << open.back();
}

/// The numbers in \p text, in order.
inline std::vector<double> numbers_in(std::string const& text) {
  static std::regex const number("-?[0-9]+(\\.[0-9]+)?");
  std::vector<double> numbers;
  for (std::sregex_iterator i(text.begin(), text.end(), number), end; i != end; ++i)
    numbers.push_back(std::stod(i->str()));
  return numbers;
}

} // namespace whodunit::testing
