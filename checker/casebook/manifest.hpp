// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// A TOML file of ours, from its name to a value or to everything that is wrong with it.

#include "casebook/table_reader.hpp"
#include "casebook/text_file.hpp"
#include "casebook/toml_table.hpp"

#include <filesystem>
#include <string_view>

namespace whodunit {

/// Reads \p file with \p read, which gets a TableReader and returns the value; whatever it
/// complains of is the result instead. \param what names such a file: `a case`
/// \param prepare gets the table and the complaints before that, and may change the table
template <class Read, class Prepare>
auto read_manifest(std::filesystem::path const& file, Bytes largest, std::string_view what,
                   Read read, Prepare prepare)
    -> Checked<decltype(read(std::declval<TableReader&>()))> {
  auto const text = read_text_file(file, largest, what);
  if (!text)
    return text.error();
  auto table = parse_toml(*text, file.string());
  if (!table)
    return table.error();
  Complaints complaints(file.string());
  prepare(*table, complaints);
  TableReader reader(*table, {}, "", complaints);
  auto value = read(reader);
  if (!complaints.empty())
    return complaints.take();
  return value;
}

/// The same without preparation.
template <class Read>
auto read_manifest(std::filesystem::path const& file, Bytes largest, std::string_view what,
                   Read read) {
  return read_manifest(file, largest, what, read, [](TomlTable&, Complaints&) {});
}

} // namespace whodunit
