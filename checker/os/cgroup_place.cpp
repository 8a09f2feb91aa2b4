// SPDX-License-Identifier: MIT
// Finds where groups of runs may be made, in either version of the kernel's interface.
#include "os/cgroup.hpp"
#include "os/fd.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <unistd.h>

namespace whodunit {
namespace fs = std::filesystem;

fs::path unified_hierarchy(fs::path const& root) {
  return fs::exists(root / "cgroup.controllers") ? root : root / "unified";
}

std::optional<std::string> own_cgroup(std::string const& membership, std::string_view controller) {
  std::istringstream lines(membership);
  for (std::string line; std::getline(lines, line);) {
    auto const first = line.find(':');
    auto const second = line.find(':', first + 1);
    if (second == std::string::npos)
      continue;
    auto const controllers = "," + line.substr(first + 1, second - first - 1) + ",";
    bool const wanted =
        controller.empty()
            ? controllers == ",,"
            : controllers.find("," + std::string(controller) + ",") != std::string::npos;
    if (wanted)
      return line.substr(second + 1);
  }
  return std::nullopt;
}

namespace {

bool has_word(std::string const& text, std::string_view wanted) {
  std::istringstream words(text);
  return std::find(std::istream_iterator<std::string>(words), {}, wanted) !=
         std::istream_iterator<std::string>();
}

Result<CgroupPlace> tried(CgroupPlace place) {
  // v2 moves a process only for one who may write to this file of the ancestor that its old group
  // and the new one have in common.
  auto const members_file = place.memory / "cgroup.procs";
  if (place.version == CgroupVersion::v2 && ::access(members_file.c_str(), W_OK) != 0)
    return last_error("move a process into a cgroup by", members_file);
  auto group = Cgroup::create(place, cgroup_name(0), {Bytes{16U << 20U}, std::nullopt});
  if (!group)
    return group.error();
  return place;
}

// A group with processes of its own can't have limited children (the rule of no internal
// processes), so the nearest ancestor that hands out the memory controller is where ours go, as
// siblings of the group that we are in.
Result<CgroupPlace> find_v2(fs::path const& mount, fs::path group) {
  Result<CgroupPlace> found =
      Error{"find a cgroup (v2) that hands out the memory controller", mount, {}, ""};
  for (;;) {
    auto const folder = mount / group.relative_path();
    auto const handed_out = value_or(read_file(folder / "cgroup.subtree_control"), std::string{});
    if (has_word(handed_out, "memory")) {
      auto const here_if = [&](char const* controller) {
        return has_word(handed_out, controller) ? std::optional(folder) : std::nullopt;
      };
      found = tried({CgroupVersion::v2, folder, here_if("pids"), here_if("cpu")});
      if (found)
        return found;
    }
    if (!group.has_relative_path())
      return found;
    group = group.parent_path();
  }
}

Result<CgroupPlace> find_v1(fs::path const& root, std::string const& membership,
                            fs::path const& group) {
  auto const usable = [&](char const* controller) {
    auto const own = own_cgroup(membership, controller);
    auto const folder = root / controller / fs::path(own.value_or("")).relative_path();
    return own && ::access(folder.c_str(), W_OK) == 0 ? std::optional(folder) : std::nullopt;
  };
  CgroupPlace place{CgroupVersion::v1, root / "memory" / group.relative_path(), usable("pids"),
                    usable("cpu")};
  if (place.cpu && !fs::exists(*place.cpu / "cpu.cfs_quota_us")) // CONFIG_CFS_BANDWIDTH
    place.cpu.reset();
  return tried(place);
}

} // namespace

Result<CgroupPlace> find_cgroup_place(fs::path const& root, std::string const& membership) {
  Result<CgroupPlace> found =
      Error{"find a memory cgroup", root, {}, "no cgroup file system is mounted there"};
  if (auto const group = own_cgroup(membership, "memory"))
    found = find_v1(root, membership, *group);
  if (auto const group = own_cgroup(membership, ""); group && !found) {
    auto unified = find_v2(unified_hierarchy(root), *group);
    if (unified || !own_cgroup(membership, "memory"))
      found = std::move(unified);
  }
  return found;
}

} // namespace whodunit
