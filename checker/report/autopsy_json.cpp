// SPDX-License-Identifier: MIT
#include "report/autopsy_json.hpp"

#include "autopsy/failed_call.hpp"
#include "fate/shell.hpp"
#include "fate/signal_code.hpp"
#include "fault/complaint.hpp"
#include "report/encoding.hpp"
#include "report/ending_json.hpp"

#include <array>
#include <cstring>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

namespace whodunit {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json or_null(std::optional<Value> const& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json or_null_if_empty(std::string_view bytes) {
  return bytes.empty() ? Json(nullptr) : Json(as_utf8(bytes));
}

std::string hexadecimal(std::uint64_t number) {
  return fmt::format("{:#x}", number);
}

std::string signal_name(int number) {
  auto const signal = Signal::from_number(number);
  return signal ? signal->name() : std::to_string(number);
}

Json json_of(ProcessRecord const& process) {
  return {
      {"pid", process.pid},
      {"parent", process.parent},
      {"name", as_utf8(process.name)},
      {"ending", ending_json(process.ending)},
      {"born_ns", process.born.count()},
      {"ended_ns", process.ended == Moment{} ? Json(nullptr) : Json(process.ended.count())},
      {"cpu_us", process.cpu.count()},
      {"peak_memory_bytes", process.peak_memory.count},
      {"zombie", process.zombie},
      {"died_in", or_null_if_empty(process.died_in)},
      {"executable", or_null_if_empty(process.executable)},
      {"namespace_init", process.init != 0 ? Json(process.init) : Json(nullptr)},
      {"leaving_ns", process.leaving == Moment{} ? Json(nullptr) : Json(process.leaving.count())}};
}

std::string_view disposition_name(Disposition disposition) {
  switch (disposition) {
  case Disposition::ignored:
    return "ignored";
  case Disposition::caught:
    return "caught";
  case Disposition::standard:
    break;
  }
  return "default";
}

Json json_of(Mapping const& mapping) {
  return {{"begin", hexadecimal(mapping.begin)},
          {"end", hexadecimal(mapping.end)},
          {"permissions", mapping.permissions},
          {"file", or_null_if_empty(mapping.path)},
          {"file_offset", mapping.offset},
          {"file_bytes", mapping.file_size ? Json(mapping.file_size->count) : Json(nullptr)}};
}

Json json_of(SignalRecord const& record) {
  Json json{{"signal", record.signal.name()},
            {"code", signal_code_name(record.signal, record.code)},
            {"sender", has_sender(record.code) ? Json(record.sender) : Json(nullptr)},
            {"target", record.target},
            {"when_ns", record.when.count()},
            {"disposition", disposition_name(record.disposition)},
            {"returned", record.returned},
            {"during", or_null_if_empty(record.during)},
            {"fault", nullptr}};
  if (record.fault)
    json["fault"] = {{"address", hexadecimal(record.address)},
                     {"instruction_pointer", hexadecimal(record.instruction_pointer)},
                     {"stack_pointer", hexadecimal(record.stack_pointer)},
                     {"divisor", or_null(record.divisor)},
                     {"mapping", record.mapping ? json_of(*record.mapping) : Json(nullptr)}};
  return json;
}

Json json_of(KillCall const& call) {
  return {{"call", call.call},
          {"caller", call.caller},
          {"target", call.target},
          {"signal", signal_name(call.signal)},
          {"when_ns", call.when.count()}};
}

Json json_of(GroupKill const& kill) {
  return {{"caller", kill.caller},
          {"group", as_utf8(kill.group)},
          {"members", kill.members},
          {"when_ns", kill.when.count()}};
}

Json json_of(ArmedSignal const& armed) {
  return {{"call", armed.call},
          {"process", armed.process},
          {"signal", signal_name(armed.signal)},
          {"when_ns", armed.when.count()}};
}

Json json_of(SystemCallRecord const& call) {
  return {{"process", call.process},
          {"thread", call.thread},
          {"call", call.text},
          {"result", call.result ? Json(told_result(call)) : Json(nullptr)},
          {"when_ns", call.when.count()}};
}

Json json_of(MemorySample sample) {
  return {{"when_ns", sample.when.count()}, {"bytes", sample.used.count}};
}

Json json_of(ThreadRecord const& thread) {
  constexpr std::array waits{"none", "lock", "thread-end"};
  return {{"process", thread.process},
          {"thread", thread.thread},
          {"name", as_utf8(thread.name)},
          {"state", ending_json(Alive{thread.state})["kind"]},
          {"doing", or_null_if_empty(thread.doing)},
          {"futex", thread.futex != 0 ? Json(hexadecimal(thread.futex)) : Json(nullptr)},
          {"own_pipe", thread.own_pipe},
          {"waits", waits.at(static_cast<std::size_t>(thread.wait))},
          {"waits_for", thread.wait != ThreadWait::none ? Json(thread.waits_for) : Json(nullptr)},
          {"place", or_null_if_empty(thread.place)}};
}

Json json_of(Frame const& frame) {
  return {{"address", hexadecimal(frame.address)},
          {"function", or_null_if_empty(frame.function)},
          {"file", or_null_if_empty(frame.file)},
          {"line", frame.line != 0 ? Json(frame.line) : Json(nullptr)},
          {"module", or_null_if_empty(frame.module)},
          {"offset", hexadecimal(frame.offset)}};
}

Json json_of(OomKill const& kill) {
  return {{"victim", kill.victim != 0 ? Json(kill.victim) : Json(nullptr)},
          {"source", as_utf8(kill.source)},
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
  return {{"traced", observed.traced},
          {"kill_calls", observed.kill_calls},
          {"contained", observed.contained},
          {"memory_cgroup", observed.memory_cgroup},
          {"stand_in_memory", observed.stand_in_memory},
          {"oom_counter", observed.oom_counter},
          {"captured", observed.captured},
          {"heard_stderr", observed.heard_stderr},
          {"core_inferred", observed.core_inferred},
          {"disturbed",
           observed.disturbed.empty() ? Json(nullptr) : Json(as_utf8(observed.disturbed))}};
}

Json json_of(Backtrace const& backtrace); // it holds a list itself

template <class Record>
Json list_of(std::vector<Record> const& records) {
  Json list = Json::array();
  for (auto const& record : records)
    list.push_back(json_of(record));
  return list;
}

Json json_of(Backtrace const& backtrace) {
  return {
      {"process", backtrace.process},   {"thread", backtrace.thread},
      {"reason", backtrace.reason},     {"instruction", or_null_if_empty(backtrace.instruction)},
      {"complete", backtrace.complete}, {"frames", list_of(backtrace.frames)}};
}

Json json_of(Autopsy const& autopsy) {
  auto const& fate = autopsy.fate;
  return {{"first", fate.first},
          {"ending", ending_json(fate.ending)},
          {"shell_status", std::holds_alternative<Alive>(fate.ending)
                               ? Json(nullptr)
                               : or_null(shell_status(Shell::bash, fate.ending))},
          {"wait_status", or_null(fate.wait_status)},
          {"not_executed",
           fate.not_executed != 0 ? Json(std::strerror(fate.not_executed)) : Json(nullptr)},
          {"processes", list_of(fate.processes)},
          {"signals", list_of(fate.signals)},
          {"kill_calls", list_of(fate.kill_calls)},
          {"group_kills", list_of(fate.group_kills)},
          {"armed", list_of(fate.armed)},
          {"oom_kills", list_of(fate.oom_kills)},
          {"limits", list_of(fate.limits)},
          {"resource_limits", list_of(fate.resource_limits)},
          {"threads", list_of(fate.threads)},
          {"memory", list_of(fate.memory)},
          {"system_calls", list_of(fate.calls)},
          {"backtraces", list_of(autopsy.backtraces)},
          {"usage", json_of(fate.usage)},
          {"stdout", json_of(fate.out)},
          {"stderr", json_of(fate.err)},
          {"last_words", as_utf8(fate.last_words)},
          {"observed", json_of(fate.observed)}};
}

template <class Value>
Json json_of(Fate const& fate, Claim<Value> const& claim) {
  Json evidence = Json::array();
  for (auto const& piece : claim.evidence)
    evidence.push_back(as_utf8(to_string(piece)));
  Json process = nullptr;
  if (claim.process) {
    auto const* const record = find_process(fate, *claim.process);
    process = {{"pid", *claim.process},
               {"name", record != nullptr ? Json(as_utf8(record->name)) : Json(nullptr)}};
  }
  return {{"value", claim.value ? Json(code(*claim.value)) : Json(nullptr)},
          {"process", process},
          {"certainty", to_string(claim.certainty)},
          {"evidence", evidence}};
}

} // namespace

std::string autopsy_json(Autopsy const& autopsy) {
  auto const& [fate, claims, backtraces] = autopsy;
  Json const json{{"schema", "whodunit.autopsy/1"},
                  {"fate", json_of(autopsy)},
                  {"claims",
                   {{"agent", json_of(fate, claims.agent)},
                    {"cause", json_of(fate, claims.cause)},
                    {"victim", json_of(fate, claims.victim)},
                    {"report", json_of(fate, claims.report)},
                    {"blast", json_of(fate, claims.blast)}}}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace whodunit
