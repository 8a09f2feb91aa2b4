// SPDX-License-Identifier: MIT
#include "authoring/toolchain.hpp"

#include "casebook/text_file.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fmt/format.h>
#include <sstream>
#include <unistd.h>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

constexpr Bytes largest{16ULL << 20U};

std::vector<std::string> words(char const* list) {
  std::istringstream stream(list);
  return {std::istream_iterator<std::string>(stream), {}};
}

// Stated by cmake/AddMystery.cmake, the one place.
std::vector<std::string> const& usual_flags() {
  static auto const flags = words(WHODUNIT_MYSTERY_FLAGS);
  return flags;
}

std::vector<std::string> const& usual_link_flags() {
  static auto const flags = words(WHODUNIT_MYSTERY_LINK_FLAGS);
  return flags;
}

std::vector<std::string> parts_of(std::string const& joined) {
  std::string spaced = joined;
  std::ranges::replace(spaced, '+', ' ');
  return words(spaced.c_str());
}

std::string stem_of(std::string const& joined) {
  return fs::path(parts_of(joined).front()).stem().string();
}

fs::path file_of(Dossier const& dossier, std::string const& file, Edition edition) {
  return edition == Edition::healed ? dossier.healed_file(file) : dossier.mystery / file;
}

Build const& build_of(Dossier const& dossier, Edition edition) {
  return edition == Edition::healed ? dossier.healed : dossier.asked->build;
}

fs::file_time_type newest(Dossier const& dossier) {
  auto newest = fs::file_time_type::min();
  std::error_code failed;
  for (auto const& file : dossier.learners)
    newest = std::max(newest, fs::last_write_time(dossier.mystery / file, failed));
  for (auto const& file : dossier.instructors)
    if (file != "explanation.md")
      newest = std::max(newest, fs::last_write_time(dossier.solution / file, failed));
  return newest;
}

void mix(std::uint64_t& hash, std::string_view text) {
  constexpr std::uint64_t prime = 0x100000001b3; // FNV-1a
  for (char const c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  hash = (hash ^ 0x100U) * prime; // where one ends and the next begins
}

// One build of one case: a folder, and the commands that fill it.
class Job {
public:
  Job(Warden& warden, Dossier const& dossier, Toolchain const& toolchain, Edition edition,
      fs::path folder)
      : warden_(warden),
        dossier_(dossier),
        build_(build_of(dossier, edition)),
        toolchain_(toolchain),
        edition_(edition),
        folder_(std::move(folder)),
        belongings_(folder_ / (dossier.name + ".d")) {}

  Result<void> run() {
    std::error_code failed;
    fs::create_directories(belongings_, failed);
    if (failed)
      return Error{"make the folder", belongings_.string(), boost::system::error_code(failed)};
    for (auto const& library : build_.libraries)
      if (auto made = make_library(library); !made)
        return made;
    for (auto const& program : build_.programs)
      if (auto made = make_program(parts_of(program), belongings_ / stem_of(program), "$ORIGIN");
          !made)
        return made;
    for (auto const& file : build_.files)
      if (auto copied = copy(file, belongings_ / file); !copied)
        return copied;
    auto const own = folder_ / dossier_.name;
    if (!build_.script.empty())
      return copy(build_.script, own);
    std::vector<std::string> sources;
    for (auto const& joined : build_.sources)
      std::ranges::copy(parts_of(joined), std::back_inserter(sources));
    return make_program(sources, own, "$ORIGIN/" + dossier_.name + ".d");
  }

private:
  std::vector<std::string> compile(std::vector<std::string> const& sources) const {
    std::vector<std::string> command{toolchain_.compiler};
    for (auto flag : build_.flags.empty() ? usual_flags() : build_.flags)
      command.push_back(flag.starts_with("-O") ? toolchain_.level : flag);
    command.emplace_back("-std=c++20");
    if (edition_ == Edition::healed) // which has of its own only what is cured
      command.push_back("-I" + dossier_.mystery.string());
    for (auto const& [name, value] : dossier_.asked->variant)
      command.push_back("-D" + name + "=" + value);
    for (auto const& source : sources)
      command.push_back(file_of(dossier_, source, edition_).string());
    return command;
  }

  Result<void> make_library(std::string const& source) {
    auto command = compile({source});
    auto const name = fmt::format("lib{}.so", fs::path(source).stem().string());
    std::ranges::copy(std::vector<std::string>{"-fPIC", "-shared", "-Wl,-soname," + name, "-o",
                                               (belongings_ / name).string()},
                      std::back_inserter(command));
    return execute(command);
  }

  Result<void> make_program(std::vector<std::string> const& sources, fs::path const& program,
                            std::string const& runpath) {
    auto command = compile(sources);
    std::ranges::copy(usual_link_flags(), std::back_inserter(command));
    if (!build_.libraries.empty()) {
      command.push_back("-L" + belongings_.string());
      command.push_back("-Wl,-rpath," + runpath);
    }
    std::ranges::copy(build_.link, std::back_inserter(command));
    command.emplace_back("-o");
    command.push_back(program.string());
    return execute(command);
  }

  Result<void> copy(std::string const& file, fs::path const& to) const {
    std::error_code failed;
    fs::create_directories(to.parent_path(), failed);
    fs::copy_file(file_of(dossier_, file, edition_), to, failed);
    if (failed)
      return Error{"copy", file_of(dossier_, file, edition_).string(),
                   boost::system::error_code(failed)};
    return {};
  }

  Result<void> execute(std::vector<std::string> const& command) {
    Launch launch;
    launch.arguments = command;
    launch.executable = command.front();
    for (char** variable = environ; *variable != nullptr; ++variable)
      launch.environment.emplace_back(*variable);
    launch.watch = Watch::wait_only;
    launch.contain = false;
    auto const fate = warden_.run(launch);
    if (!fate)
      return fate.error();
    if (fate->not_executed != 0)
      return Error{"start",
                   command.front(),
                   {fate->not_executed, boost::system::system_category()},
                   "install it: apt install g++ clang"};
    if (fate->ending == Ending(Exited{0}))
      return {};
    return Error{"build",
                 fmt::format("{} with {}", dossier_.name, to_string(toolchain_)),
                 {},
                 std::string(fate->err.kept)};
  }

  Warden& warden_;
  Dossier const& dossier_;
  Build const& build_;
  Toolchain const& toolchain_;
  Edition edition_;
  fs::path folder_;
  fs::path belongings_;
};

std::string identity(Dossier const& dossier, Toolchain const& toolchain, Edition edition) {
  std::uint64_t hash = 0xcbf29ce484222325;
  mix(hash, to_string(toolchain));
  mix(hash, edition == Edition::healed ? "healed" : "learners");
  mix(hash, WHODUNIT_MYSTERY_FLAGS WHODUNIT_MYSTERY_LINK_FLAGS WHODUNIT_VERSION);
  for (auto const& file : dossier.learners) {
    mix(hash, file);
    auto const path =
        edition == Edition::healed ? dossier.healed_file(file) : dossier.mystery / file;
    if (auto const text = read_text_file(path, largest, "a source"))
      mix(hash, *text);
  }
  for (auto const& [name, value] : dossier.asked->variant)
    mix(hash, name + "=" + value);
  if (edition == Edition::healed)
    mix(hash, dossier.key_text);
  return fmt::format("{}-{:016x}", dossier.name, hash);
}

} // namespace

