// SPDX-License-Identifier: MIT
// What to say of a value that is none: the mistakes that people really make first, then the nearest
// name.
#include "fate/answer.hpp"
#include "fate/folding.hpp"
#include "fault/complaint.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace whodunit {
namespace {

constexpr std::size_t shown_at_most = 60;
constexpr std::size_t short_list = 16;

std::string quoted(std::string_view text) {
  bool const cut = text.size() > shown_at_most;
  auto end = std::min(text.size(), shown_at_most);
  auto const inside_a_character = [&] {
    return (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U;
  };
  while (cut && end > 0 && inside_a_character())
    --end;
  return fmt::format("\"{}{}\"", printable(text.substr(0, end)), cut ? "…" : "");
}

bool is_number(std::string_view text) {
  auto const digits = text.starts_with('-') ? text.substr(1) : text;
  return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

WhyNot why_no_status(std::string_view text) {
  if (is_number(text))
    return {
        fmt::format(
            "{} cannot be a status: a process hands over 8 bits, so `$?` is a number from 0 to 255",
            quoted(text)),
        text.starts_with('-')
            ? "a program that exits with -1 shows as 255; write what `echo $?` printed"
            : "write what `echo $?` printed in bash, a number from 0 to 255"};
  std::string advice = "write a number from 0 to 255, \"varies\" or \"none\"";
  if (auto const signal = Signal::parse(text))
    advice = fmt::format("{} is a signal; `$?` is a number: {}", signal->name(), advice);
  return {fmt::format("{} is no status", quoted(text)), std::move(advice)};
}

std::string signal_advice(std::string_view text) {
  constexpr std::string_view prefix = "sig";
  auto wanted = folded(text);
  if (wanted.starts_with(prefix))
    wanted.erase(0, prefix.size());
  std::vector<std::string> names;
  for (int number = 1; number <= highest_signal; ++number)
    names.push_back(lower_case(Signal::from_number(number)->name().substr(prefix.size())));
  std::vector<std::string_view> const candidates(names.begin(), names.end());
  auto const near = nearest(wanted, candidates);
  if (near && !wanted.empty())
    return fmt::format("did you mean \"{}\"?", Signal::parse(*near)->name());
  return "write a name such as SIGTERM, a number from 1 to 64, or \"none\"";
}

WhyNot why_no_signal(std::string_view text) {
  if (is_number(text))
    return {fmt::format("there is no signal {}", quoted(text)),
            "signals have the numbers 1 to 64; where no signal ended it, write \"none\""};
  return {fmt::format("{} is no signal", quoted(text)), signal_advice(text)};
}

struct Name {
  std::string folded_name;
  TermFacts const* term;
};

void add_names(std::vector<Name>& names, TermFacts const& term) {
  names.push_back({folded(term.code), &term});
  names.push_back({folded(term.label), &term});
  auto rest = term.aliases;
  while (!rest.empty()) {
    auto const end = std::min(rest.find('|'), rest.size());
    names.push_back({folded(rest.substr(0, end)), &term});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

TermFacts const* nearest_term(Field field, std::string_view text) {
  std::vector<Name> names;
  for (auto const& term : terms(field))
    add_names(names, term);
  std::vector<std::string_view> candidates;
  candidates.reserve(names.size());
  for (auto const& name : names)
    candidates.push_back(name.folded_name);
  auto const wanted = folded(text);
  auto const near = wanted.empty() ? std::nullopt : nearest(wanted, candidates);
  if (!near)
    return nullptr;
  return std::ranges::find(names, *near, &Name::folded_name)->term;
}

std::string list_of(Field field) {
  auto const list = terms(field);
  if (list.size() > short_list)
    return fmt::format("see whodunit vocabulary {}", code(field));
  std::vector<std::string_view> codes;
  for (auto const& term : list)
    codes.push_back(term.code);
  return fmt::format("the values are {}", fmt::join(codes, ", "));
}

std::string term_advice(Field field, std::string_view text) {
  if (auto const* near = nearest_term(field, text))
    return fmt::format("did you mean \"{}\" ({})?", near->code, near->label);
  auto const signal = is_number(text) ? std::nullopt : Signal::parse(text);
  if (signal && (field == Field::cause || field == Field::agent))
    return fmt::format("{} is the signal: {}? {}", signal->name(),
                       field == Field::cause ? "what made it come" : "who made it come",
                       list_of(field));
  return list_of(field);
}

} // namespace

WhyNot why_not(Field field, std::string_view text) {
  auto const given = trimmed(text);
  if (given.empty())
    return {fmt::format("\"{}\" has no value", code(field)),
            field == Field::where ? "write the word that you found" : why_not(field, "?").advice};
  switch (field) {
  case Field::status:
    return why_no_status(given);
  case Field::signal:
    return why_no_signal(given);
  case Field::where:
    return {fmt::format("{} is no word", quoted(given)), "write one word, at most 200 bytes long"};
  default:
    return {fmt::format("{} is no value of \"{}\"", quoted(given), code(field)),
            term_advice(field, given)};
  }
}

} // namespace whodunit
