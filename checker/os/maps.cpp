// SPDX-License-Identifier: MIT
#include "os/maps.hpp"

#include "os/fd.hpp"

#include <fmt/format.h>
#include <sstream>
#include <sys/stat.h>

namespace whodunit::maps {
namespace {

std::optional<Mapping> read_line(std::string const& line) {
  Mapping mapping;
  std::istringstream columns(line);
  std::string device;
  std::uint64_t inode = 0;
  char dash = 0;
  columns >> std::hex >> mapping.begin >> dash >> mapping.end >> mapping.permissions >>
      mapping.offset >> device >> std::dec >> inode;
  if (!columns)
    return std::nullopt;
  std::getline(columns >> std::ws, mapping.path);
  return mapping;
}

// Through the process's own root, by the file that is mapped and not by the one that has its name
// now.
std::optional<Bytes> size_of_mapped_file(int pid, Mapping const& mapping) {
  auto const link = fmt::format("/proc/{}/map_files/{:x}-{:x}", pid, mapping.begin, mapping.end);
  struct stat file {};
  if (::stat(link.c_str(), &file) != 0 &&
      ::stat(fmt::format("/proc/{}/root{}", pid, mapping.path).c_str(), &file) != 0)
    return std::nullopt;
  if (!S_ISREG(file.st_mode)) // a device has no size to speak of
    return std::nullopt;
  return Bytes{static_cast<std::uint64_t>(file.st_size)};
}

} // namespace

std::string text(int pid) {
  return value_or(read_file(fmt::format("/proc/{}/maps", pid)), std::string{});
}

std::optional<Mapping> at(int pid, std::uint64_t address) {
  std::istringstream lines(text(pid));
  for (std::string line; std::getline(lines, line);) {
    auto mapping = read_line(line);
    if (!mapping || address < mapping->begin || address >= mapping->end)
      continue;
    if (mapping->path.starts_with('/'))
      mapping->file_size = size_of_mapped_file(pid, *mapping);
    return mapping;
  }
  return std::nullopt;
}

std::string place(int pid, std::uint64_t address) {
  auto const mapping = at(pid, address);
  if (!mapping || mapping->path.empty())
    return fmt::format("{:#x}", address);
  return fmt::format("{}+{:#x}", mapping->path, address - mapping->begin + mapping->offset);
}

} // namespace whodunit::maps
