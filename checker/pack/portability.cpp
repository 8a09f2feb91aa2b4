// SPDX-License-Identifier: MIT
#include "pack/portability.hpp"

#include "pack/tool.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <set>
#include <sstream>

namespace whodunit {
namespace {

struct Floor {
  std::string_view library;
  std::array<int, 3> newest;
};

// glibc 2.34 and GCC 11 are of 2021: Fedora 35, Ubuntu 22.04, RHEL 9, Debian 12 and later have
// them.
constexpr std::array floors{Floor{"GLIBC_", {2, 34, 0}}, Floor{"GLIBCXX_", {3, 4, 29}},
                            Floor{"CXXABI_", {1, 3, 13}}};

std::array<int, 3> numbers_of(std::string_view text) {
  std::array<int, 3> numbers{};
  for (auto& number : numbers) {
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    text.remove_prefix(text.starts_with('.') ? 1 : text.size());
  }
  return numbers;
}

bool is_too_new(std::string_view version) {
  return std::ranges::any_of(floors, [&](Floor const& floor) {
    return version.starts_with(floor.library) &&
           numbers_of(version.substr(floor.library.size())) > floor.newest;
  });
}

bool is_program(std::filesystem::path const& file) {
  std::array<char, 4> magic{};
  std::ifstream(file, std::ios::binary).read(magic.data(), magic.size());
  return std::string_view(magic.data(), magic.size()) == "\x7f"
                                                         "ELF";
}

} // namespace

Result<std::vector<std::string>> versions_needed(std::filesystem::path const& program) {
  if (!is_program(program))
    return std::vector<std::string>{};
  auto const text = run_tool({"objdump", "-p", program.string()});
  if (!text)
    return text.error();
  std::set<std::string> versions;
  std::istringstream words(text->substr(std::min(text->find("Version References:"), text->size())));
  for (std::string word; words >> word;)
    if (std::ranges::any_of(floors,
                            [&](auto const& floor) { return word.starts_with(floor.library); }))
      versions.insert(word);
  return std::vector<std::string>(versions.begin(), versions.end());
}

std::vector<std::string> too_new(std::vector<std::string> const& versions) {
  std::vector<std::string> found;
  std::ranges::copy_if(versions, std::back_inserter(found), is_too_new);
  return found;
}

} // namespace whodunit
