// SPDX-License-Identifier: MIT
// Reads the word table of the search index once a night, from its first byte to its last, to see
// whether the disk still has it as it was written.
#include <array>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <span>
#include <unistd.h>

namespace {

class Checksum {
public:
  void add(std::span<unsigned char const> bytes) {
    for (auto const byte : bytes) {
      low_ = (low_ + byte) % 65521;
      high_ = (high_ + low_) % 65521;
    }
    length_ += bytes.size();
  }
  std::uint64_t length() const { return length_; }
  std::uint32_t value() const { return high_ << 16U | low_; }

private:
  std::uint32_t low_ = 1;
  std::uint32_t high_ = 0;
  std::uint64_t length_ = 0;
};

bool read_whole(std::filesystem::path const& path, Checksum& sum) {
  int const file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return false;
  }
  // What the disk has is asked for, and not what memory remembers of it.
  posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
  std::array<unsigned char, 65536> block{};
  ssize_t got = 0;
  while ((got = read(file, block.data(), block.size())) > 0) {
    sum.add(std::span(block).first(static_cast<std::size_t>(got)));
  }
  close(file);
  return got == 0;
}

} // namespace

int main() {
  auto const program = std::filesystem::read_symlink("/proc/self/exe");
  Checksum sum;
  if (!read_whole(program.string() + ".d/libwords.so", sum)) {
    std::cerr << "the word table cannot be read\n";
    return 1;
  }
  std::cout << sum.length() / 1024 / 1024 << " MiB read, sum " << std::hex << sum.value()
            << ": the table is sound" << std::endl;
}
