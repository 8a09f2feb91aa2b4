// SPDX-License-Identifier: MIT
#include "seal/cipher.hpp"

#include <cstdlib>
#include <sodium.h>

namespace whodunit {
namespace {

static_assert(crypto_secretbox_KEYBYTES == sizeof(CipherKey));
static_assert(crypto_pwhash_argon2id_SALTBYTES == sizeof(Salt));

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_for_answer = 4U << 20U;
constexpr std::size_t memory_for_solution = 16U << 20U;

// Once for the process; libsodium picks the fastest code that the processor has.
void begin() {
  static bool const ready = sodium_init() >= 0;
  if (!ready)
    std::abort();
}

unsigned char const* bytes(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* bytes(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

void add(crypto_generichash_state& state, std::string_view text) {
  std::uint64_t size = text.size(); // so that no two lists of texts run into each other
  std::array<unsigned char, sizeof size> length{};
  for (auto& byte : length) {
    byte = static_cast<unsigned char>(size & 0xffU);
    size >>= 8U;
  }
  crypto_generichash_update(&state, length.data(), length.size());
  crypto_generichash_update(&state, bytes(text), text.size());
}

} // namespace

CipherKey stretch(std::string_view text, Salt const& salt, Effort effort) {
  begin();
  CipherKey key{};
  auto const memory = effort == Effort::answer ? memory_for_answer : memory_for_solution;
  if (crypto_pwhash(key.data(), key.size(), text.data(), text.size(), salt.data(), passes, memory,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    std::abort();
  return key;
}

CipherKey keyed_hash(CipherKey const& key, std::string_view label, std::string_view content) {
  begin();
  CipherKey hash{};
  crypto_generichash_state state{};
  crypto_generichash_init(&state, key.data(), key.size(), hash.size());
  add(state, label);
  add(state, content);
  crypto_generichash_final(&state, hash.data(), hash.size());
  return hash;
}

std::string close_box(CipherKey const& key, CipherKey const& nonce_key, std::string_view plain) {
  auto const nonce = keyed_hash(nonce_key, "nonce", std::string(bytes_of(key)).append(plain));
  std::string box(bytes_of(nonce).substr(0, crypto_secretbox_NONCEBYTES));
  box.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size());
  crypto_secretbox_easy(bytes(box) + crypto_secretbox_NONCEBYTES, bytes(plain), plain.size(),
                        nonce.data(), key.data());
  return box;
}

std::optional<std::string> open_box(CipherKey const& key, std::string_view box) {
  begin();
  constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (box.size() < around)
    return std::nullopt;
  std::string plain(box.size() - around, '\0');
  auto const sealed = box.substr(crypto_secretbox_NONCEBYTES);
  if (crypto_secretbox_open_easy(bytes(plain), bytes(sealed), sealed.size(), bytes(box),
                                 key.data()) != 0)
    return std::nullopt;
  return plain;
}

std::string to_base64(std::string_view text) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string written(sodium_base64_encoded_len(text.size(), variant), '\0');
  sodium_bin2base64(written.data(), written.size(), bytes(text), text.size(), variant);
  written.pop_back(); // the NUL
  return written;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string read(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(bytes(read), read.size(), text.data(), text.size(), "\n", &size, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::nullopt;
  read.resize(size);
  return read;
}

CipherKey random_key() {
  begin();
  CipherKey key{};
  randombytes_buf(key.data(), key.size());
  return key;
}

} // namespace whodunit
