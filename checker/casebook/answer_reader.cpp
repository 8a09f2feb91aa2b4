// SPDX-License-Identifier: MIT
#include "casebook/answer_reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

// What a value of another type can still be read as; nullopt: nothing.
std::optional<std::string> as_text(Field field, TomlValue const& value) {
  if (auto const* const text = std::get_if<std::string>(&value.content))
    return *text;
  auto const* const number = std::get_if<std::int64_t>(&value.content);
  if (number != nullptr && (field == Field::status || field == Field::signal))
    return std::to_string(*number);
  auto const* const truth = std::get_if<bool>(&value.content);
  if (truth != nullptr && field == Field::core)
    return *truth ? "yes" : "no";
  return std::nullopt;
}

std::string example(Field field) {
  switch (field) {
  case Field::status:
    return "it should be a whole number from 0 to 255, \"varies\" or \"none\"";
  case Field::signal:
    return "it should be a signal, such as \"SIGHUP\", or \"none\"";
  case Field::where:
    return "it should be a word in double quotes";
  default:
    return fmt::format(
        "it should be text in double quotes, such as \"{}\"; see whodunit vocabulary",
        terms(field).front().code);
  }
}

std::vector<std::string_view> field_names(std::vector<std::string_view> const& others) {
  std::vector<std::string_view> names(others);
  for (auto const field : all_fields()) {
    names.push_back(code(field));
    for (auto rest = facts(field).aliases; !rest.empty();) {
      auto const bar = std::min(rest.find('|'), rest.size());
      names.push_back(rest.substr(0, bar));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  return names;
}

} // namespace

std::optional<Answer> read_answer(Field field, TomlValue const& value, Complaints& complaints) {
  auto const text = as_text(field, value);
  if (!text) {
    complaints.add(value.place, fmt::format("\"{}\" is {}", code(field), kind_of(value)),
                   example(field));
    return std::nullopt;
  }
  if (text->find_first_not_of(" \t\r\n") == std::string::npos)
    return std::nullopt;
  auto answer = parse_answer(field, *text);
  if (!answer) {
    auto [problem, advice] = why_not(field, *text);
    complaints.add(value.place, std::move(problem), std::move(advice));
  }
  return answer;
}

std::vector<Answer> read_answers(Field field, TomlValue const& value, Complaints& complaints) {
  std::vector<Answer> answers;
  auto const* const list = std::get_if<TomlArray>(&value.content);
  for (auto const& element : list != nullptr ? *list : TomlArray{value})
    if (auto answer = read_answer(field, element, complaints))
      answers.push_back(std::move(*answer));
  return answers;
}

std::optional<Field> read_field(std::string_view key, Place place, Complaints& complaints,
                                std::vector<std::string_view> const& others) {
  auto const field = parse_field(key);
  if (!field) {
    auto const names = field_names(others);
    auto const near = nearest(key, names);
    complaints.add(place, fmt::format("unknown field \"{}\"", key),
                   near ? fmt::format("did you mean \"{}\"?", *near)
                        : "whodunit vocabulary shows the fields that there are");
  }
  return field;
}

std::map<Field, Answer> read_answer_table(TomlTable const& table, Complaints& complaints,
                                          std::vector<std::string_view> const& others) {
  std::map<Field, Answer> answers;
  for (auto const& entry : table) {
    if (std::ranges::find(others, entry.key) != others.end())
      continue;
    if (complaints.enough())
      break;
    auto const field = read_field(entry.key, entry.place, complaints, others);
    if (!field)
      continue;
    auto answer = read_answer(*field, entry.value, complaints);
    if (answer && !answers.emplace(*field, std::move(*answer)).second)
      complaints.add(entry.place, fmt::format("\"{}\" is given twice", code(*field)),
                     "keep one of the two");
  }
  return answers;
}

} // namespace whodunit
