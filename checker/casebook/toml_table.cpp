// SPDX-License-Identifier: MIT
#include "casebook/toml_table.hpp"

#include "casebook/nesting.hpp"

#include <algorithm>

// toml++ 3.3 asserts that the name in a table's head begins like one before it looks: `[.` or `[=`
// in a hostile file would abort a debug build, and be undefined in any other. The look itself
// follows.
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(condition) static_cast<void>(0)
#include <toml++/toml.h>

namespace whodunit {
namespace {

Place place_of(toml::source_region const& region) {
  return {region.begin.line, region.begin.column};
}

TomlValue convert(toml::node const& node);

TomlTable convert_table(toml::table const& table) {
  TomlTable converted;
  for (auto const& [key, value] : table)
    converted.push_back({std::string(key.str()), place_of(key.source()), convert(value)});
  std::ranges::stable_sort(converted, {}, [](TomlEntry const& entry) {
    return std::pair(entry.place.line, entry.place.column);
  });
  return converted;
}

TomlArray convert_array(toml::array const& array) {
  TomlArray converted;
  for (auto const& element : array)
    converted.push_back(convert(element));
  return converted;
}

// Recursion is as deep as the text is nested: see nesting.hpp.
TomlValue convert(toml::node const& node) {
  Place const place = place_of(node.source());
  if (auto const* text = node.as_string())
    return {place, text->get()};
  if (auto const* integer = node.as_integer())
    return {place, integer->get()};
  if (auto const* number = node.as_floating_point())
    return {place, number->get()};
  if (auto const* truth = node.as_boolean())
    return {place, truth->get()};
  if (auto const* array = node.as_array())
    return {place, convert_array(*array)};
  if (auto const* table = node.as_table())
    return {place, convert_table(*table)};
  return {place, TomlMoment{}};
}

} // namespace

Checked<TomlTable> parse_toml(std::string_view text, std::string const& file) {
  if (auto const place = too_deeply_nested(text))
    return std::vector{Complaint{file, *place, "is nested too deeply", "a plain name has no dots"}};
  auto const result = toml::parse(text, std::string_view(file));
  if (result)
    return convert_table(result.table());
  std::string problem(result.error().description());
  auto const advice =
      problem.find("utf-8") != std::string::npos
          ? "save the file as UTF-8"
          : "a line is name = \"text\" or name = 136: text stands in double quotes, a "
            "number does not";
  return std::vector{
      Complaint{file, place_of(result.error().source()), std::move(problem), advice}};
}

} // namespace whodunit
