// SPDX-License-Identifier: MIT
#include "casebook/key.hpp"

#include "casebook/answer_reader.hpp"
#include "casebook/manifest.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr Bytes largest{1ULL << 20U};

TomlTable const& content(TomlEntry const& entry) {
  return std::get<TomlTable>(entry.value.content);
}

std::map<Field, Answer> read_truth(TableReader& reader) {
  if (reader.require("truth") == nullptr)
    return {};
  auto const* const entry = reader.table("truth");
  if (entry == nullptr)
    return {};
  auto truth = read_answer_table(content(*entry), reader.complaints());
  for (auto const field : all_fields())
    if (field != Field::where && !truth.contains(field))
      reader.complaints().add(entry->place,
                              fmt::format("\"{}\" is missing in [truth]", code(field)));
  return truth;
}

// `[accept]` or `[half]`: field = value, or a list of values.
void read_leniency(TableReader& reader, std::string_view key, std::vector<Answer> Leniency::*values,
                   std::map<Field, Leniency>& leniency) {
  auto const* const table = reader.table(key);
  if (table == nullptr)
    return;
  for (auto const& entry : content(*table))
    if (auto const field = read_field(entry.key, entry.place, reader.complaints()))
      leniency[*field].*values = read_answers(*field, entry.value, reader.complaints());
}

double read_score(TableReader& reader) {
  auto const* const entry = reader.require("score");
  if (entry == nullptr)
    return 0;
  auto const& content = entry->value.content;
  auto const* const number = std::get_if<double>(&content);
  auto const* const whole = std::get_if<std::int64_t>(&content);
  if (number != nullptr && *number == 0.5)
    return 0.5;
  if ((number == nullptr || *number != 0) && (whole == nullptr || *whole != 0))
    reader.complaints().add(entry->value.place, "\"score\" is neither 0 nor 0.5",
                            "a misconception earns nothing, or half the mark");
  return 0;
}

Misconception read_misconception(TomlValue const& value, Complaints& complaints) {
  Misconception read;
  auto const* const table = std::get_if<TomlTable>(&value.content);
  if (table == nullptr) {
    complaints.add(value.place, fmt::format("\"misconception\" holds {}", kind_of(value)),
                   "begin each with [[misconception]]");
    return read;
  }
  TableReader reader(*table, value.place, "[[misconception]]", complaints);
  if (reader.require("when") != nullptr)
    if (auto const* const when = reader.table("when")) {
      read.when = read_answer_table(content(*when), complaints);
      if (content(*when).empty())
        complaints.add(when->value.place, "\"when\" is empty",
                       "write when = { field = \"value\" }");
    }
  read.score = read_score(reader);
  read.message = reader.required_text("message");
  reader.unknown_keys();
  return read;
}

std::vector<Misconception> read_misconceptions(TableReader& reader) {
  std::vector<Misconception> misconceptions;
  auto const* const entry = reader.require("misconception");
  for (auto const& value : reader.array("misconception"))
    misconceptions.push_back(read_misconception(value, reader.complaints()));
  if (entry != nullptr && misconceptions.size() < 2)
    reader.complaints().add(entry->place, "there are fewer than two misconceptions",
                            "write one for each wrong answer that a reasonable person would give");
  return misconceptions;
}

Healed read_healed(TableReader& reader) {
  Healed healed;
  auto const* const entry = reader.table("healed");
  if (entry == nullptr)
    return healed;
  TableReader table(content(*entry), entry->place, "[healed]", reader.complaints());
  healed.exits = static_cast<int>(table.integer("exits", 0, 255).value_or(0));
  healed.prints = table.texts("prints");
  table.unknown_keys();
  return healed;
}

// Which names are rules is for verification to say, which knows them.
std::map<std::string, std::string> read_waived(TableReader& reader) {
  std::map<std::string, std::string> waived;
  auto const* const entry = reader.table("waive");
  if (entry == nullptr)
    return waived;
  TableReader table(content(*entry), entry->place, "[waive]", reader.complaints());
  for (auto const& rule : content(*entry))
    waived.emplace(rule.key, table.required_text(rule.key));
  return waived;
}

Key read(TableReader& reader) {
  Key key;
  if (reader.require("format") != nullptr && !reader.format())
    return key; // one complaint that helps instead of many that do not
  auto const* const evidence = reader.require("evidence");
  key.evidence = reader.texts("evidence");
  if (evidence != nullptr && key.evidence.empty())
    reader.complaints().add(evidence->place, "\"evidence\" is empty",
                            "write the one or two lines that decide the case");
  key.truth = read_truth(reader);
  read_leniency(reader, "accept", &Leniency::accept, key.leniency);
  read_leniency(reader, "half", &Leniency::half, key.leniency);
  key.misconceptions = read_misconceptions(reader);
  key.healed = read_healed(reader);
  key.waived = read_waived(reader);
  read_build(reader);
  reader.unknown_keys();
  return key;
}

} // namespace

Checked<Key> read_key(std::filesystem::path const& folder, Variant const& variant) {
  return read_manifest(folder / "key.toml", largest, "a key", read,
                       [&](TomlTable& table, Complaints&) { fill_in(table, variant); });
}

Checked<Build> read_healed_build(std::filesystem::path const& folder, Build const& of_case) {
  return read_manifest(folder / "key.toml", largest, "a key",
                       [&](TableReader& reader) { return read_build(reader, of_case); });
}

} // namespace whodunit
