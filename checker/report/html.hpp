// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Bytes from outside on their way into a page: what a program called itself or wrote is hostile,
/// and stays text. What is made here is both HTML and well-formed XML.

#include <cstddef>
#include <string>
#include <string_view>

namespace whodunit {

/// Bytes of a name or a line that a page shows of each thing; what is longer ends in an ellipsis.
inline constexpr std::size_t most_of_a_line = 400;

/// \p bytes as the text of an element or the value of a quoted attribute: control characters and
/// invalid UTF-8 made visible as printable() does, `<`, `>`, `&` and quotes escaped. At most \p
/// most of the bytes are shown, and the result is at most six times as long.
std::string html_text(std::string_view bytes, std::size_t most = most_of_a_line);

/// As html_text(), for a `pre`: newlines and tabs stay. Of more than \p most bytes the first and
/// the last are shown, and between them how many were left out.
std::string html_lines(std::string_view bytes, std::size_t most);

/// ``<NAME class="STYLE">CONTENT</NAME>``; without a class where \p style is empty. Nothing is
/// escaped: \p content is HTML already.
std::string element(std::string_view name, std::string_view style, std::string_view content);

/// A section with the heading \p title; \p id is unique in its page. Escapes nothing.
std::string section(std::string_view id, std::string_view title, std::string_view content);

/// A box that scrolls by itself where its content is wider than the page. Escapes nothing.
std::string scroll_box(std::string_view label, std::string_view content);

/// Items of a page one after another, up to a number of bytes: however large a fate is, its page
/// is not.
class BoundedHtml {
public:
  /// \param budget bytes that all items together may have
  explicit BoundedHtml(std::size_t budget) : budget_(budget) {}

  /// Appends \p item, or counts it as left out if it doesn't fit; then nothing after it fits.
  void add(std::string_view item);
  std::string const& text() const { return text_; }  ///< the items that fitted
  std::size_t left_out() const { return left_out_; } ///< items that didn't
  /// ``<p class="more">… and 12 more processes</p>``; empty where nothing was left out.
  std::string more(std::string_view things) const;

private:
  std::size_t budget_;
  std::size_t left_out_ = 0;
  std::string text_;
};

} // namespace whodunit
