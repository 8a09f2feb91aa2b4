// SPDX-License-Identifier: MIT
#include "casebook/variant.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr std::string_view table_name = "parameters";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
constexpr std::string_view digits = "0123456789";
constexpr std::size_t longest = 64;

bool consists_of(std::string_view text, std::string const& characters) {
  return !text.empty() && text.size() <= longest &&
         text.find_first_not_of(characters) == std::string_view::npos;
}

bool is_name(std::string_view text) {
  return consists_of(text, std::string(letters).append(digits)) &&
         letters.find(text.front()) != std::string_view::npos;
}

// What goes onto a command line and into a file's name unquoted.
bool is_value(std::string_view text) {
  return consists_of(text, std::string(letters).append(digits).append(".-"));
}

std::string value_of(TomlValue const& value, Complaints& complaints) {
  if (auto const* const number = std::get_if<std::int64_t>(&value.content))
    return std::to_string(*number);
  auto const* const text = std::get_if<std::string>(&value.content);
  if (text != nullptr && is_value(*text))
    return *text;
  complaints.add(
      value.place, "is no value of a parameter",
      "it should be a whole number, or a word of letters, digits, \"_\", \".\" and \"-\"");
  return "";
}

Parameter read_parameter(TomlEntry const& entry, Complaints& complaints) {
  Parameter parameter{entry.key, {}};
  if (!is_name(entry.key))
    complaints.add(entry.place, fmt::format("\"{}\" is no name of a parameter", entry.key),
                   "it is given to the compiler as -DNAME=VALUE");
  if (auto const* const list = std::get_if<TomlArray>(&entry.value.content))
    for (auto const& value : *list)
      parameter.values.push_back(value_of(value, complaints));
  if (parameter.values.empty()) {
    complaints.add(entry.value.place, fmt::format("\"{}\" has no values", entry.key),
                   "write a list: the plain case's value first");
    parameter.values.emplace_back();
  }
  return parameter;
}

void fill_in_value(TomlValue& value, Variant const& variant) {
  if (auto* const text = std::get_if<std::string>(&value.content))
    *text = filled_in(std::move(*text), variant);
  if (auto* const array = std::get_if<TomlArray>(&value.content))
    for (auto& element : *array)
      fill_in_value(element, variant);
  if (auto* const table = std::get_if<TomlTable>(&value.content))
    fill_in(*table, variant);
}

} // namespace

std::vector<Parameter> read_parameters(TomlTable const& table, Complaints& complaints) {
  std::vector<Parameter> parameters;
  auto const found = std::ranges::find(table, table_name, &TomlEntry::key);
  if (found == table.end())
    return parameters;
  if (auto const* const entries = std::get_if<TomlTable>(&found->value.content))
    for (auto const& entry : *entries)
      parameters.push_back(read_parameter(entry, complaints));
  return parameters;
}

Variant plain_variant(std::vector<Parameter> const& parameters) {
  Variant variant;
  for (auto const& parameter : parameters)
    variant.emplace(parameter.name, parameter.values.front());
  return variant;
}

std::vector<Variant> all_variants(std::vector<Parameter> const& parameters, std::size_t most) {
  std::vector<Variant> variants{{}};
  for (auto const& parameter : parameters) {
    std::vector<Variant> longer;
    for (auto const& variant : variants)
      for (auto const& value : parameter.values)
        if (longer.size() < most) {
          longer.push_back(variant);
          longer.back().insert_or_assign(parameter.name, value);
        }
    variants = std::move(longer);
  }
  return variants;
}

std::string filled_in(std::string text, Variant const& variant) {
  for (auto const& [name, value] : variant) {
    auto const written = "{" + name + "}";
    for (auto at = text.find(written); at != std::string::npos;
         at = text.find(written, at + value.size()))
      text.replace(at, written.size(), value);
  }
  return text;
}

void fill_in(TomlTable& table, Variant const& variant) {
  if (variant.empty())
    return;
  for (auto& entry : table)
    if (entry.key != table_name)
      fill_in_value(entry.value, variant);
}

} // namespace whodunit
