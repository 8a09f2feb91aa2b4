// SPDX-License-Identifier: MIT
#include "cli/opened_solutions.hpp"

#include "casebook/text_file.hpp"
#include "record/journal.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>

namespace whodunit::cli {
namespace {

Result<std::filesystem::path> key_file(std::string const& name) {
  auto folder = state_folder();
  if (!folder)
    return folder.error();
  return {boost::system::in_place_value, *folder / "opened" / name};
}

// Without it the case has to be solved once more, and that is all.
void keep(std::string const& name, CipherKey const& key) {
  auto const file = key_file(name);
  if (!file)
    return;
  std::error_code failed;
  std::filesystem::create_directories(file->parent_path(), failed);
  std::ofstream(*file, std::ios::trunc) << to_base64(bytes_of(key));
}

bool has_all(std::map<Field, Answer> const& truth, std::vector<Field> const& fields) {
  return std::ranges::all_of(fields, [&](Field field) { return truth.contains(field); });
}

} // namespace

std::vector<std::string> keep_open(SealedSolution const& sealed, Case const& asked,
                                   std::map<Field, Answer> const& truth) {
  if (has_all(truth, asked.asks)) {
    auto const key = solution_key(sealed, asked, truth);
    if (auto solution = open_solution(sealed, key)) {
      keep(asked.name, key);
      return std::move(solution->evidence);
    }
  }
  fmt::print(stderr,
             "whodunit: {} is solved, but its sealed solution is damaged: unpack the kit "
             "once more\n",
             asked.name);
  return {};
}

std::optional<Solution> opened_before(SealedSolution const& sealed, std::string const& name) {
  auto const file = key_file(name);
  if (!file)
    return std::nullopt;
  auto const text = read_text_file(*file, Bytes{4096}, "a key");
  auto const bytes = text ? from_base64(*text) : std::nullopt;
  auto const key = bytes ? array_of<CipherKey>(*bytes) : std::nullopt;
  return key ? open_solution(sealed, *key) : std::nullopt;
}

} // namespace whodunit::cli
