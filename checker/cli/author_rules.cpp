// SPDX-License-Identifier: MIT
#include "authoring/verify_report.hpp"
#include "cli/arguments.hpp"
#include "cli/author.hpp"
#include "report/terminal.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {

int run_author_rules(Arguments arguments) {
  CLI::App app("Lists the rules that `author verify` proves; key.toml can waive one of them with a "
               "written reason:\n[waive]\nRULE = \"the reason\"",
               "author rules");
  bool json = false;
  app.add_flag("--json", json, "print one JSON object (whodunit.rules/1)");
  if (auto const status = parse(app, arguments))
    return *status;
  Terminal const terminal(stdout);
  if (json)
    fmt::print("{}", rules_json());
  else
    terminal.print(rules_text(std::min<std::size_t>(terminal.width(), 100)));
  return done;
}

} // namespace whodunit::cli
