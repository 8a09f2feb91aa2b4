// SPDX-License-Identifier: MIT
#include "report/html.hpp"

#include "fault/complaint.hpp"
#include "report/encoding.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

// U+FFFE and U+FFFF: UTF-8 has them, XML does not (XML 1.0, section 2.2).
bool begins_with_no_character(std::string_view text) {
  return text.starts_with("\xef\xbf\xbe") || text.starts_with("\xef\xbf\xbf");
}

std::string escaped(std::string_view text) {
  std::string html;
  html.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i)
    switch (text[i]) {
    case '<':
      html += "&lt;";
      break;
    case '>':
      html += "&gt;";
      break;
    case '&':
      html += "&amp;";
      break;
    case '"':
      html += "&quot;";
      break;
    case '\'':
      html += "&#39;";
      break;
    case '\xef':
      html += begins_with_no_character(text.substr(i)) ? "\xef\xbf\xbd" : text.substr(i, 3);
      i += 2; // after printable() a lead byte has what belongs to it
      break;
    default:
      html += text[i];
    }
  return html;
}

} // namespace

std::string html_text(std::string_view bytes, std::size_t most) {
  if (bytes.size() <= most)
    return escaped(printable(bytes));
  return escaped(printable(without_cut_character(bytes.substr(0, most)))) + "…";
}

std::string html_lines(std::string_view bytes, std::size_t most) {
  if (bytes.size() <= most)
    return escaped(printable(bytes, true));
  auto const begin = without_cut_character(bytes.substr(0, most / 2));
  auto end = bytes.substr(bytes.size() - most / 2);
  while (!end.empty() && (static_cast<unsigned char>(end.front()) & 0xc0U) == 0x80U)
    end.remove_prefix(1);
  return fmt::format("{}\n<b class=\"cut\">… {} bytes are left out here …</b>\n{}",
                     escaped(printable(begin, true)), bytes.size() - begin.size() - end.size(),
                     escaped(printable(end, true)));
}

std::string element(std::string_view name, std::string_view style, std::string_view content) {
  return style.empty() ? fmt::format("<{0}>{1}</{0}>", name, content)
                       : fmt::format("<{0} class=\"{2}\">{1}</{0}>", name, content, style);
}

std::string section(std::string_view id, std::string_view title, std::string_view content) {
  return fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n{2}</section>\n",
                     id, title, content);
}

// It can be focused, so that it can be scrolled without a mouse.
std::string scroll_box(std::string_view label, std::string_view content) {
  return fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                     "aria-label=\"{}\">\n{}</div>\n",
                     label, content);
}

void BoundedHtml::add(std::string_view item) {
  if (left_out_ == 0 && text_.size() + item.size() <= budget_)
    text_ += item;
  else
    ++left_out_;
}

std::string BoundedHtml::more(std::string_view things) const {
  return left_out_ == 0
             ? ""
             : fmt::format("<p class=\"more\">… and {} more {}.</p>\n", left_out_, things);
}

} // namespace whodunit
