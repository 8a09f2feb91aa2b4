// SPDX-License-Identifier: MIT
#include "shelf.hpp"

#include <algorithm>
#include <cctype>
#include <gtest/gtest.h>

namespace whodunit::content {
namespace {

template <class T>
T value_or_failure(Checked<T> const& checked) {
  if (checked)
    return *checked;
  for (auto const& complaint : checked.error())
    ADD_FAILURE() << to_string(complaint);
  return {};
}

char folded(char letter) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

bool is_letter(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '-';
}

} // namespace

std::filesystem::path folder(std::string const& shelf) {
  return std::filesystem::path(WHODUNIT_SOURCE_DIR) / shelf;
}

std::vector<std::string> folders_in(std::filesystem::path const& parent) {
  std::vector<std::string> names;
  for (auto const& entry : std::filesystem::directory_iterator(parent))
    if (entry.is_directory())
      names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

Casebook shipped() {
  auto const binaries = std::filesystem::path(WHODUNIT_BINARY_DIR);
  return Casebook({folder("mysteries"), folder("solutions"), binaries / "bin", {}});
}

Case case_of(std::string const& name) {
  return value_or_failure(shipped().open_case(name));
}

Key key_of(std::string const& name) {
  return value_or_failure(shipped().open_key(name));
}

bool says(std::string const& text, std::string const& word) {
  auto const same = [](char a, char b) { return folded(a) == folded(b); };
  for (auto rest = text.begin();;) {
    auto const found = std::search(rest, text.end(), word.begin(), word.end(), same);
    if (found == text.end())
      return false;
    auto const after = found + static_cast<std::ptrdiff_t>(word.size());
    bool const begins = found == text.begin() || !is_letter(*(found - 1));
    if (begins && (after == text.end() || !is_letter(*after)))
      return true;
    rest = found + 1;
  }
}

} // namespace whodunit::content
