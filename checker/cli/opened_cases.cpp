// SPDX-License-Identifier: MIT
#include "cli/opened_cases.hpp"

#include "fault/complaint.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace whodunit::cli {
namespace {

Result<Journal> open_journal() {
  auto folder = state_folder();
  if (!folder)
    return folder.error();
  return Journal(*folder / "journal.jsonl");
}

} // namespace

bool is_open(std::string const& name) {
  auto const journal = open_journal();
  auto const progress = journal ? journal->read() : Result<ProgressSoFar>(journal.error());
  return progress && (progress->solved.contains(name) || progress->given_up.contains(name));
}

void note(EventKind kind, std::string const& name) {
  auto const journal = open_journal();
  auto const noted = journal ? journal->append({kind, name}) : Result<void>(journal.error());
  if (!noted)
    fmt::print(stderr, "whodunit: {}\n", to_string(noted.error()));
}

} // namespace whodunit::cli
