// SPDX-License-Identifier: MIT
#include "cli/reference_json.hpp"

#include "fate/meaning.hpp"

#include <nlohmann/json.hpp>

namespace whodunit::cli {
namespace {

using Json = nlohmann::ordered_json;

// A byte that is no UTF-8 becomes U+FFFD: JSON cannot carry it, and refusing to print would help
// nobody.
std::string text_of(Json const& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json statuses_of(Signal signal) {
  Json statuses;
  for (auto const shell : all_shells())
    statuses[std::string(to_string(shell))] = *shell_status(shell, Killed{signal, false});
  return statuses;
}

Json json_of(Signal signal) {
  return {{"number", signal.number()},
          {"name", signal.name()},
          {"default_action", to_string(signal.default_action())},
          {"description", signal.description()},
          {"meaning", signal.meaning()},
          {"usual_cause", signal.usual_cause()},
          {"status", statuses_of(signal)}};
}

Json list_of(std::string_view aliases) {
  Json list = Json::array();
  while (!aliases.empty()) {
    auto const end = std::min(aliases.find('|'), aliases.size());
    list.push_back(aliases.substr(0, end));
    aliases.remove_prefix(std::min(end + 1, aliases.size()));
  }
  return list;
}

Json json_of(Field field) {
  Json values = Json::array();
  for (auto const& term : terms(field))
    values.push_back({{"code", term.code},
                      {"label", term.label},
                      {"definition", term.definition},
                      {"aliases", list_of(term.aliases)}});
  return {{"field", code(field)},
          {"question", facts(field).question},
          {"aliases", list_of(facts(field).aliases)},
          {"values", values}};
}

struct EndingAsJson {
  Json operator()(Exited exited) const { return {{"kind", "exited"}, {"exit_code", exited.code}}; }
  // Whether a core was dumped, a status does not tell.
  Json operator()(Killed killed) const {
    return {{"kind", "killed"}, {"signal", killed.signal.name()}};
  }
  Json operator()(Alive const& alive) const {
    return {{"kind", "stopped"}, {"signal", alive.stop_signal->name()}};
  }
};

Json json_of(Meaning const& meaning) {
  return {{"likelihood", to_string(meaning.likelihood)},
          {"origin", to_string(meaning.origin)},
          {"ending", meaning.ending ? std::visit(EndingAsJson{}, *meaning.ending) : Json()},
          {"what", meaning.what},
          {"check", meaning.check}};
}

Json status_json(Shell shell, int status) {
  Json readings = Json::array();
  for (auto const& meaning : meanings(shell, status))
    readings.push_back(json_of(meaning));
  Json settle = Json::array();
  for (auto const& way : settlings(shell, status))
    settle.push_back({{"command", way.command}, {"tells", way.tells}});
  return {{"value", status},
          {"shell", to_string(shell)},
          {"ambiguous", readings.size() > 1},
          {"meanings", readings},
          {"settle", settle}};
}

} // namespace

std::string signals_json() {
  Json list = Json::array();
  for (int number = 1; number <= highest_signal; ++number)
    list.push_back(json_of(*Signal::from_number(number)));
  return text_of({{"schema", "whodunit.signals/1"}, {"signals", list}});
}

std::string vocabulary_json(std::optional<Field> only) {
  Json fields = Json::array();
  for (auto const field : all_fields())
    if (!only || *only == field)
      fields.push_back(json_of(field));
  Json object{{"schema", "whodunit.vocabulary/1"}, {"fields", fields}};
  if (!only || *only == Field::cause) {
    object["cause_families"] = Json::array();
    for (auto const& family : cause_families())
      object["cause_families"].push_back({{"code", family.code}, {"label", family.label}});
  }
  return text_of(object);
}

std::string explain_json(Subject const& subject) {
  return text_of({{"schema", "whodunit.explain/1"},
                  {"asked", subject.asked},
                  {"status", subject.status ? status_json(subject.shell, *subject.status) : Json()},
                  {"signal", subject.signal ? json_of(*subject.signal) : Json()}});
}

} // namespace whodunit::cli
