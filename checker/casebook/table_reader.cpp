// SPDX-License-Identifier: MIT
#include "casebook/table_reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {

void Complaints::add(std::optional<Place> place, std::string problem, std::string advice) {
  list_.push_back({file_, place, std::move(problem), std::move(advice)});
}

std::vector<Complaint> Complaints::take() {
  std::ranges::stable_sort(list_, {}, [](Complaint const& complaint) {
    return complaint.place ? std::pair(complaint.place->line, complaint.place->column)
                           : std::pair(0U, 0U);
  });
  if (enough()) {
    list_.resize(most);
    add(std::nullopt, "there are more", "mend these first");
  }
  return std::move(list_);
}

std::string_view kind_of(TomlValue const& value) {
  constexpr std::array<std::string_view, 7> kinds{
      "text",   "a whole number", "a number with a point", "a truth", "a date or time",
      "a list", "a table"};
  return kinds.at(value.content.index());
}

void complain_unknown(Complaints& complaints, Place place, std::string_view key,
                      std::vector<std::string_view> const& known) {
  auto const near = nearest(key, known);
  complaints.add(place, fmt::format("unknown key \"{}\"", key),
                 near ? fmt::format("did you mean \"{}\"?", *near)
                      : fmt::format("known here: {}", fmt::join(known, ", ")));
}

TomlEntry const* TableReader::find(std::string_view key) {
  known_.emplace(key);
  auto const found = std::ranges::find(table_, key, &TomlEntry::key);
  return found == table_.end() ? nullptr : &*found;
}

TomlEntry const* TableReader::require(std::string_view key) {
  auto const* const entry = find(key);
  if (entry == nullptr)
    complaints_.add(at_, name_.empty() ? fmt::format("\"{}\" is missing", key)
                                       : fmt::format("\"{}\" is missing in {}", key, name_));
  return entry;
}

template <class T>
T const* TableReader::get(std::string_view key, std::string_view wanted) {
  auto const* const entry = find(key);
  if (entry == nullptr)
    return nullptr;
  auto const* const value = std::get_if<T>(&entry->value.content);
  if (value == nullptr)
    complaints_.add(entry->value.place, fmt::format("\"{}\" is {}", key, kind_of(entry->value)),
                    fmt::format("it should be {}", wanted));
  return value;
}

std::optional<std::string> TableReader::text(std::string_view key) {
  auto const* const value = get<std::string>(key, "text in double quotes");
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::string TableReader::required_text(std::string_view key) {
  auto const* const entry = require(key);
  auto value = entry == nullptr ? std::nullopt : text(key);
  if (value && value->find_first_not_of(" \t\r\n") == std::string::npos)
    complaints_.add(entry->value.place, fmt::format("\"{}\" is blank", key));
  return std::move(value).value_or("");
}

std::optional<std::int64_t> TableReader::integer(std::string_view key, std::int64_t least,
                                                 std::int64_t most) {
  auto const range = fmt::format("a whole number from {} to {}", least, most);
  auto const* const value = get<std::int64_t>(key, range);
  if (value == nullptr)
    return std::nullopt;
  if (*value >= least && *value <= most)
    return *value;
  complaints_.add(find(key)->value.place, fmt::format("\"{}\" is {}", key, *value),
                  fmt::format("it should be {}", range));
  return std::nullopt;
}

std::int64_t TableReader::required_integer(std::string_view key, std::int64_t least,
                                           std::int64_t most) {
  return require(key) == nullptr ? least : integer(key, least, most).value_or(least);
}

std::optional<bool> TableReader::truth(std::string_view key) {
  auto const* const value = get<bool>(key, "true or false");
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  std::vector<std::string> texts;
  for (auto const& element : array(key)) {
    if (auto const* const text = std::get_if<std::string>(&element.content))
      texts.push_back(*text);
    else
      complaints_.add(element.place, fmt::format("\"{}\" holds {}", key, kind_of(element)),
                      "it should hold texts in double quotes");
  }
  return texts;
}

std::vector<TomlValue> TableReader::array(std::string_view key) {
  auto const* const value = get<TomlArray>(key, "a list: [\"…\", \"…\"]");
  return value == nullptr ? TomlArray{} : *value;
}

TomlEntry const* TableReader::table(std::string_view key) {
  return get<TomlTable>(key, fmt::format("a table: [{}]", key)) == nullptr ? nullptr : find(key);
}

bool TableReader::format() {
  constexpr std::int64_t ours = 1;
  auto const* const entry = find("format");
  auto const* const number =
      entry == nullptr ? nullptr : std::get_if<std::int64_t>(&entry->value.content);
  if (number == nullptr || *number <= ours) {
    integer("format", ours, ours);
    return true;
  }
  complaints_.add(entry->value.place,
                  fmt::format("\"format\" is {}, and this whodunit reads {}", *number, ours),
                  "it was made for a newer whodunit: use that one");
  return false;
}

void TableReader::unknown_keys() {
  std::vector<std::string_view> const known(known_.begin(), known_.end());
  for (auto const& entry : table_)
    if (!known_.contains(entry.key) && !complaints_.enough())
      complain_unknown(complaints_, entry.place, entry.key, known);
}

} // namespace whodunit
