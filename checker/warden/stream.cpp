// SPDX-License-Identifier: MIT
#include "warden/stream.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>

namespace whodunit {

void append_last(std::string& words, std::string_view more) {
  words += more;
  if (words.size() > last_words_size)
    words.erase(0, words.size() - last_words_size);
}

void CapturedStream::drain() {
  if (!reader_.is_open())
    return;
  std::array<char, 65536> chunk{};
  // A flood is taken in portions: the run has other things to look after.
  constexpr int portions = 16;
  for (int portion = 0; portion < portions; ++portion) {
    auto const bytes = ::read(reader_.get(), chunk.data(), chunk.size());
    if (bytes < 0 && errno == EINTR)
      continue;
    if (bytes == 0)
      reader_.close();
    if (bytes <= 0)
      return;
    auto const taken = static_cast<std::uint64_t>(bytes);
    auto const room = cap_.count - std::min<std::uint64_t>(cap_.count, capture_.kept.size());
    capture_.kept.append(chunk.data(), static_cast<std::size_t>(std::min(taken, room)));
    capture_.total += taken;
    append_last(last_, {chunk.data(), static_cast<std::size_t>(bytes)});
  }
}

} // namespace whodunit
