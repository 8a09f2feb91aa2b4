// SPDX-License-Identifier: MIT
#include "casebook/build.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <span>

namespace whodunit {
namespace {

constexpr std::array<std::string_view, 7> known_levels{"-O0", "-Og", "-O1",   "-O2",
                                                       "-O3", "-Os", "-Ofast"};
constexpr std::array<std::string_view, 2> known_compilers{"g++", "clang++"};

// A name within the case's folder: what a hostile manifest could reach outside of it is none of
// its business.
bool stays_inside(std::string_view file) {
  std::filesystem::path const path(file);
  return !file.empty() && path.is_relative() &&
         std::ranges::none_of(path, [](auto const& part) { return part == ".."; });
}

std::vector<std::string_view> parts_of(std::string_view joined) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= joined.size();) {
    auto const plus = std::min(joined.find('+', from), joined.size());
    parts.push_back(joined.substr(from, plus - from));
    from = plus + 1;
  }
  return parts;
}

// CMake reads the table with patterns, which know one line only.
void on_one_line(TableReader& table, TomlEntry const& entry) {
  if (auto const* const values = std::get_if<TomlArray>(&entry.value.content))
    for (auto const& value : *values)
      if (value.place.line != entry.place.line)
        return table.complaints().add(value.place,
                                      fmt::format("\"{}\" goes over several lines", entry.key),
                                      "in [build] a list stands on one line");
}

void read_list(TableReader& table, std::string_view key, std::vector<std::string>& list) {
  auto const* const entry = table.find(key);
  if (entry == nullptr)
    return;
  list = table.texts(key);
  on_one_line(table, *entry);
}

void read_files(TableReader& table, std::string_view key, std::vector<std::string>& list) {
  read_list(table, key, list);
  for (auto const& joined : list)
    for (auto const part : parts_of(joined))
      if (!stays_inside(part))
        table.complaints().add(table.find(key)->value.place,
                               fmt::format("\"{}\" is no file of the case's folder", part));
}

void read_known(TableReader& table, std::string_view key, std::vector<std::string>& list,
                std::span<std::string_view const> known) {
  read_list(table, key, list);
  auto const* const entry = table.find(key);
  if (entry != nullptr && list.empty())
    table.complaints().add(entry->value.place, fmt::format("\"{}\" is empty", key),
                           fmt::format("the first one is what the case is built with"));
  for (auto const& value : list)
    if (std::ranges::find(known, value) == known.end())
      table.complaints().add(entry->value.place,
                             fmt::format("\"{}\" is none of the {}", value, key),
                             fmt::format("known here: {}", fmt::join(known, ", ")));
}

} // namespace

Build read_build(TableReader& reader, Build usual) {
  auto const* const entry = reader.table("build");
  if (entry == nullptr)
    return usual;
  Build build = std::move(usual);
  TableReader table(std::get<TomlTable>(entry->value.content), entry->place, "[build]",
                    reader.complaints());
  read_files(table, "sources", build.sources);
  build.script = table.text("script").value_or(build.script);
  if (!build.script.empty() && !stays_inside(build.script))
    table.complaints().add(table.find("script")->value.place,
                           fmt::format("\"{}\" is no file of the case's folder", build.script));
  if (!build.script.empty() && table.find("sources") != nullptr)
    table.complaints().add(table.find("sources")->place, "a script has no sources",
                           "what it calls belongs to \"programs\"");
  read_files(table, "programs", build.programs);
  read_files(table, "libraries", build.libraries);
  read_files(table, "files", build.files);
  read_list(table, "flags", build.flags);
  read_list(table, "link", build.link);
  read_known(table, "levels", build.levels, known_levels);
  read_known(table, "compilers", build.compilers, known_compilers);
  table.unknown_keys();
  return build;
}

} // namespace whodunit
