// SPDX-License-Identifier: MIT
#include "warden/scratch_watch.hpp"

#include "fate/quantity.hpp"

#include <fcntl.h>
#include <string>
#include <sys/vfs.h>

namespace whodunit {

std::optional<ScratchWatch> ScratchWatch::open(int pid) {
  auto folder =
      open_file("/proc/" + std::to_string(pid) + "/root/tmp", O_PATH | O_DIRECTORY | O_CLOEXEC);
  return folder ? std::optional(ScratchWatch(std::move(*folder))) : std::nullopt;
}

std::vector<LimitHit> ScratchWatch::used_up(Limits const& limits) const {
  std::vector<LimitHit> hit;
  struct statfs state {};
  if (::fstatfs(folder_.get(), &state) != 0)
    return hit;
  Bytes const size{state.f_blocks * static_cast<std::uint64_t>(state.f_bsize)};
  if (state.f_blocks != 0 && state.f_bfree == 0)
    hit.push_back({"disk", to_string(limits.disk.value_or(size)), true});
  if (state.f_files != 0 && state.f_ffree == 0)
    hit.push_back({"inodes",
                   limits.inodes ? std::to_string(*limits.inodes) : std::to_string(state.f_files),
                   true});
  return hit;
}

} // namespace whodunit
