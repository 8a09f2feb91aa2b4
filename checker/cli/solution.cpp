// SPDX-License-Identifier: MIT
#include "casebook/casebook.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/opened_cases.hpp"
#include "cli/opened_solutions.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

int refuse_unsolved(std::string const& name, std::string_view how_else) {
  fmt::print(stderr, "The solution of {0} opens when you have solved it: whodunit answer {0}\n{1}",
             name, how_else);
  return unsolved;
}

int show_sealed(std::filesystem::path const& folder, std::string const& name) {
  auto const sealed = read_seal(folder);
  if (!sealed)
    return refuse(sealed.error());
  auto const solution = opened_before(*sealed, name);
  if (!solution)
    return refuse_unsolved(name, "It is sealed, and nothing else opens it.\n");
  auto const text = solution->files.find("explanation.md");
  fmt::print("{}", printable(text == solution->files.end() ? "" : text->second, true));
  return done;
}

int show_plain(Casebook const& casebook, std::string const& name, bool give_up) {
  if (!is_open(name)) {
    if (!give_up)
      return refuse_unsolved(
          name, fmt::format("or when you give it up: whodunit solution {} --give-up\n", name));
    note(EventKind::gave_up, name);
  }
  auto const text = casebook.explanation(name);
  if (!text)
    return refuse(text.error());
  fmt::print("{}", printable(*text, true));
  return done;
}

} // namespace

int run_solution(Arguments arguments) {
  CLI::App app("Shows the explanation of a case that is solved.", "solution");
  std::string written;
  bool give_up = false;
  app.add_option("case", written, "mystery000, 000 or 0")->required()->type_name("CASE");
  app.add_flag("--give-up", give_up, "shows it unsolved; a sealed one cannot be");
  if (auto const status = parse(app, arguments))
    return *status;
  auto const casebook = Casebook::find();
  if (!casebook)
    return refuse(casebook.error());
  auto const name = casebook->resolve(written);
  if (!name)
    return refuse(name.error());
  auto const folder = casebook->set_of(*name).solutions / *name;
  return is_sealed(folder) ? show_sealed(folder, *name) : show_plain(*casebook, *name, give_up);
}

} // namespace whodunit::cli
