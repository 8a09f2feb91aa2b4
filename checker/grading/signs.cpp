// SPDX-License-Identifier: MIT
#include "grading/signs.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace whodunit {
namespace {

struct Sign {
  Term value;
  std::string_view text;
};

constexpr std::array signs{
#define SIGN(value, text) Sign{term(value), text},
#include "grading/signs.def"
};

struct Look {
  std::string_view family;
  std::string_view text;
};

constexpr std::array looks{
#define LOOK(family, text) Look{family, text},
#include "grading/signs.def"
};

} // namespace

std::string sign_of(Term value, std::string_view program) {
  auto const* const found = std::ranges::find(signs, value, &Sign::value);
  return found == signs.end() ? "" : fmt::format(fmt::runtime(found->text), program);
}

std::string look_of(std::string_view family, std::string_view program) {
  auto const* const found = std::ranges::find(looks, family, &Look::family);
  return found == looks.end() ? "" : fmt::format(fmt::runtime(found->text), program);
}

} // namespace whodunit
