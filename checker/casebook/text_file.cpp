// SPDX-License-Identifier: MIT
#include "casebook/text_file.hpp"

#include "fate/quantity.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace {

struct OpenFile {
  int descriptor = -1;
  OpenFile() = default;
  OpenFile(OpenFile const&) = delete;
  OpenFile& operator=(OpenFile const&) = delete;
  ~OpenFile() {
    if (descriptor >= 0)
      ::close(descriptor);
  }
};

std::string_view kind_of(mode_t mode) {
  if (S_ISDIR(mode))
    return "a directory";
  if (S_ISFIFO(mode))
    return "a pipe";
  if (S_ISCHR(mode) || S_ISBLK(mode))
    return "a device";
  return "a socket";
}

Complaint cannot_read(std::string const& file, int error) {
  auto const code = boost::system::error_code(error, boost::system::system_category());
  std::string advice;
  if (error == ENOENT)
    advice = "look for a slip in its name";
  else if (error == EACCES)
    advice = fmt::format("you need the permission to read it: chmod u+r {}", file);
  return {file, {}, fmt::format("cannot be read: {}", code.message()), advice};
}

std::optional<Complaint> unfit(struct stat const& status, std::string const& file, Bytes largest,
                               std::string_view what) {
  if (!S_ISREG(status.st_mode))
    return Complaint{file,
                     {},
                     fmt::format("is {}, not a file", kind_of(status.st_mode)),
                     fmt::format("name the text file that holds {}", what)};
  Bytes const size{static_cast<std::uint64_t>(status.st_size)};
  if (size > largest)
    return Complaint{
        file,
        {},
        fmt::format("is {} large", rounded(size)),
        fmt::format("{} has at most {}: is this the right file?", what, to_string(largest))};
  return std::nullopt;
}

// Where the first byte stands that no text has.
std::optional<Complaint> binary(std::string_view text, std::string const& file,
                                std::string_view what) {
  auto const nul = text.find('\0');
  if (nul == std::string_view::npos)
    return std::nullopt;
  auto const before = text.substr(0, nul);
  auto const line_start = before.rfind('\n') + 1; // npos + 1 is 0
  Place const place{static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1),
                    static_cast<std::uint32_t>(nul - line_start + 1)};
  return Complaint{file, place, "is a binary file: it holds a NUL byte",
                   fmt::format("{} is plain text: is this the right file?", what)};
}

} // namespace

Checked<std::string> read_text_file(std::filesystem::path const& file, Bytes largest,
                                    std::string_view what) {
  std::string const name = file.string();
  auto const complain = [](Complaint complaint) { return std::vector{std::move(complaint)}; };
  struct stat status {};
  if (::stat(file.c_str(), &status) !=
      0) // before open(2): to open a device can already do something
    return complain(cannot_read(name, errno));
  if (auto bad = unfit(status, name, largest, what))
    return complain(std::move(*bad));
  OpenFile open_file;
  open_file.descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (open_file.descriptor < 0 || ::fstat(open_file.descriptor, &status) != 0)
    return complain(cannot_read(name, errno));
  if (auto bad = unfit(status, name, largest, what)) // it may be another file by now
    return complain(std::move(*bad));

  std::string text;
  std::array<char, 16'384> block{};
  while (true) {
    auto const count = ::read(open_file.descriptor, block.data(), block.size());
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return complain(cannot_read(name, errno));
    if (count == 0)
      break;
    text.append(block.data(), static_cast<std::size_t>(count));
    if (text.size() > largest.count)
      return complain({name, {}, "grew while it was read", "try again when nothing writes to it"});
  }
  if (auto bad = binary(text, name, what))
    return complain(std::move(*bad));
  return text;
}

} // namespace whodunit