std::string to_string(Toolchain const& toolchain) {
  return fmt::format("{} {}", toolchain.compiler, toolchain.level);
}

Toolchain usual_toolchain(Build const& build) {
  return {build.compilers.empty() ? "g++" : build.compilers.front(),
          build.levels.empty() ? "-O0" : build.levels.front()};
}

Result<fs::path> Workshop::make(Warden& warden, Dossier const& dossier, Toolchain const& toolchain,
                                Edition edition) const {
  std::error_code failed;
  auto const built = edition == Edition::healed
                         ? dossier.binaries.parent_path() / "healed" / dossier.name
                         : dossier.binaries / dossier.name;
  bool const plain = dossier.asked->variant == plain_variant(dossier.asked->parameters);
  if (plain && toolchain == usual_toolchain(dossier.asked->build) && fs::exists(built, failed) &&
      fs::last_write_time(built, failed) >= newest(dossier))
    return built;
  auto const kept = cache_ / identity(dossier, toolchain, edition);
  if (fs::exists(kept / dossier.name, failed))
    return kept / dossier.name;
  static std::atomic<int> count = 0;
  auto const making = cache_ / fmt::format(".{}-{}", ::getpid(), ++count);
  auto made = Job(warden, dossier, toolchain, edition, making).run();
  if (made) {
    fs::rename(making, kept, failed); // another verification may have been faster: its is as good
    if (!fs::exists(kept / dossier.name, failed))
      made = Error{"keep", kept.string(), boost::system::error_code(failed)};
  }
  std::error_code ignored;
  fs::remove_all(making, ignored);
  if (!made)
    return made.error();
  return kept / dossier.name;
}

fs::path workshop_cache() {
  char const* const xdg = std::getenv("XDG_CACHE_HOME");
  char const* const home = std::getenv("HOME");
  fs::path const base = xdg != nullptr && *xdg == '/' ? fs::path(xdg)
                        : ::geteuid() == 0            ? fs::path("/var/cache")
                        : home != nullptr             ? fs::path(home) / ".cache"
                                                      : fs::temp_directory_path();
  return base / "whodunit" / "verify";
}

} // namespace whodunit
