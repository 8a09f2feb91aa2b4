// SPDX-License-Identifier: MIT
#include "casebook/casebook.hpp"

#include "casebook/text_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr std::string_view prefix = "mystery";
constexpr std::size_t digits = 3;

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// `0`, `00`, `mystery0` and `Mystery000` are all `mystery000`; what is no such thing stays as it
// is.
std::string full_name(std::string_view written) {
  std::string name(written);
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  std::string_view number = name;
  if (number.starts_with(prefix))
    number.remove_prefix(prefix.size());
  if (number.empty() || !all_digits(number))
    return name;
  while (number.size() > digits && number.front() == '0')
    number.remove_prefix(1);
  return fmt::format("{}{:0>{}}", prefix, number, digits);
}

std::string advice_for(std::string const& name, std::vector<std::string> const& names) {
  if (names.empty())
    return "there is none at all";
  std::vector<std::string_view> const candidates(names.begin(), names.end());
  auto const near = nearest(name, candidates);
  bool const number =
      name.starts_with(prefix) && all_digits(std::string_view(name).substr(prefix.size()));
  if (near && !number) // of numbers each is near to every other
    return fmt::format("did you mean \"{}\"?", *near);
  return fmt::format("there are {} to {}: see whodunit list", names.front(), names.back());
}

bool is_same(CaseSet const& a, CaseSet const& b) {
  std::error_code failed;
  return std::filesystem::equivalent(a.mysteries, b.mysteries, failed);
}

Result<std::vector<std::string>> names_in(CaseSet const& set) {
  std::vector<std::string> names;
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(set.mysteries, failed), end;
       !failed && entry != end; entry.increment(failed)) {
    std::error_code absent;
    auto name = entry->path().filename().string();
    if (name.starts_with(prefix) && std::filesystem::exists(entry->path() / "case.toml", absent))
      names.push_back(std::move(name));
  }
  if (failed)
    return Error{"list the mysteries in", set.mysteries.string(),
                 boost::system::error_code(failed)};
  return names;
}

} // namespace

Casebook::Casebook(Installation installation) : installation_(std::move(installation)) {
  sets_.push_back({installation_.mysteries, installation_.solutions, installation_.binaries});
  for (auto const& set : installation_.others)
    if (std::ranges::none_of(sets_, [&](CaseSet const& known) { return is_same(known, set); }))
      sets_.push_back(set);
}

Checked<Casebook> Casebook::find() {
  auto installation = find_installation();
  if (!installation)
    return std::vector{Complaint{"whodunit", {}, to_string(installation.error())}};
  char const* const path = std::getenv("WHODUNIT_PATH");
  auto others = find_sets(path == nullptr ? "" : path);
  if (!others)
    return others.error();
  installation->others = std::move(*others);
  Casebook casebook(std::move(*installation));
  auto clashes = casebook.clashes();
  if (!clashes.empty())
    return clashes;
  return casebook;
}

std::vector<Complaint> Casebook::clashes() const {
  std::vector<Complaint> clashes;
  for (std::size_t i = 1; i < sets_.size(); ++i)
    for (auto const& name : value_or(names_in(sets_[i]), std::vector<std::string>{}))
      if (auto const& first = set_of(name); &first != &sets_[i])
        clashes.push_back({(sets_[i].mysteries / name).string(),
                           {},
                           fmt::format("there is a {} in another set as well: {}", name,
                                       (first.mysteries / name).string()),
                           "leave one of the two sets out of WHODUNIT_PATH and --cases, or give "
                           "the case another number"});
  return clashes;
}

CaseSet const& Casebook::set_of(std::string const& name) const {
  auto const has_it = [&](CaseSet const& set) {
    std::error_code absent;
    return std::filesystem::exists(set.mysteries / name / "case.toml", absent);
  };
  auto const found = std::ranges::find_if(sets_, has_it);
  return found == sets_.end() ? sets_.front() : *found;
}

Result<std::vector<std::string>> Casebook::names() const {
  std::vector<std::string> names;
  for (auto const& set : sets_) {
    auto const more = names_in(set);
    if (!more)
      return more.error();
    names.insert(names.end(), more->begin(), more->end());
  }
  std::ranges::sort(names);
  return names;
}

Checked<std::string> Casebook::resolve(std::string_view written) const {
  auto const known = names();
  if (!known)
    return std::vector{Complaint{installation_.mysteries.string(), {}, to_string(known.error())}};
  auto name = full_name(written);
  if (std::ranges::binary_search(*known, name))
    return name;
  return std::vector{Complaint{
      "whodunit", {}, fmt::format("there is no case \"{}\"", written), advice_for(name, *known)}};
}

Checked<Case> Casebook::open_case(std::string const& name) const {
  return read_case(set_of(name).mysteries / name, choice_);
}

Checked<Key> Casebook::open_key(std::string const& name) const {
  return open_key(name, variant_of(name));
}

Checked<Key> Casebook::open_key(std::string const& name, Variant const& variant) const {
  return read_key(set_of(name).solutions / name, variant);
}

// Whether the case can be read is for open_case() to say.
Variant Casebook::variant_of(std::string const& name) const {
  auto const asked = open_case(name);
  return asked ? asked->variant : Variant{};
}

Result<std::string> Casebook::explanation(std::string const& name) const {
  auto const file = set_of(name).solutions / name / "explanation.md";
  auto text = read_text_file(file, Bytes{1ULL << 20U}, "an explanation");
  if (!text)
    return Error{"read", file.string(), {}, text.error().front().problem};
  return {boost::system::in_place_value, filled_in(std::move(text).value(), variant_of(name))};
}

std::filesystem::path Casebook::binary(std::string const& name) const {
  return set_of(name).binaries / name;
}

} // namespace whodunit
