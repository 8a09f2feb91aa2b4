// SPDX-License-Identifier: MIT
#include "casebook/diagnosis.hpp"

#include "casebook/answer_reader.hpp"
#include "casebook/text_file.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr Bytes largest{64ULL << 10U};
constexpr std::string_view how_to_begin =
    "write a line for each field that you can answer, such as status = 0";

bool has_content(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.starts_with(byte_order_mark))
    text.remove_prefix(byte_order_mark.size());
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

// A diagnosis is flat: whatever the reader has not taken is a field, or a slip.
Diagnosis read(TomlTable const& table, Complaints& complaints) {
  Diagnosis diagnosis;
  std::vector<std::string_view> const others{"case", "format", "notes"};
  TableReader reader(table, {}, "", complaints);
  reader.format();
  diagnosis.case_name = reader.text("case");
  diagnosis.notes = reader.text("notes").value_or("");
  diagnosis.answers = read_answer_table(table, complaints, others);
  return diagnosis;
}

} // namespace

Checked<Diagnosis> read_diagnosis(std::filesystem::path const& file) {
  auto const text = read_text_file(file, largest, "a diagnosis");
  if (!text)
    return text.error();
  if (!has_content(*text))
    return std::vector{Complaint{file.string(), {}, "is empty", std::string(how_to_begin)}};
  auto const table = parse_toml(*text, file.string());
  if (!table)
    return table.error();
  Complaints complaints(file.string());
  auto diagnosis = read(*table, complaints);
  if (table->empty())
    complaints.add(std::nullopt, "says nothing", std::string(how_to_begin));
  if (!complaints.empty())
    return complaints.take();
  return diagnosis;
}

Checked<Diagnosis> parse_settings(std::span<std::string const> settings) {
  Diagnosis diagnosis;
  Complaints complaints("--set");
  for (std::string_view const setting : settings) {
    auto const equals = setting.find('=');
    if (equals == std::string_view::npos) {
      complaints.add({}, fmt::format("\"{}\" has no \"=\"", setting), "write field=value");
      continue;
    }
    TomlTable const table{{std::string(setting.substr(0, equals)),
                           {},
                           {{}, std::string(setting.substr(equals + 1))}}};
    for (auto& [field, answer] : read_answer_table(table, complaints))
      if (!diagnosis.answers.emplace(field, std::move(answer)).second)
        complaints.add({}, fmt::format("\"{}\" is given twice", code(field)),
                       "keep one of the two");
  }
  if (complaints.empty())
    return diagnosis;
  auto found = complaints.take();
  for (auto& complaint : found)
    complaint.place.reset(); // an option has no lines
  return found;
}

} // namespace whodunit
