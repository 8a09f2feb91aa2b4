// SPDX-License-Identifier: MIT
#include "os/cgroup_subtree.hpp"

#include "os/cgroup.hpp"
#include "os/fd.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whodunit {
namespace fs = std::filesystem;
namespace {

// Each takes some of the kernel's memory, and nobody needs more.
constexpr auto most_groups = "64";

Result<void> make_group(fs::path const& folder) {
  if (::mkdir(folder.c_str(), 0755) != 0)
    return last_error("create the cgroup", folder);
  return {};
}

} // namespace

Result<fs::path> find_subtree_place(fs::path const& root, std::string const& membership) {
  auto const group = own_cgroup(membership, "");
  auto const mount = unified_hierarchy(root);
  if (!group || !fs::exists(mount / "cgroup.controllers"))
    return Error("find a hierarchy of cgroup v2", mount, {},
                 "none is mounted there (as root: mount -t cgroup2 none " + mount.string() + ")");
  auto const place = mount / fs::path(*group).relative_path();
  // A process is moved by whoever may write to this file of the group that old and new have in
  // common.
  auto const members = place / "cgroup.procs";
  if (::access(members.c_str(), W_OK) != 0)
    return last_error("move a process into a cgroup by", members);
  auto const made = CgroupSubtree::create(place, cgroup_name(0));
  if (!made)
    return made.error();
  return place;
}

Result<CgroupSubtree> CgroupSubtree::within(fs::path const& group) {
  static_cast<void>(write_file(group / "cgroup.max.descendants", most_groups));
  CgroupSubtree subtree;
  auto const granted = group / "granted";
  if (auto made = make_group(granted); !made)
    return made.error();
  subtree.granted_ = granted;
  return subtree;
}

Result<CgroupSubtree> CgroupSubtree::create(fs::path const& place, std::string const& name) {
  auto const outer = place / name;
  if (auto made = make_group(outer); !made)
    return made.error();
  auto subtree = within(outer);
  if (subtree)
    subtree->outer_ = outer;
  else
    remove_cgroup(outer);
  return subtree;
}

CgroupSubtree::~CgroupSubtree() {
  if (!granted_.empty())
    remove_cgroup(outer_.empty() ? granted_ : outer_);
}

int CgroupSubtree::join() const {
  auto const joined = write_file(granted_ / "cgroup.procs", "0");
  return joined ? 0 : joined.error().code.value();
}

void CgroupSubtree::kill_all() const {
  kill_cgroup(granted_);
}

} // namespace whodunit
