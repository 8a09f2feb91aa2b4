// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Typed reading of one TOML table. Every wrong type, number out of range, missing key and unknown
/// key becomes a complaint with its place, and reading goes on, so that a person sees all of them
/// at once.

#include "casebook/toml_table.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace whodunit {

/// The complaints about one file.
class Complaints {
public:
  /// \p file is the path that every complaint names.
  explicit Complaints(std::string file) : file_(std::move(file)) {}
  /// \p place is none where the whole file is meant; \p advice may be empty.
  void add(std::optional<Place> place, std::string problem, std::string advice = {});
  bool empty() const { return list_.empty(); } ///< nothing is wrong so far
  /// Whether there are enough: nobody reads more than twenty, and to find the nearest name takes
  /// time.
  bool enough() const { return list_.size() > most; }
  /// The first twenty in the order of the text; a last line says so if there are more.
  std::vector<Complaint> take();

private:
  static constexpr std::size_t most = 20;
  std::string file_;
  std::vector<Complaint> list_;
};

/// ``text``, ``a whole number``, ``a list`` …
std::string_view kind_of(TomlValue const& value);

/// \p key is unknown where only \p known ones are: says so, with the nearest.
void complain_unknown(Complaints& complaints, Place place, std::string_view key,
                      std::vector<std::string_view> const& known);

/// Reads one table key by key; what was never asked for is unknown. Holds references to all it
/// gets.
class TableReader {
public:
  /// \p at is the place of the table itself, for what is missing in it; \p name is ``[limits]``, or
  /// empty for the whole file.
  TableReader(TomlTable const& table, Place at, std::string name, Complaints& complaints)
      : table_(table), at_(at), name_(std::move(name)), complaints_(complaints) {}

  /// The value of an optional key; nullptr if it is absent.
  TomlEntry const* find(std::string_view key);
  /// The same, and a complaint if it is absent.
  TomlEntry const* require(std::string_view key);

  std::optional<std::string> text(std::string_view key); ///< absent or no text: nullopt
  std::string required_text(std::string_view key);       ///< neither absent nor blank
  /// Absent: nullopt. No whole number from \p least to \p most: nullopt and a complaint.
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
  /// The same, but absence is a complaint too; \p least stands in for what is not there.
  std::int64_t required_integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<bool> truth(std::string_view key); ///< absent or neither true nor false: nullopt
  std::vector<std::string> texts(std::string_view key); ///< absent: empty
  std::vector<TomlValue> array(std::string_view key);   ///< absent: empty
  TomlEntry const* table(std::string_view key);         ///< of a table; nullptr if absent or none

  /// Complains of `format` if it is there and not 1. \return whether the rest can be understood:
  /// not if it was written for a newer whodunit.
  bool format();
  /// Complains of every key that no call above has named. Call it last.
  void unknown_keys();

  Complaints& complaints() { return complaints_; } ///< of the whole file, as given

private:
  template <class T>
  T const* get(std::string_view key, std::string_view wanted);

  TomlTable const& table_;
  Place at_;
  std::string name_;
  Complaints& complaints_;
  std::set<std::string, std::less<>> known_;
};

} // namespace whodunit
