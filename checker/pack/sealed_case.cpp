// SPDX-License-Identifier: MIT
#include "pack/sealed_case.hpp"

#include "casebook/text_file.hpp"

namespace whodunit {
namespace {

namespace fs = std::filesystem;

constexpr Bytes largest{1ULL << 20U};

// What is no text, such as a core that a case brings along, is not for reading.
void add_files(fs::path const& folder, std::string const& prefix, fs::path const& but,
               Solution& solution) {
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    auto const name = entry->path().lexically_relative(folder);
    if (!entry->is_regular_file(failed) || name == but || name == "explanation.md")
      continue;
    if (auto text = read_text_file(entry->path(), largest, "a source"))
      solution.files.emplace(prefix + name.string(), std::move(*text));
  }
}

} // namespace

Checked<SealedSolution> sealed_solution(Casebook const& casebook, Case const& asked,
                                        CipherKey const& pack_secret) {
  auto const& set = casebook.set_of(asked.name);
  if (is_sealed(set.solutions / asked.name))
    return std::vector{Complaint{asked.name, {}, "is sealed", "pack it where its key is"}};
  auto const key = casebook.open_key(asked.name);
  if (!key)
    return key.error();
  auto const explanation = casebook.explanation(asked.name);
  if (!explanation)
    return std::vector{Complaint{asked.name, {}, to_string(explanation.error())}};
  for (auto const field : asked.asks)
    if (!key->truth.contains(field))
      return std::vector{
          Complaint{asked.name,
                    {},
                    "asks for \"" + std::string(code(field)) + "\", which its key does not have"}};
  Solution solution{key->evidence, {{"explanation.md", *explanation}}};
  add_files(set.solutions / asked.name, "healed/", "key.toml", solution);
  add_files(set.mysteries / asked.name, "source/", "case.toml", solution);
  return seal(asked, *key, solution, pack_secret);
}

} // namespace whodunit
