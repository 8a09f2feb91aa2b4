// SPDX-License-Identifier: MIT
#include "casebook/case.hpp"

#include "casebook/answer_reader.hpp"
#include "casebook/manifest.hpp"
#include "fate/quantity.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace whodunit {
namespace {

constexpr Bytes largest{1ULL << 20U};

/// What `[limits]` holds: text that \p parse understands.
template <class Limit, class T>
void read_limit(TableReader& limits, std::string_view key, Limit& limit,
                Quantity<T> (*parse)(std::string_view)) {
  auto const text = limits.text(key);
  if (!text)
    return;
  auto const parsed = parse(*text);
  if (parsed)
    limit = *parsed;
  else
    limits.complaints().add(limits.find(key)->value.place, parsed.error().problem,
                            parsed.error().advice);
}

CaseLimits read_limits(TomlEntry const& entry, Complaints& complaints) {
  CaseLimits read;
  TableReader limits(std::get<TomlTable>(entry.value.content), entry.place, "[limits]", complaints);
  read_limit(limits, "wall", read.wall, parse_duration);
  read_limit(limits, "memory", read.memory, parse_bytes);
  read_limit(limits, "output", read.output, parse_bytes);
  read.processes = static_cast<int>(limits.integer("processes", 1, 4096).value_or(read.processes));
  read_limit(limits, "disk", read.disk, parse_bytes);
  if (auto const inodes = limits.integer("inodes", 2, 1'000'000))
    read.inodes = static_cast<int>(*inodes);
  read_limit(limits, "cpu", read.cpu_percent, parse_percent);
  limits.unknown_keys();
  return read;
}

Grants read_grants(TomlEntry const& entry, Complaints& complaints) {
  TableReader grants(std::get<TomlTable>(entry.value.content), entry.place, "[grants]", complaints);
  Grants read;
  read.namespaces = grants.truth("namespaces").value_or(false);
  read.cgroups = grants.truth("cgroups").value_or(false);
  grants.unknown_keys();
  return read;
}

Requirements read_requirements(TomlEntry const& entry, Complaints& complaints) {
  TableReader requires_(std::get<TomlTable>(entry.value.content), entry.place, "[requires]",
                        complaints);
  Requirements read{requires_.texts("architectures"),
                    requires_.truth("kernel_oom").value_or(false)};
  requires_.unknown_keys();
  return read;
}

std::vector<Field> read_asks(TableReader& reader) {
  std::vector<Field> asks;
  auto const* const entry = reader.require("asks");
  for (auto const& element : reader.array("asks")) {
    auto const* const text = std::get_if<std::string>(&element.content);
    auto const field =
        text == nullptr ? std::nullopt : read_field(*text, element.place, reader.complaints());
    if (text == nullptr)
      reader.complaints().add(element.place, fmt::format("\"asks\" holds {}", kind_of(element)),
                              "it should hold names of fields in double quotes");
    else if (field && std::ranges::find(asks, *field) != asks.end())
      reader.complaints().add(element.place, fmt::format("\"{}\" is asked twice", code(*field)));
    else if (field)
      asks.push_back(*field);
  }
  if (entry != nullptr && (asks.size() < 2 || asks.size() > 6))
    reader.complaints().add(entry->place, fmt::format("the case asks for {} fields", asks.size()),
                            "it should ask for 2 to 6");
  return asks;
}

std::vector<Term> read_choices(TableReader& reader, std::vector<Field> const& asks) {
  bool const asked = std::ranges::find(asks, Field::cause) != asks.end();
  auto const* const entry = asked ? reader.require("choices") : reader.find("choices");
  if (entry == nullptr || reader.table("choices") == nullptr)
    return {};
  TableReader choices(std::get<TomlTable>(entry->value.content), entry->place, "[choices]",
                      reader.complaints());
  std::vector<Term> terms;
  if (auto const* const cause = choices.require("cause"))
    for (auto const& answer : read_answers(Field::cause, cause->value, reader.complaints()))
      terms.push_back(std::get<Term>(answer));
  if (terms.size() < 5 || terms.size() > 8)
    reader.complaints().add(entry->place,
                            fmt::format("there are {} causes to choose from", terms.size()),
                            "there should be five to eight, the truth among them");
  choices.unknown_keys();
  return terms;
}

std::vector<std::string> read_hints(TableReader& reader) {
  auto const* const entry = reader.require("hints");
  auto hints = reader.texts("hints");
  if (entry != nullptr && hints.size() < 3)
    reader.complaints().add(
        entry->place, fmt::format("there are {} hints", hints.size()),
        "there should be three at least: a direction, a tool, the decisive look");
  return hints;
}

Case read(TableReader& reader, std::string name) {
  Case read;
  read.name = std::move(name);
  if (reader.require("format") != nullptr && !reader.format())
    return read; // one complaint that helps instead of many that do not
  read.title = reader.required_text("title");
  read.chapter = static_cast<int>(reader.required_integer("chapter", 0, 99));
  read.set = reader.text("set").value_or("");
  read.control = reader.truth("control").value_or(false);
  read.curiosity = reader.truth("curiosity").value_or(false);
  read.difficulty = static_cast<int>(reader.required_integer("difficulty", 1, 5));
  read.minutes = static_cast<int>(reader.required_integer("minutes", 1, 600));
  read.topics = reader.texts("topics");
  read.objectives = reader.texts("objectives");
  read.briefing = reader.required_text("briefing");
  read.lead = reader.text("lead").value_or("");
  read.learned = reader.required_text("learned");
  if (auto const predicts = reader.text("predicts"))
    read.predicts =
        read_field(*predicts, reader.find("predicts")->value.place, reader.complaints());
  read.asks = read_asks(reader);
  read.cause_choices = read_choices(reader, read.asks);
  read.hints = read_hints(reader);
  read.traceable = reader.truth("traceable").value_or(true);
  if (auto const* const limits = reader.table("limits"))
    read.limits = read_limits(*limits, reader.complaints());
  read.build = read_build(reader);
  reader.table("parameters");
  if (auto const* const grants = reader.table("grants"))
    read.grants = read_grants(*grants, reader.complaints());
  if (auto const* const requires_ = reader.table("requires"))
    read.requires_ = read_requirements(*requires_, reader.complaints());
  reader.unknown_keys();
  return read;
}

} // namespace

Checked<Case> read_case(std::filesystem::path const& folder, VariantChoice const& choose) {
  auto const name = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
  std::vector<Parameter> parameters;
  Variant variant;
  auto const fill = [&](TomlTable& table, Complaints& complaints) {
    parameters = read_parameters(table, complaints);
    variant = choose ? choose(name, parameters) : plain_variant(parameters);
    fill_in(table, variant);
  };
  return read_manifest(
      folder / "case.toml", largest, "a case",
      [&](TableReader& reader) {
        auto found = read(reader, name);
        found.parameters = std::move(parameters);
        found.variant = std::move(variant);
        return found;
      },
      fill);
}

} // namespace whodunit
