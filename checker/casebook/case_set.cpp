// SPDX-License-Identifier: MIT
#include "casebook/case_set.hpp"

#include "casebook/manifest.hpp"

#include <iterator>

namespace whodunit {
namespace {

namespace fs = std::filesystem;

constexpr Bytes largest{64ULL << 10U};

bool is_folder(fs::path const& path) {
  std::error_code failed;
  return fs::is_directory(path, failed);
}

fs::path first_folder_of(fs::path const& preferred, fs::path const& other) {
  return is_folder(preferred) || !is_folder(other) ? preferred : other;
}

// What a kit says of itself; a set without such a file is as good.
std::vector<Complaint> read_label(fs::path const& file) {
  std::error_code failed;
  if (!fs::exists(file, failed))
    return {};
  auto const label = read_manifest(file, largest, "the label of a set", [](TableReader& reader) {
    if (reader.require("format") != nullptr)
      reader.format();
    return reader.text("title").value_or("");
  });
  return label ? std::vector<Complaint>{} : label.error();
}

Checked<CaseSet> labelled(CaseSet set, fs::path const& folder) {
  auto complaints = read_label(folder / "set.toml");
  if (!complaints.empty())
    return complaints;
  return set;
}

Complaint no_set(fs::path const& folder) {
  if (!is_folder(folder))
    return {folder.string(), {}, "is no folder with cases: there is no such folder"};
  return {folder.string(),
          {},
          "is no folder with cases",
          "it should have mysteries/, solutions/ and bin/, or be a kit"};
}

} // namespace

Checked<CaseSet> find_set(fs::path const& written) {
  std::error_code failed;
  auto const folder = fs::absolute(written, failed); // a contained program begins elsewhere
  if (auto const share = folder / "share/whodunit"; is_folder(share / "mysteries"))
    return labelled({share / "mysteries", share / "solutions",
                     first_folder_of(folder / "lib/whodunit/mysteries", folder / "bin")},
                    share);
  if (is_folder(folder / "mysteries"))
    return labelled({folder / "mysteries", folder / "solutions",
                     first_folder_of(folder / "bin", folder / "build/bin")},
                    folder);
  return std::vector{no_set(folder)};
}

Checked<std::vector<CaseSet>> find_sets(std::string_view path) {
  std::vector<CaseSet> sets;
  std::vector<Complaint> complaints;
  while (!path.empty()) {
    auto const end = std::min(path.find(':'), path.size());
    auto const folder = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (folder.empty())
      continue;
    auto set = find_set(fs::path(folder));
    if (set) {
      sets.push_back(std::move(*set));
    } else {
      auto found = set.error();
      complaints.insert(complaints.end(), std::move_iterator(found.begin()),
                        std::move_iterator(found.end()));
    }
  }
  if (!complaints.empty())
    return complaints;
  return sets;
}

} // namespace whodunit
