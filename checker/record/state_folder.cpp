// SPDX-License-Identifier: MIT
#include "record/journal.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <pwd.h>
#include <string_view>
#include <unistd.h>

namespace whodunit {
namespace {

std::string_view variable(char const* name) {
  char const* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

// cron and some containers start programs without HOME; the password file knows all the same.
std::filesystem::path home_folder() {
  if (auto const home = variable("HOME"); home.starts_with('/'))
    return home;
  std::unique_ptr<std::FILE, decltype(&std::fclose)> const file(std::fopen("/etc/passwd", "re"),
                                                                &std::fclose);
  while (auto const* const entry = file != nullptr ? ::fgetpwent(file.get()) : nullptr)
    if (entry->pw_uid == ::getuid())
      return entry->pw_dir;
  return {};
}

} // namespace

Result<std::filesystem::path> state_folder() {
  using boost::system::in_place_value; // said in full: a path could become an Error's text, too
  if (auto const chosen = variable("WHODUNIT_STATE"); !chosen.empty())
    return {in_place_value, chosen};
  if (auto const state = variable("XDG_STATE_HOME"); state.starts_with('/'))
    return {in_place_value, std::filesystem::path(state) / "whodunit"};
  if (auto const home = home_folder(); home.is_absolute())
    return {in_place_value, home / ".local" / "state" / "whodunit"};
  return Error{"find a folder to remember your progress in",
               "",
               {},
               "set WHODUNIT_STATE to a folder that you may write"};
}

} // namespace whodunit
