// SPDX-License-Identifier: MIT
#include "authoring/new_case.hpp"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string_view>
#include <unistd.h>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

boost::system::error_code taken() {
  return boost::system::errc::make_error_code(boost::system::errc::file_exists);
}

void replace_all(std::string& text, std::string_view old, std::string_view fresh) {
  if (old.empty())
    return;
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + fresh.size()))
    text.replace(at, old.size(), fresh);
}

// Within double quotes, or in the first line of a text: nothing that ends either.
std::string escaped(std::string_view title) {
  std::string text;
  for (char const c : title) {
    if (c == '"' || c == '\\')
      text += '\\';
    text += c;
  }
  return text;
}

// What no text is (a program for another machine, a picture) is left as it is.
bool is_text(std::string const& content) {
  return content.find('\0') == std::string::npos;
}

class Draft {
public:
  Draft(Origin const& origin, std::string const& name, std::string const& title)
      : origin_(origin), name_(name), title_(title) {}

  Result<void> copy(fs::path const& from, fs::path const& to) const {
    std::error_code failed;
    fs::create_directories(to, failed);
    if (failed)
      return Error{"make the folder", to.string(), boost::system::error_code(failed)};
    for (fs::recursive_directory_iterator entry(from, failed), end; !failed && entry != end;
         entry.increment(failed))
      if (auto copied = copy_one(entry->path(), to / entry->path().lexically_relative(from));
          !copied)
        return copied;
    if (failed)
      return Error{"read", from.string(), boost::system::error_code(failed)};
    return {};
  }

private:
  Result<void> copy_one(fs::path const& from, fs::path const& to) const {
    std::error_code failed;
    if (fs::is_directory(from, failed)) {
      fs::create_directories(to, failed);
      return failed ? Result<void>(
                          Error{"make the folder", to.string(), boost::system::error_code(failed)})
                    : Result<void>();
    }
    std::ifstream in(from, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (!in)
      return last_error("read", from.string());
    rewrite(content, from);
    std::ofstream out(to, std::ios::binary);
    out << content << std::flush;
    if (!out)
      return last_error("write", to.string());
    fs::permissions(to, fs::status(from, failed).permissions() | fs::perms::owner_write, failed);
    return {};
  }

  void rewrite(std::string& content, fs::path const& file) const {
    if (!is_text(content))
      return;
    bool const toml = file.extension() == ".toml";
    replace_all(content, origin_.name, name_);
    if (toml || file.extension() == ".md")
      replace_all(content, toml ? escaped(origin_.title) : origin_.title,
                  toml ? escaped(title_) : title_);
  }

  Origin const& origin_;
  std::string const& name_;
  std::string const& title_;
};

// Folders that are removed again unless they are kept.
class Drafts {
public:
  Drafts(CaseSet const& set, std::string const& name)
      : mystery(draft(set.mysteries, name)), solution(draft(set.solutions, name)) {}
  Drafts(Drafts const&) = delete;
  Drafts& operator=(Drafts const&) = delete;
  ~Drafts() {
    std::error_code ignored;
    fs::remove_all(mystery, ignored);
    fs::remove_all(solution, ignored);
  }

  fs::path const mystery;
  fs::path const solution;

private:
  static fs::path draft(fs::path const& folder, std::string const& name) {
    return folder / fmt::format(".{}-{}", name, ::getpid());
  }
};

Result<void> move_to(fs::path const& draft, fs::path const& place) {
  if (::renameat2(AT_FDCWD, draft.c_str(), AT_FDCWD, place.c_str(), RENAME_NOREPLACE) == 0)
    return {};
  return last_error("make the folder", place.string());
}

// The learner's folder goes last: what has a case.toml is a case, and a whole one.
Result<void> move_both(Drafts const& drafts, NewCase const& made) {
  if (auto moved = move_to(drafts.solution, made.solution); !moved)
    return moved;
  auto moved = move_to(drafts.mystery, made.mystery);
  std::error_code ignored;
  if (!moved)
    fs::remove_all(made.solution, ignored);
  return moved;
}

fs::path real(fs::path const& folder) {
  std::error_code failed;
  auto found = fs::weakly_canonical(folder, failed);
  return failed ? folder : found;
}

} // namespace

Origin origin_of(Template const& from) {
  return {from.mystery, from.solution, "@NAME@", "@TITLE@"};
}

Checked<Origin> origin_of(Casebook const& casebook, std::string const& name) {
  auto const asked = casebook.open_case(name);
  if (!asked)
    return asked.error();
  auto const key = casebook.open_key(name);
  if (!key)
    return key.error();
  auto const& set = casebook.set_of(name);
  return Origin{set.mysteries / name, set.solutions / name, name, asked->title};
}

CaseSet set_for_new_cases(Casebook const& casebook) {
  auto const& set = casebook.sets().back();
  return {real(set.mysteries), real(set.solutions), set.binaries};
}

Result<std::string> next_name(Casebook const& casebook) {
  auto const names = casebook.names();
  if (!names)
    return names.error();
  for (int number = 0; number < 1000; ++number)
    if (auto name = fmt::format("mystery{:03}", number); !std::ranges::binary_search(*names, name))
      if (names->empty() || name > names->back())
        return {boost::system::in_place_value, std::move(name)};
  return Error{"find a free number", "", {}, "name the case: mystery000 to mystery999"};
}

Result<NewCase> make_case(CaseSet const& set, Origin const& origin, std::string const& name,
                          std::string const& title) {
  NewCase const made{set.mysteries / name, set.solutions / name};
  std::error_code failed;
  for (auto const& place : {made.mystery, made.solution})
    if (fs::exists(fs::symlink_status(place, failed)))
      return Error{"make the folder", place.string(), taken()};
  Drafts const drafts(set, name);
  Draft const draft(origin, name, title);
  if (auto copied = draft.copy(origin.mystery, drafts.mystery); !copied)
    return copied.error();
  if (auto copied = draft.copy(origin.solution, drafts.solution); !copied)
    return copied.error();
  if (auto moved = move_both(drafts, made); !moved)
    return moved.error();
  return made;
}

} // namespace whodunit
