// SPDX-License-Identifier: MIT
#include "report/autopsy_json.hpp"

#include "fate/shell.hpp"
#include "fate/signal_code.hpp"
#include "fault/complaint.hpp"
#include "report/encoding.hpp"

#include <cstring>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

using Json = nlohmann::ordered_json;

// A name or a line: text as it is, or with its stray bytes shown as \xNN.
std::string text(std::string_view bytes) {
  return is_utf8(bytes) ? std::string(bytes) : printable(bytes);
}

template <class Value>
Json or_null(std::optional<Value> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

std::string signal_name(int number) {
  auto const signal = Signal::from_number(number);
  return signal ? signal->name() : std::to_string(number);
}

std::string_view state_name(LifeState state) {
  switch (state) {
  case LifeState::stopped:
    return code(EndingKind::stopped);
  case LifeState::traced:
    return code(EndingKind::traced);
  case LifeState::zombie:
    return code(EndingKind::zombie);
  case LifeState::running:
    return code(EndingKind::running);
  case LifeState::sleeping:
    return code(EndingKind::sleeping);
  case LifeState::uninterruptible:
    break;
  }
  return code(EndingKind::uninterruptible);
}

Json json_of(Exited ending) {
  return {{"kind", "exited"}, {"exit_code", ending.code}};
}

Json json_of(Killed ending) {
  return {
      {"kind", "killed"}, {"signal", ending.signal.name()}, {"core_dumped", ending.core_dumped}};
}

Json json_of(Alive const& ending) {
  Json json{{"kind", state_name(ending.state)}};
  if (ending.stop_signal)
    json["signal"] = ending.stop_signal->name();
  if (!ending.doing.empty())
    json["doing"] = text(ending.doing);
  return json;
}

Json json_of(Ending const& ending) {
  return std::visit([](auto const& kind) { return json_of(kind); }, ending);
}

Json json_of(ProcessRecord const& process) {
  return {{"pid", process.pid},
          {"parent", process.parent},
          {"name", text(process.name)},
          {"ending", json_of(process.ending)},
          {"born_ns", process.born.count()},
          {"ended_ns", process.ended == Moment{} ? Json(nullptr) : Json(process.ended.count())},
          {"cpu_us", process.cpu.count()},
          {"peak_memory_bytes", process.peak_memory.count}};
}

Json json_of(SignalRecord const& record) {
  Json json{{"signal", record.signal.name()},
            {"code", signal_code_name(record.signal, record.code)},
            {"sender", has_sender(record.code) ? Json(record.sender) : Json(nullptr)},
            {"target", record.target},
            {"when_ns", record.when.count()},
            {"fault", nullptr}};
  if (record.fault)
    json["fault"] = {{"address", fmt::format("{:#x}", record.address)},
                     {"instruction_pointer", fmt::format("{:#x}", record.instruction_pointer)},
                     {"stack_pointer", fmt::format("{:#x}", record.stack_pointer)},
                     {"divisor", or_null(record.divisor)}};
  return json;
}

Json json_of(KillCall const& call) {
  return {{"call", call.call},
          {"caller", call.caller},
          {"target", call.target},
          {"signal", signal_name(call.signal)},
          {"when_ns", call.when.count()}};
}

Json json_of(OomKill const& kill) {
  return {{"victim", kill.victim != 0 ? Json(kill.victim) : Json(nullptr)},
          {"source", text(kill.source)},
          {"stand_in", kill.stand_in}};
}

Json json_of(LimitHit const& limit) {
  return {{"name", limit.name}, {"value", limit.value}, {"ours", limit.ours}};
}

Json json_of(ResourceLimit const& limit) {
  auto const value = [](std::uint64_t number) {
    return number == std::numeric_limits<std::uint64_t>::max() ? Json(nullptr) : Json(number);
  };
  return {{"name", limit.name}, {"soft", value(limit.soft)}, {"hard", value(limit.hard)}};
}

Json json_of(Usage const& usage) {
  return {{"wall_ns", usage.wall.count()},
          {"cpu_us", usage.cpu.count()},
          {"peak_memory_bytes", usage.peak_memory.count},
          {"voluntary_switches", usage.voluntary_switches},
          {"involuntary_switches", usage.involuntary_switches}};
}

Json json_of(Capture const& capture) {
  bool const cut = capture.total > capture.kept.size();
  auto const kept = cut ? without_cut_character(capture.kept) : std::string_view(capture.kept);
  bool const readable = is_utf8(kept);
  return {{"encoding", readable ? "utf-8" : "base64"},
          {"text", readable ? std::string(kept) : base64(capture.kept)},
          {"total_bytes", capture.total},
          {"truncated", cut}};
}

Json json_of(Observation const& observed) {
  return {
      {"traced", observed.traced},
      {"kill_calls", observed.kill_calls},
      {"contained", observed.contained},
      {"memory_cgroup", observed.memory_cgroup},
      {"stand_in_memory", observed.stand_in_memory},
      {"oom_counter", observed.oom_counter},
      {"captured", observed.captured},
      {"core_inferred", observed.core_inferred},
      {"disturbed", observed.disturbed.empty() ? Json(nullptr) : Json(text(observed.disturbed))}};
}

template <class Record>
Json list_of(std::vector<Record> const& records) {
  Json list = Json::array();
  for (auto const& record : records)
    list.push_back(json_of(record));
  return list;
}

Json json_of(Fate const& fate) {
  return {{"first", fate.first},
          {"ending", json_of(fate.ending)},
          {"shell_status", std::holds_alternative<Alive>(fate.ending)
                               ? Json(nullptr)
                               : or_null(shell_status(Shell::bash, fate.ending))},
          {"wait_status", or_null(fate.wait_status)},
          {"not_executed",
           fate.not_executed != 0 ? Json(std::strerror(fate.not_executed)) : Json(nullptr)},
          {"processes", list_of(fate.processes)},
          {"signals", list_of(fate.signals)},
          {"kill_calls", list_of(fate.kill_calls)},
          {"oom_kills", list_of(fate.oom_kills)},
          {"limits", list_of(fate.limits)},
          {"resource_limits", list_of(fate.resource_limits)},
          {"usage", json_of(fate.usage)},
          {"stdout", json_of(fate.out)},
          {"stderr", json_of(fate.err)},
          {"observed", json_of(fate.observed)}};
}

template <class Value>
Json json_of(Fate const& fate, Claim<Value> const& claim) {
  Json evidence = Json::array();
  for (auto const& piece : claim.evidence)
    evidence.push_back(text(to_string(piece)));
  Json process = nullptr;
  if (claim.process) {
    auto const* const record = find_process(fate, *claim.process);
    process = {{"pid", *claim.process},
               {"name", record != nullptr ? Json(text(record->name)) : Json(nullptr)}};
  }
  return {{"value", claim.value ? Json(code(*claim.value)) : Json(nullptr)},
          {"process", process},
          {"certainty", to_string(claim.certainty)},
          {"evidence", evidence}};
}

} // namespace

std::string autopsy_json(Autopsy const& autopsy) {
  auto const& [fate, claims] = autopsy;
  Json const json{{"schema", "whodunit.autopsy/1"},
                  {"fate", json_of(fate)},
                  {"claims",
                   {{"agent", json_of(fate, claims.agent)},
                    {"cause", json_of(fate, claims.cause)},
                    {"victim", json_of(fate, claims.victim)},
                    {"report", json_of(fate, claims.report)},
                    {"blast", json_of(fate, claims.blast)}}}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace whodunit
