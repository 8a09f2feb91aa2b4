// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Looks into texts: whether a word stands in one, which words do, how wide its lines are.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// Whether \p word stands in \p text as a word of its own, case aside; full stops within, hyphens
/// and underscores belong to words.
bool says(std::string_view text, std::string_view word);

/// The words of a text or a source, in lower case: identifiers are taken apart at underscores and
/// where a capital begins.
std::vector<std::string> words_of(std::string_view text);

/// A line of a text.
struct Line {
  std::size_t number;    ///< from 1
  std::string_view text; ///< without its newline
  bool quoted;           ///< within a code block, whose lines are as the machine wrote them
};

/// The lines of a Markdown text.
std::vector<Line> lines_of(std::string_view markdown);

/// Columns of \p line: code points, wide ones counted as one.
std::size_t columns(std::string_view line);

/// Hashes of all sequences of five words that stand in a text, sorted, each once.
std::vector<std::size_t> sequences_of(std::string_view text);

/// How much two texts have in common, 0 to 1: the share of the sequences of the shorter one that
/// the longer one has as well (Broder, "On the resemblance and containment of documents", 1997).
double resemblance(std::vector<std::size_t> const& one, std::vector<std::size_t> const& other);

} // namespace whodunit
