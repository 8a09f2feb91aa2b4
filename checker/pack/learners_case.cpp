// SPDX-License-Identifier: MIT
#include "pack/learners_case.hpp"

#include "casebook/text_file.hpp"
#include "casebook/toml_table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr Bytes largest{1ULL << 20U};

std::string in_quotes(std::string_view text) {
  std::string written = "\"";
  for (char const letter : text) {
    auto const byte = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\')
      written += '\\';
    if (letter == '\n')
      written += "\\n";
    else if (byte < 0x20 || byte == 0x7f)
      written += fmt::format("\\u{:04x}", byte);
    else
      written += letter;
  }
  return written + '"';
}

std::string written(TomlValue const& value) {
  if (auto const* const text = std::get_if<std::string>(&value.content))
    return in_quotes(*text);
  if (auto const* const number = std::get_if<std::int64_t>(&value.content))
    return std::to_string(*number);
  if (auto const* const number = std::get_if<double>(&value.content))
    return fmt::format("{:#}", *number);
  if (auto const* const truth = std::get_if<bool>(&value.content))
    return *truth ? "true" : "false";
  std::string list;
  if (auto const* const array = std::get_if<TomlArray>(&value.content))
    for (auto const& element : *array)
      list += (list.empty() ? "" : ", ") + written(element);
  return "[" + list + "]";
}

bool is_table(TomlEntry const& entry) {
  return std::holds_alternative<TomlTable>(entry.value.content);
}

std::string lines_of(TomlTable const& table) {
  std::string lines;
  for (auto const& entry : table)
    if (!is_table(entry)) // a case has no tables in tables
      lines += fmt::format("{} = {}\n", entry.key, written(entry.value));
  return lines;
}

bool is_for_learners(TomlEntry const& entry) {
  return entry.key != "parameters" && entry.key != "build";
}

} // namespace

Checked<std::string> learners_case(std::filesystem::path const& folder, Variant const& variant) {
  auto const file = folder / "case.toml";
  auto const text = read_text_file(file, largest, "a case");
  if (!text)
    return text.error();
  auto table = parse_toml(*text, file.string());
  if (!table)
    return table.error();
  fill_in(*table, variant);
  auto lines = lines_of(*table);
  for (auto const& entry : *table)
    if (is_table(entry) && is_for_learners(entry))
      lines +=
          fmt::format("\n[{}]\n{}", entry.key, lines_of(std::get<TomlTable>(entry.value.content)));
  return {boost::system::in_place_value, std::move(lines)};
}

} // namespace whodunit
