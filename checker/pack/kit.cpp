// SPDX-License-Identifier: MIT
#include "pack/kit.hpp"

#include "pack/tool.hpp"
#include "seal/cipher.hpp"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

constexpr auto top = "whodunit-kit";
constexpr std::int64_t year_2020 = 1'577'836'800;
constexpr std::uint64_t three_years = 94'608'000;

std::string whole(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::int64_t time_from(std::string_view content) {
  auto const hash = keyed_hash({}, "time", content);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i)
    number = number << 8U | hash.at(i);
  return year_2020 + static_cast<std::int64_t>(number % three_years);
}

Result<void> settle(fs::path const& path) {
  bool const folder = fs::is_directory(path);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return last_error("look at", path.string());
  bool const runs = folder || (status.st_mode & S_IXUSR) != 0U;
  timespec const time{folder ? year_2020 : time_from(whole(path)), 0};
  std::array<timespec, 2> const times{time, time};
  if (::chmod(path.c_str(), runs ? 0755 : 0644) != 0 ||
      ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) != 0)
    return last_error("set the time of", path.string());
  return {};
}

Result<void> settle_all(fs::path const& folder) {
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed))
    if (auto const settled = settle(entry->path()); !settled)
      return settled;
  return settle(folder);
}

} // namespace

Result<Kit> Kit::begin() {
  std::error_code failed;
  auto name = (fs::temp_directory_path(failed) / "whodunit-kit-XXXXXX").string();
  if (failed || ::mkdtemp(name.data()) == nullptr)
    return last_error("make a folder for the kit", name);
  return Kit(name);
}

Kit::~Kit() {
  std::error_code ignored;
  if (!folder_.empty())
    fs::remove_all(folder_, ignored);
}

Result<fs::path> Kit::place(fs::path const& name) const {
  auto const path = folder_ / top / name;
  std::error_code failed;
  fs::create_directories(path.parent_path(), failed);
  if (failed)
    return Error{"make a folder for", path.string(), boost::system::error_code(failed)};
  return {boost::system::in_place_value, path};
}

// An ELF file for our own processor: tools know no other, and a case may bring one along.
bool is_of_this_machine(std::string_view file) {
  constexpr std::size_t machine = 18; // e_machine, elf(5)
#if defined(__x86_64__)
  constexpr std::string_view own("\x3e\x00", 2);
#else
  constexpr std::string_view own("\xb7\x00", 2);
#endif
  return file.starts_with("\x7f"
                          "ELF") &&
         file.size() > machine + 2 && file.substr(machine, 2) == own;
}

Result<void> Kit::write(fs::path const& name, std::string_view text) const {
  auto const path = place(name);
  if (!path)
    return path.error();
  std::ofstream out(*path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out)
    return last_error("write", path->string());
  return {};
}

Result<void> Kit::copy(fs::path const& from, fs::path const& name) const {
  auto const path = place(name);
  if (!path)
    return path.error();
  std::error_code failed;
  fs::copy_file(from, *path, fs::copy_options::overwrite_existing, failed);
  if (failed)
    return Error{"copy", from.string(), boost::system::error_code(failed)};
  return {};
}

Result<void> Kit::copy_program(fs::path const& from, fs::path const& name) const {
  if (auto const copied = copy(from, name); !copied)
    return copied;
  auto const path = folder_ / top / name;
  if (!is_of_this_machine(whole(path)))
    return {};
  auto const stripped = run_tool({"strip", "--strip-debug", path.string()});
  return stripped ? Result<void>{} : stripped.error();
}

Result<void> Kit::copy_folder(fs::path const& from, fs::path const& name) const {
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(from, failed), end; !failed && entry != end;
       entry.increment(failed))
    if (entry->is_regular_file(failed))
      if (auto const copied =
              copy_program(entry->path(), name / entry->path().lexically_relative(from));
          !copied)
        return copied;
  if (failed)
    return Error{"copy", from.string(), boost::system::error_code(failed)};
  return {};
}

Result<void> Kit::pack(fs::path const& out) const {
  if (auto const settled = settle_all(folder_ / top); !settled)
    return settled;
  auto const partial = out.string() + ".partial";
  auto const packed =
      run_tool({"tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--format=ustar",
                "--use-compress-program=gzip -n", "-C", folder_.string(), "-cf", partial, top});
  std::error_code failed;
  if (packed)
    fs::rename(partial, out, failed);
  if (packed && !failed)
    return {};
  std::error_code ignored;
  fs::remove(partial, ignored);
  return packed ? Result<void>(Error{"write", out.string(), boost::system::error_code(failed)})
                : Result<void>(packed.error());
}

} // namespace whodunit
