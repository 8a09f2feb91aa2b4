// SPDX-License-Identifier: MIT
// Tells the crawler of a search engine which links it has met before: one bit for each value that
// the hash of a link can have.
#include <array>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string_view>
#include <sys/mman.h>

namespace {

constexpr unsigned hash_bits = 43;
constexpr std::size_t table_bytes = std::size_t{1} << (hash_bits - 3);

constexpr std::array<std::string_view, 9> links{
    "/",           "/herons",     "/herons/nest", "/swifts",   "/",
    "/owls/snowy", "/owls/eagle", "/herons",      "/swallows",
};

std::uint64_t hash(std::string_view link) {
  std::uint64_t value = 14695981039346656037U; // FNV-1a
  for (unsigned char const letter : link) {
    value = (value ^ letter) * 1099511628211U;
  }
  return value >> (64U - hash_bits);
}

class Seen {
public:
  Seen()
      : bits_(
            static_cast<unsigned char*>(mmap(nullptr, table_bytes, PROT_READ | PROT_WRITE,
                                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0))) {
    if (good()) {
      madvise(bits_, table_bytes, MADV_NOHUGEPAGE); // it is used in very few places
    }
  }
  Seen(Seen const&) = delete;
  Seen& operator=(Seen const&) = delete;
  ~Seen() {
    if (good()) {
      munmap(bits_, table_bytes);
    }
  }

  bool good() const { return bits_ != MAP_FAILED; }
  bool add(std::string_view link) {
    auto const place = hash(link);
    auto& byte = bits_[place / 8];
    auto const bit = static_cast<unsigned char>(1U << place % 8);
    bool const fresh = (byte & bit) == 0;
    byte |= bit;
    return fresh;
  }

private:
  unsigned char* bits_;
};

} // namespace

int main() {
  Seen seen;
  if (!seen.good()) {
    std::cerr << "no room for the table\n";
    return 1;
  }
  int fresh = 0;
  for (auto const link : links) {
    if (seen.add(link)) {
      ++fresh;
    }
  }
  std::cout << links.size() << " links, " << fresh << " of them new" << std::endl;
}
