// SPDX-License-Identifier: MIT
#include "authoring/dossier.hpp"

#include "casebook/text_file.hpp"
#include "casebook/toml_table.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

constexpr Bytes largest{1ULL << 20U};

std::vector<std::string> files_in(fs::path const& folder) {
  std::vector<std::string> files;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed))
    if (!entry->is_directory(failed))
      files.push_back(entry->path().lexically_relative(folder).string());
  std::ranges::sort(files);
  return files;
}

std::string text_of(fs::path const& file, std::string_view what, Findings& findings) {
  auto text = read_text_file(file, largest, what);
  if (text)
    return std::move(*text);
  for (auto& complaint : text.error())
    findings.add(Rule::missing_file, std::move(complaint));
  return {};
}

template <class T>
std::optional<T> value_of(Checked<T> read, Findings& findings) {
  if (read)
    return std::move(*read);
  for (auto& complaint : read.error())
    findings.add(Rule::manifest, std::move(complaint));
  return std::nullopt;
}

bool is_source(std::string const& file) {
  static constexpr std::array<std::string_view, 5> endings{".cpp", ".hpp", ".h", ".sh", ".bash"};
  return std::ranges::find(endings, fs::path(file).extension().string()) != endings.end();
}

} // namespace

std::vector<std::string> Dossier::sources() const {
  std::vector<std::string> found;
  std::ranges::copy_if(learners, std::back_inserter(found), is_source);
  return found;
}

fs::path Dossier::healed_file(std::string const& file) const {
  return std::ranges::binary_search(instructors, file) ? solution / file : mystery / file;
}

Dossier open_dossier(CaseSet const& set, std::string const& name, Findings& findings) {
  Dossier dossier;
  dossier.name = name;
  dossier.mystery = set.mysteries / name;
  dossier.solution = set.solutions / name;
  dossier.binaries = set.binaries;
  dossier.learners = files_in(dossier.mystery);
  dossier.instructors = files_in(dossier.solution);
  dossier.case_text = text_of(dossier.case_file(), "a case", findings);
  dossier.key_text = text_of(dossier.key_file(), "a key", findings);
  dossier.explanation = text_of(dossier.explanation_file(), "an explanation", findings);
  if (!dossier.case_text.empty())
    dossier.asked = value_of(read_case(dossier.mystery), findings);
  if (!dossier.key_text.empty())
    dossier.key = value_of(
        read_key(dossier.solution, dossier.asked ? dossier.asked->variant : Variant{}), findings);
  if (dossier.asked && dossier.key)
    dossier.healed = *read_healed_build(dossier.solution, dossier.asked->build);
  return dossier;
}

std::optional<Dossier> in_variant(Dossier const& dossier, Variant const& variant,
                                  Findings& findings) {
  Dossier other = dossier;
  auto asked = read_case(dossier.mystery, [&](auto const&, auto const&) { return variant; });
  auto key = read_key(dossier.solution, variant);
  if (!asked)
    for (auto& complaint : asked.error())
      findings.add(Rule::variants, std::move(complaint));
  if (!key)
    for (auto& complaint : key.error())
      findings.add(Rule::variants, std::move(complaint));
  if (!asked || !key)
    return std::nullopt;
  other.asked = std::move(*asked);
  other.key = std::move(*key);
  return other;
}

std::optional<Place> place_of(std::string const& toml,
                              std::initializer_list<std::string_view> path) {
  auto const parsed = parse_toml(toml, "");
  if (!parsed)
    return std::nullopt;
  TomlTable const* table = &*parsed;
  std::optional<Place> place;
  for (auto const part : path) {
    if (table == nullptr)
      return std::nullopt;
    auto const found = std::ranges::find(*table, part, &TomlEntry::key);
    if (found == table->end())
      return place;
    place = found->place;
    table = std::get_if<TomlTable>(&found->value.content);
  }
  return place;
}

std::optional<Place> place_in(std::string_view text, std::string_view part) {
  auto const at = text.find(part);
  if (at == std::string_view::npos)
    return std::nullopt;
  auto const before = text.substr(0, at);
  auto const line = std::ranges::count(before, '\n');
  auto const start = before.rfind('\n');
  return Place{
      static_cast<std::uint32_t>(line + 1),
      static_cast<std::uint32_t>(at - (start == std::string_view::npos ? 0 : start + 1) + 1)};
}

} // namespace whodunit
