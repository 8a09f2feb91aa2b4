// SPDX-License-Identifier: MIT
// What an instructor does: a table of its own, as that of all commands.
#include "cli/author.hpp"

#include "fault/complaint.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <vector>

namespace whodunit::cli {
namespace {

constexpr std::array actions{
    Action{"new", "new [NAME] [--template NAME]",
           "a case of your own: both folders, whole and proved", run_author_new},
    Action{"autopsy", "autopsy CASE [--dry-run]", "runs a case; what was seen goes into its key",
           run_author_autopsy},
    Action{"verify", "verify [CASE...|--all]", "proves cases before a learner meets them",
           run_author_verify},
    Action{"pack", "pack [--chapter N] KIT.tar.gz", "a learner's kit, the solutions sealed",
           run_author_pack},
    Action{"rules", "rules [--json]", "what is proved of each case", run_author_rules},
};

int help() {
  fmt::print("whodunit author: a mystery of your own\n\n");
  for (auto const& action : actions)
    fmt::print("  author {:<28} {}\n", action.synopsis, action.does);
  fmt::print("\nCONTRIBUTING.md leads through it, \"Add a mystery\".\n");
  return done;
}

} // namespace

int run_author(Arguments arguments) {
  if (arguments.empty() || std::string_view(arguments.front()) == "--help" ||
      std::string_view(arguments.front()) == "-h")
    return help();
  std::string_view const wanted = arguments.front();
  auto const* const found = std::ranges::find(actions, wanted, &Action::name);
  if (found != actions.end())
    return found->run(arguments.subspan(1));
  std::vector<std::string_view> names;
  for (auto const& action : actions)
    names.push_back(action.name);
  fmt::print(stderr, "whodunit: author does not know \"{}\"", printable(wanted));
  if (auto const near = nearest(wanted, names))
    fmt::print(stderr, "; did you mean \"{}\"?", *near);
  fmt::print(stderr, "\nsee whodunit author --help\n");
  return bad_usage;
}

} // namespace whodunit::cli
