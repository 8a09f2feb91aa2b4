// SPDX-License-Identifier: MIT
#include "record/journal.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace whodunit {
namespace {

constexpr int format = 1;

constexpr std::array<std::pair<EventKind, std::string_view>, 5> event_names{{
    {EventKind::solved, "solved"},
    {EventKind::attempted, "attempted"},
    {EventKind::hinted, "hinted"},
    {EventKind::gave_up, "gave-up"},
    {EventKind::looked, "looked"},
}};

std::string line_of(JournalEvent const& event) {
  auto const name = std::ranges::find(event_names, event.kind, [](auto const& pair) {
                      return pair.first;
                    })->second;
  nlohmann::ordered_json line{{"format", format},
                              {"time", fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)))},
                              {"event", name},
                              {"case", event.case_name}};
  if (event.kind == EventKind::hinted)
    line["hint"] = event.hint;
  if (event.kind == EventKind::solved || event.kind == EventKind::attempted)
    line["score"] = event.score;
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

// nullopt for whatever this version does not understand: it stays in the file for one that does.
std::optional<JournalEvent> event_of(std::string const& text) {
  auto const line = nlohmann::json::parse(text, nullptr, false);
  if (!line.is_object() || !line.contains("format") || line["format"] != format)
    return std::nullopt;
  auto const is_text = [&](char const* key) { return line.contains(key) && line[key].is_string(); };
  if (!is_text("event") || !is_text("case"))
    return std::nullopt;
  auto const* const known = std::ranges::find(event_names, line["event"].get<std::string>(),
                                              [](auto const& pair) { return pair.second; });
  if (known == event_names.end())
    return std::nullopt;
  auto const number = [&](char const* key) {
    return line.contains(key) && line[key].is_number() ? line[key].get<double>() : 0.0;
  };
  constexpr double most_hints = 1000;
  return JournalEvent{known->first, line["case"], number("score"),
                      static_cast<int>(std::clamp(number("hint"), 0.0, most_hints))};
}

Error no_plain_file(std::string attempted, std::filesystem::path const& path) {
  return {std::move(attempted),
          path,
          {EINVAL, boost::system::system_category()},
          "it is not a plain file"};
}

/// The journal opened for appending, and locked until it is closed.
class LockedFile {
public:
  static Result<LockedFile> open(std::filesystem::path const& path) {
    LockedFile file;
    file.descriptor_ =
        ::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    if (file.descriptor_ < 0)
      return last_error("open", path);
    struct stat found {};
    if (::fstat(file.descriptor_, &found) != 0)
      return last_error("look at", path);
    if (!S_ISREG(found.st_mode))
      return no_plain_file("write", path);
    while (::flock(file.descriptor_, LOCK_EX) != 0)
      if (errno != EINTR)
        return last_error("lock", path);
    return file;
  }
  LockedFile(LockedFile const&) = delete;
  LockedFile& operator=(LockedFile const&) = delete;
  LockedFile(LockedFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  LockedFile& operator=(LockedFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~LockedFile() {
    if (descriptor_ >= 0)
      ::close(descriptor_);
  }

  bool ends_with_a_cut_line() const {
    auto const size = ::lseek(descriptor_, 0, SEEK_END);
    char last = '\n';
    return size > 0 && ::pread(descriptor_, &last, 1, size - 1) == 1 && last != '\n';
  }
  bool write(std::string_view text) const {
    errno = ENOSPC; // what a short write means; write(2) itself says nothing then
    return std::cmp_equal(::write(descriptor_, text.data(), text.size()), text.size());
  }

private:
  LockedFile() = default;
  int descriptor_ = -1;
};

Result<void> make_folder(std::filesystem::path const& folder) {
  if (folder.empty() || ::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST)
    return {};
  if (errno != ENOENT || !folder.has_relative_path())
    return last_error("create the folder", folder);
  if (auto made = make_folder(folder.parent_path()); !made)
    return made;
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return last_error("create the folder", folder);
  return {};
}

} // namespace

void ProgressSoFar::add(JournalEvent const& event) {
  switch (event.kind) {
  case EventKind::solved:
    solved.insert(event.case_name);
    [[fallthrough]];
  case EventKind::attempted:
    ++attempts[event.case_name];
    break;
  case EventKind::gave_up:
    given_up.insert(event.case_name);
    break;
  case EventKind::looked:
    looked.insert(event.case_name);
    break;
  case EventKind::hinted: {
    auto& open = hints[event.case_name];
    open = std::max(open, event.hint);
  }
  }
}

Result<ProgressSoFar> Journal::read() const {
  ProgressSoFar progress;
  struct stat found {};
  if (::stat(file_.c_str(), &found) != 0 && (errno == ENOENT || errno == ENOTDIR))
    return progress;
  if (found.st_mode != 0 && !S_ISREG(found.st_mode))
    return no_plain_file("read", file_);
  std::ifstream file(file_, std::ios::binary);
  if (!file.is_open())
    return last_error("read", file_);
  for (std::string line; std::getline(file, line);)
    if (auto const event = event_of(line))
      progress.add(*event);
  if (file.bad())
    return last_error("read", file_);
  return progress;
}

Result<void> Journal::append(JournalEvent const& event) const {
  if (auto made = make_folder(file_.parent_path()); !made)
    return made;
  auto const file = LockedFile::open(file_);
  if (!file)
    return file.error();
  if (!file->write((file->ends_with_a_cut_line() ? "\n" : "") + line_of(event)))
    return last_error("write", file_);
  return {};
}

} // namespace whodunit
