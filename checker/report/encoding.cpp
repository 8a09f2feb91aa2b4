// SPDX-License-Identifier: MIT
#include "report/encoding.hpp"

#include "fault/complaint.hpp"

#include <algorithm>
#include <cstdint>

namespace whodunit {
namespace {

unsigned byte_at(std::string_view text, std::size_t place) {
  return static_cast<unsigned char>(text[place]);
}

// Length of the character that \p lead begins; 0 if no character begins so.
std::size_t length_of(unsigned lead) {
  if (lead < 0x80)
    return 1;
  if (lead >= 0xc2 && lead < 0xe0)
    return 2;
  if (lead >= 0xe0 && lead < 0xf0)
    return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

// RFC 3629, section 4: the second byte alone decides about overlong forms, surrogates and what lies
// above U+10FFFF.
bool second_fits(unsigned lead, unsigned second) {
  switch (lead) {
  case 0xe0:
    return second >= 0xa0 && second < 0xc0;
  case 0xed:
    return second >= 0x80 && second < 0xa0;
  case 0xf0:
    return second >= 0x90 && second < 0xc0;
  case 0xf4:
    return second >= 0x80 && second < 0x90;
  default:
    return second >= 0x80 && second < 0xc0;
  }
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

} // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    auto const length = length_of(byte_at(text, 0));
    if (length == 0 || length > text.size() ||
        (length > 1 && !second_fits(byte_at(text, 0), byte_at(text, 1))) ||
        (length > 2 && !std::ranges::all_of(text.substr(2, length - 2), is_continuation)))
      return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string_view without_cut_character(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    auto const place = text.size() - back;
    if (is_continuation(text[place]))
      continue;
    return length_of(byte_at(text, place)) > back ? text.substr(0, place) : text;
  }
  return text;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    auto const left = std::min<std::size_t>(bytes.size() - i, 3);
    std::uint32_t group = byte_at(bytes, i) << 16U;
    group |= left > 1 ? byte_at(bytes, i + 1) << 8U : 0U;
    group |= left > 2 ? byte_at(bytes, i + 2) : 0U;
    for (std::size_t digit = 0; digit < 4; ++digit)
      text += digit <= left ? letters[(group >> (18U - 6U * digit)) & 63U] : '=';
  }
  return text;
}

std::string as_utf8(std::string_view bytes) {
  return is_utf8(bytes) ? std::string(bytes) : printable(bytes);
}

} // namespace whodunit
