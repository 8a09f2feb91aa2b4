// SPDX-License-Identifier: MIT
#include "cli/core_file.hpp"

#include "fate/quantity.hpp"
#include "fault/complaint.hpp"
#include "os/fd.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <elf.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

namespace whodunit::cli {
namespace fs = std::filesystem;
namespace {

std::uintmax_t size_of(fs::path const& file) {
  std::error_code failed;
  auto const size = fs::file_size(file, failed);
  return failed ? 0 : size;
}

std::string why_none(Ending const& ending) {
  if (!std::holds_alternative<Killed>(ending))
    return "only a signal leaves one";
  rlimit core{};
  ::getrlimit(RLIMIT_CORE, &core);
  if (core.rlim_max == 0)
    return "the hard limit on core files is 0 here (ulimit -H -c)";
  return "not every signal leaves one, a core needs room in the run's scratch directory, and a "
         "process can forbid its own (core(5))";
}

} // namespace

bool is_whole_core(fs::path const& file) {
  auto const opened = open_file(file, O_RDONLY);
  Elf64_Ehdr header{};
  if (!opened || ::pread(opened->get(), &header, sizeof header, 0) != sizeof header)
    return false;
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_ident[EI_CLASS] != ELFCLASS64)
    return true;
  auto const size = size_of(file);
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr part{};
    auto const at = static_cast<off_t>(header.e_phoff + i * sizeof part);
    if (::pread(opened->get(), &part, sizeof part, at) != sizeof part || part.p_filesz > size ||
        part.p_offset > size - part.p_filesz)
      return false;
  }
  return true;
}

Result<CoreFile> CoreFile::make(fs::path const& file, fs::path const& program) {
  auto const pattern = value_or(read_file("/proc/sys/kernel/core_pattern"), std::string());
  if (pattern.starts_with('|'))
    return Error("hand over a core", file.string(), {},
                 fmt::format("the kernel hands cores to a program here (core_pattern is \"{}\"), "
                             "which a case must not wake; whodunit never changes that. As root: "
                             "sysctl kernel.core_pattern=core. Or let gdb write one: gdb -batch "
                             "-ex run -ex 'generate-core-file {}' {}",
                             printable(pattern.substr(0, pattern.find('\n'))), file.string(),
                             program.string()));
  std::error_code failed;
  auto const absolute = fs::absolute(file, failed);
  auto const made = open_file(absolute, O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (!made)
    return Error("make the file for the core", file.string(), made.error().code,
                 "what is there is never written over: move it away, or choose another name");
  return CoreFile(absolute, program);
}

void CoreFile::drop_if_empty() const {
  std::error_code ignored;
  if (size_of(file_) == 0)
    fs::remove(file_, ignored);
}

void CoreFile::tell(std::string const& name, Fate const& fate) const {
  auto const size = size_of(file_);
  if (size == 0) {
    drop_if_empty();
    fmt::print(stderr, "whodunit: {} left no core ({}): {}\n", name,
               printable(to_string(fate.ending)), why_none(fate.ending));
    return;
  }
  fmt::print(stderr, "whodunit: the core is in {} ({}); gdb {} {}\n", printable(file_.string()),
             rounded(Bytes{size}), printable(program_.string()), printable(file_.string()));
  if (!is_whole_core(file_))
    fmt::print(stderr, "whodunit: but it is cut short: there was no room for all of it\n");
}

} // namespace whodunit::cli
