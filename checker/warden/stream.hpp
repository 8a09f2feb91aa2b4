// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// One captured stream of a run. Always read on, so that the writer never blocks on us; never
/// waited for, because a grandchild may hold the other end for ever.

#include "fate/fate.hpp"
#include "os/fd.hpp"

#include <string>
#include <string_view>

namespace whodunit {

/// So many bytes are enough for the last words of a program.
constexpr std::size_t last_words_size = 4096;
/// Appends \p more, and drops from the front what is beyond last_words_size.
void append_last(std::string& words, std::string_view more);

/// The reader's end, and the first bytes that came out of it.
class CapturedStream {
public:
  CapturedStream() = default;
  /// \p reader must not block. At most \p cap of it is kept.
  CapturedStream(UniqueFd reader, Bytes cap) : reader_(std::move(reader)), cap_(cap) {}

  int fd() const { return reader_.get(); } ///< -1 once the end was seen
  /// Takes what is there now. Does not block.
  void drain();
  bool overflowed() const { return capture_.total > cap_.count; } ///< more came than is kept
  Capture take() { return std::move(capture_); }                  ///< to be called once, at the end
  std::string const& last() const { return last_; } ///< its last bytes, at most last_words_size

private:
  UniqueFd reader_;
  Bytes cap_{};
  Capture capture_;
  std::string last_;
};

} // namespace whodunit
