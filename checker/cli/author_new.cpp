// SPDX-License-Identifier: MIT
#include "authoring/new_case.hpp"
#include "authoring/wording.hpp"
#include "cli/arguments.hpp"
#include "cli/author.hpp"
#include "report/terminal.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

namespace fs = std::filesystem;

struct Wish {
  std::string name; ///< as written; empty: the next free one
  std::string from;
  std::string pattern = "fault";
  std::string title;
  bool list = false;
};

template <class T>
Checked<T> complaint(std::string of, std::string problem, std::string advice) {
  return std::vector{Complaint{std::move(of), {}, std::move(problem), std::move(advice)}};
}

// `mystery123`, `123` and `7` alike; none for what no case can be called.
std::optional<std::string> full_name(std::string_view written) {
  constexpr std::string_view prefix = "mystery";
  if (written.starts_with(prefix))
    written.remove_prefix(prefix.size());
  if (written.empty() || written.size() > 3 ||
      written.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return fmt::format("{}{:0>3}", prefix, written);
}

Checked<std::string> name_for(Casebook const& casebook, Wish const& wish) {
  if (wish.name.empty()) {
    auto next = next_name(casebook);
    if (!next)
      return complaint<std::string>("author new", to_string(next.error()), "");
    return std::move(*next);
  }
  auto name = full_name(wish.name);
  if (!name)
    return complaint<std::string>("author new", fmt::format("\"{}\" is no name", wish.name),
                                  "a case is called mystery000 to mystery999");
  auto const set = set_for_new_cases(casebook);
  std::error_code failed;
  for (auto const& place : {casebook.set_of(*name).mysteries / *name, set.solutions / *name})
    if (fs::exists(fs::symlink_status(place, failed)))
      return complaint<std::string>(
          place.string(), "is there already",
          "nothing is overwritten: without a name, author new takes the next free number");
  return std::move(*name);
}

Checked<Origin> template_called(std::string const& name) {
  auto const templates = all_templates();
  if (!templates)
    return complaint<Origin>("author new", to_string(templates.error()), "");
  auto const found = std::ranges::find(*templates, name, &Template::name);
  if (found != templates->end())
    return origin_of(*found);
  std::vector<std::string_view> names;
  for (auto const& one : *templates)
    names.push_back(one.name);
  auto const near = nearest(name, names);
  return complaint<Origin>("--template", fmt::format("there is no template \"{}\"", name),
                           near ? fmt::format("did you mean \"{}\"?", *near)
                                : "see whodunit author new --list");
}

Checked<Origin> origin_for(Casebook const& casebook, Wish const& wish) {
  if (wish.from.empty())
    return template_called(wish.pattern);
  auto const name = casebook.resolve(wish.from);
  if (!name)
    return name.error();
  return origin_of(casebook, *name);
}

Checked<std::string> title_for(Wish const& wish, Origin const& origin, std::string const& name) {
  if (wish.title.empty())
    return {boost::system::in_place_value,
            wish.from.empty() ? fmt::format("Case {}", name.substr(name.size() - 3))
                              : fmt::format("{}, again ({})", origin.title, name)};
  if (printable(wish.title) != wish.title || columns(wish.title) > 60)
    return complaint<std::string>("--title", "is no title", "a line of at most 60 characters");
  return {boost::system::in_place_value, wish.title};
}

int list_templates() {
  auto const templates = all_templates();
  if (!templates)
    return refuse(templates.error());
  for (auto const& one : *templates)
    fmt::print("{:<10} {}\n", one.name, one.teaches);
  return done;
}

void tell(NewCase const& made, std::string const& name, Wish const& wish) {
  fmt::print("{}\n{}\n\n", printable(made.mystery.string()), printable(made.solution.string()));
  if (wish.from.empty())
    fmt::print("It is whole as it is. Make it yours, and then:\n");
  else
    fmt::print("It is {} under another name: change program, questions and `set`, and write an\n"
               "explanation of its own, for no two may read alike. Then:\n",
               printable(wish.from));
  fmt::print("  whodunit author autopsy {0}   what can be seen of its fate goes into its key\n"
             "  whodunit author verify {0}    and that is proved\n",
             name);
}

int make(Casebook const& casebook, Wish const& wish) {
  auto const name = name_for(casebook, wish);
  if (!name)
    return refuse(name.error());
  auto const origin = origin_for(casebook, wish);
  if (!origin)
    return refuse(origin.error());
  auto const title = title_for(wish, *origin, *name);
  if (!title)
    return refuse(title.error());
  auto const made = make_case(set_for_new_cases(casebook), *origin, *name, *title);
  if (!made)
    return refuse(made.error());
  tell(*made, *name, wish);
  return done;
}

} // namespace

int run_author_new(Arguments arguments) {
  CLI::App app("Makes a new case: both its folders, whole, building at once, and proved. It stands "
               "in the clone, or\nin the set that --cases DIR names in front of the command. "
               "Nothing is ever overwritten.",
               "author new");
  Wish wish;
  app.add_option("NAME", wish.name, "mystery123 or 123 (the next free number)");
  auto* const from = app.add_option("--from", wish.from, "a case to begin from")->type_name("CASE");
  app.add_option("--template", wish.pattern, "a template to begin from (fault)")
      ->type_name("NAME")
      ->excludes(from);
  app.add_option("--title", wish.title, "what it is called")->type_name("TEXT");
  app.add_flag("--list", wish.list, "list the templates and make nothing");
  if (auto const status = parse(app, arguments))
    return *status;
  if (wish.list)
    return list_templates();
  auto const casebook = Casebook::find();
  return casebook ? make(*casebook, wish) : refuse(casebook.error());
}

} // namespace whodunit::cli
