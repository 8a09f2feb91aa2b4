// SPDX-License-Identifier: MIT
#include "record/fate_store.hpp"

#include "warden/wire.hpp"

#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace {

using Json = nlohmann::json;
constexpr char const* schema = "whodunit.fate-store/1";
constexpr std::uintmax_t largest_file = 64U << 20U;

Result<std::string> stamp_of(std::filesystem::path const& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0)
    return last_error("find", file.string());
  return {boost::system::in_place_value,
          fmt::format("{}\n{} {}.{:09}\n", file.string(), status.st_size, status.st_mtim.tv_sec,
                      status.st_mtim.tv_nsec)};
}

// With what lies in the folder of the case's helpers, `PROGRAM.d`.
std::set<std::filesystem::path> program_files(std::filesystem::path const& program,
                                              std::filesystem::path const& warden) {
  std::set<std::filesystem::path> files{program, warden};
  std::error_code failed;
  for (std::filesystem::recursive_directory_iterator entry(program.native() + ".d", failed), end;
       !failed && entry != end; entry.increment(failed))
    files.insert(entry->path());
  return files;
}

std::optional<Fate> fate_in(std::vector<std::uint8_t> const& octets, RunIdentity const& identity) {
  auto const kept = Json::from_cbor(octets, true, false);
  if (!kept.is_object() || kept.value("schema", Json{}) != schema)
    return std::nullopt;
  auto const owner = kept.value("identity", Json{});
  auto const fate = kept.value("fate", Json{});
  if (!owner.is_binary() || !fate.is_binary() || owner.get_binary() != Json::binary_t(identity))
    return std::nullopt;
  auto decoded = wire::decode_fate(fate.get_binary());
  return decoded ? std::optional(std::move(*decoded)) : std::nullopt;
}

Result<void> write_whole(std::filesystem::path const& file,
                         std::vector<std::uint8_t> const& octets) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(reinterpret_cast<char const*>(octets.data()), // NOLINT: bytes are bytes
               static_cast<std::streamsize>(octets.size()));
  stream.close();
  return stream ? Result<void>{} : last_error("write", file.string());
}

} // namespace

Result<RunIdentity> identify_run(Launch const& launch, std::filesystem::path const& warden,
                                 Means const& means) {
  RunIdentity identity;
  for (auto const& file : program_files(launch.executable, warden)) {
    auto const stamp = stamp_of(file);
    if (!stamp)
      return stamp.error();
    identity.insert(identity.end(), stamp->begin(), stamp->end());
  }
  for (auto const& octets :
       {wire::encode(wire::Reply(means)), wire::encode(wire::Request(wire::AskRun{launch}))})
    identity.insert(identity.end(), octets.begin(), octets.end());
  return identity;
}

std::filesystem::path FateStore::file_of(std::string const& case_name) const {
  return folder_ / (case_name + ".cbor");
}

std::optional<Fate> FateStore::load(std::string const& case_name,
                                    RunIdentity const& identity) const {
  std::error_code failed;
  auto const file = file_of(case_name);
  if (!std::filesystem::is_regular_file(file, failed) ||
      std::filesystem::file_size(file, failed) > largest_file || failed)
    return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  std::vector<std::uint8_t> const octets{std::istreambuf_iterator<char>(stream), {}};
  return fate_in(octets, identity);
}

Result<void> FateStore::save(std::string const& case_name, RunIdentity const& identity,
                             Fate const& fate) const {
  std::error_code failed;
  std::filesystem::create_directories(folder_, failed);
  if (failed)
    return Error{"make the folder", folder_.string(), boost::system::error_code(failed)};
  auto const file = file_of(case_name);
  auto const draft = folder_ / fmt::format("{}.{}.draft", case_name, ::getpid());
  auto const octets = Json::to_cbor(Json{{"schema", schema},
                                         {"identity", Json::binary(identity)},
                                         {"fate", Json::binary(wire::encode(fate))}});
  auto written = write_whole(draft, octets);
  if (written)
    std::filesystem::rename(draft, file, failed);
  if (failed)
    written = Error{"replace", file.string(), boost::system::error_code(failed)};
  if (!written)
    std::filesystem::remove(draft, failed);
  return written;
}

} // namespace whodunit
