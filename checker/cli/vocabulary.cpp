// SPDX-License-Identifier: MIT
#include "fate/vocabulary.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/reference_json.hpp"
#include "report/paragraph.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

constexpr std::size_t code_width = 20;

std::string_view values_of_an_open_field(Field field) {
  switch (field) {
  case Field::status:
    return "A number from 0 to 255; varies; none (while it lives).";
  case Field::signal:
    return "A name (SIGFPE, FPE), a number from 1 to 64, or none: see whodunit signals.";
  default:
    return "One word: a function, file, process, address or descriptor. Case, quotes and () make "
           "no difference.";
  }
}

void print_heading(Field field) {
  fmt::print("{}", paragraph("", fmt::format("{}: {}", code(field), facts(field).question)));
  if (terms(field).empty())
    fmt::print("{}", paragraph("  ", values_of_an_open_field(field)));
}

void print_short(Field field) {
  print_heading(field);
  for (auto const& term : terms(field))
    fmt::print("{}", paragraph(fmt::format("  {:<{}}", term.code, code_width), term.label));
  fmt::print("\n");
}

std::string other_names(std::string_view aliases) {
  std::string list;
  for (char const letter : aliases) {
    if (letter == '|')
      list += ", ";
    else
      list += letter;
  }
  return list;
}

void print_family_heading(Term term) {
  bool const first =
      term.index == 0 ||
      family(Term{term.field, static_cast<std::uint8_t>(term.index - 1)}) != family(term);
  auto const families = cause_families();
  auto const found = std::ranges::find(families, family(term), &FamilyFacts::code);
  if (first && found != families.end())
    fmt::print("[{}] {}\n\n", found->code, found->label);
}

void print_long(Field field) {
  print_heading(field);
  if (!facts(field).aliases.empty())
    fmt::print("{}", paragraph("  Also called ", other_names(facts(field).aliases)));
  fmt::print("\n");
  std::uint8_t index = 0;
  for (auto const& term : terms(field)) {
    if (field == Field::cause)
      print_family_heading({field, index});
    fmt::print("{}", paragraph(fmt::format("{}: ", term.code), term.label));
    fmt::print("{}", paragraph("    ", term.definition));
    if (!term.aliases.empty())
      fmt::print("{}", paragraph("    Also: ", other_names(term.aliases)));
    fmt::print("\n");
    ++index;
  }
}

int refuse_field(std::string_view name) {
  std::vector<std::string_view> names;
  for (auto const field : all_fields())
    names.push_back(code(field));
  auto const near = nearest(name, names);
  fmt::print(stderr, "whodunit vocabulary: there is no field \"{}\"; {}\n",
             printable(name.substr(0, 60)),
             near ? fmt::format("did you mean \"{}\"?", *near)
                  : fmt::format("the fields are {}", fmt::join(names, ", ")));
  return bad_usage;
}

} // namespace

int run_vocabulary(Arguments arguments) {
  CLI::App app("The fields of a diagnosis, and the values that each can have.", "vocabulary");
  bool json = false;
  std::string name;
  app.add_option("FIELD", name,
                 "only this field, with definitions and every name that is understood");
  app.add_flag("--json", json, "one JSON object on stdout");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const field = parse_field(name);
  if (!name.empty() && !field)
    return refuse_field(name);
  if (json)
    fmt::print("{}\n", vocabulary_json(field));
  else if (field)
    print_long(*field);
  else
    std::ranges::for_each(all_fields(), print_short);
  return done;
}

} // namespace whodunit::cli
