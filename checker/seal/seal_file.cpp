// SPDX-License-Identifier: MIT
#include "seal/seal_file.hpp"

#include "casebook/answer_reader.hpp"
#include "casebook/manifest.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr Bytes largest{16ULL << 20U};
constexpr std::string_view name = "seal.toml";

std::optional<std::string> box_of(TomlValue const& value, Complaints& complaints) {
  auto const* const text = std::get_if<std::string>(&value.content);
  auto box = text == nullptr ? std::nullopt : from_base64(*text);
  if (!box)
    complaints.add(value.place, "is no sealed text", "unpack the kit once more");
  return box;
}

std::vector<std::string> boxes_of(TomlValue const& value, Complaints& complaints) {
  std::vector<std::string> boxes;
  if (auto const* const list = std::get_if<TomlArray>(&value.content))
    for (auto const& element : *list)
      if (auto box = box_of(element, complaints))
        boxes.push_back(std::move(*box));
  return boxes;
}

SealedMessage read_message(TomlTable const& table, Place at, Complaints& complaints) {
  SealedMessage message;
  TableReader reader(table, at, "[[message]]", complaints);
  for (auto const& field : reader.array("fields"))
    if (auto const* const text = std::get_if<std::string>(&field.content))
      if (auto const known = read_field(*text, field.place, complaints))
        message.fields.push_back(*known);
  if (auto const* const box = reader.require("box"))
    message.box = box_of(box->value, complaints).value_or("");
  reader.unknown_keys();
  return message;
}

void read_salt(TableReader& reader, SealedSolution& sealed) {
  auto const* const entry = reader.require("salt");
  auto const bytes = entry == nullptr ? std::nullopt : box_of(entry->value, reader.complaints());
  auto const salt = bytes ? array_of<Salt>(*bytes) : std::nullopt;
  if (bytes && !salt)
    reader.complaints().add(entry->value.place, "is no salt", "unpack the kit once more");
  sealed.salt = salt.value_or(Salt{});
}

SealedSolution read(TableReader& reader) {
  SealedSolution sealed;
  if (reader.require("format") != nullptr && !reader.format())
    return sealed;
  read_salt(reader, sealed);
  if (auto const* const solution = reader.require("solution"))
    sealed.solution = box_of(solution->value, reader.complaints()).value_or("");
  if (auto const* const says = reader.table("says"))
    for (auto const& entry : std::get<TomlTable>(says->value.content))
      if (auto const field = read_field(entry.key, entry.place, reader.complaints()))
        sealed.says[*field] = boxes_of(entry.value, reader.complaints());
  for (auto const& message : reader.array("message"))
    if (auto const* const table = std::get_if<TomlTable>(&message.content))
      sealed.messages.push_back(read_message(*table, message.place, reader.complaints()));
  reader.unknown_keys();
  return sealed;
}

std::string quoted_list(std::vector<std::string> const& texts) {
  std::string list;
  for (auto const& text : texts)
    list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", text);
  return "[" + list + "]";
}

} // namespace

std::string to_toml(SealedSolution const& sealed) {
  auto text = fmt::format("# The solution, sealed: it opens with the right diagnosis.\n"
                          "format = 1\nsalt = \"{}\"\nsolution = \"{}\"\n\n[says]\n",
                          to_base64(bytes_of(sealed.salt)), to_base64(sealed.solution));
  for (auto const& [field, boxes] : sealed.says) {
    std::vector<std::string> written;
    for (auto const& box : boxes)
      written.push_back(to_base64(box));
    text += fmt::format("{} = {}\n", code(field), quoted_list(written));
  }
  for (auto const& message : sealed.messages) {
    std::vector<std::string> fields;
    for (auto const field : message.fields)
      fields.emplace_back(code(field));
    text += fmt::format("\n[[message]]\nfields = {}\nbox = \"{}\"\n", quoted_list(fields),
                        to_base64(message.box));
  }
  return text;
}

Checked<SealedSolution> read_seal(std::filesystem::path const& folder) {
  return read_manifest(folder / name, largest, "a sealed solution", read);
}

bool is_sealed(std::filesystem::path const& folder) {
  std::error_code absent;
  return std::filesystem::exists(folder / name, absent);
}

} // namespace whodunit
