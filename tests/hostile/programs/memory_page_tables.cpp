// SPDX-License-Identifier: MIT
// One look into every second mebibyte of a vast mapping: no page of its own, only page tables.
#include <cstddef>
#include <sys/mman.h>
#include <unistd.h>

int main() {
  constexpr std::size_t step = 2 << 20, vast = std::size_t{1} << 40;
  auto const* const start = static_cast<char volatile*>(
      mmap(nullptr, vast, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
  madvise(const_cast<char*>(start), vast, MADV_NOHUGEPAGE);
  for (std::size_t at = 0; at < vast; at += step)
    static_cast<void>(start[at]);
  pause();
}
