// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The four things that sealing needs of libsodium: a slow hash for what people answer, a fast
/// keyed one for what nobody may guess, a box, and its text. Bytes are kept in std::string.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whodunit {

using CipherKey = std::array<std::uint8_t, 32>; ///< of a box, or of a keyed hash
using Salt = std::array<std::uint8_t, 16>;      ///< of stretch()

/// How long stretch() takes; the numbers are part of the format of a sealed file.
enum class Effort {
  answer,   ///< 4 MiB, twice over: a few milliseconds
  solution, ///< 16 MiB, twice over: some ten milliseconds
};

/// A key from a guessable \p text: Argon2id. Aborts where there is no memory for it.
CipherKey stretch(std::string_view text, Salt const& salt, Effort effort);

/// BLAKE2b of \p content under \p key; equal contents under other \p label have other hashes.
CipherKey keyed_hash(CipherKey const& key, std::string_view label, std::string_view content);

/// Encrypts and authenticates \p plain (XSalsa20-Poly1305). The nonce is drawn from \p nonce_key
/// and the content, so that the same input gives the same box and no two contents share a nonce.
std::string close_box(CipherKey const& key, CipherKey const& nonce_key, std::string_view plain);

/// What is in \p box; nullopt if \p key is not the one, or the box was touched.
std::optional<std::string> open_box(CipherKey const& key, std::string_view box);

/// Bytes as text (base64), and back; nullopt if it is no such text.
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text); ///< of to_base64()

/// 32 bytes that nobody can foresee.
CipherKey random_key();

/// The bytes of a key or salt.
template <std::size_t size>
std::string_view bytes_of(std::array<std::uint8_t, size> const& array) {
  return {reinterpret_cast<char const*>(array.data()), array.size()};
}

/// A key or salt of \p bytes; nullopt if it has another size.
template <class Array>
std::optional<Array> array_of(std::string_view bytes) {
  Array array{};
  if (bytes.size() != array.size())
    return std::nullopt;
  for (std::size_t i = 0; i < array.size(); ++i)
    array.at(i) = static_cast<std::uint8_t>(bytes.at(i));
  return array;
}

} // namespace whodunit
