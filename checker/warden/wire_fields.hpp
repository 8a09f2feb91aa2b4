// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The members of each value that travels, listed once for both directions. A struct becomes an
/// array of its members, a variant the pair of its index and its value. Internal to wire.cpp.

#include "warden/wire.hpp"

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>
#include <type_traits>

namespace whodunit::wire {

using Json = nlohmann::json;

// The one list: fields(value) ties the members in their order; constness follows the value's.
template <class T, class Wanted>
concept Is = std::same_as<std::remove_const_t<T>, Wanted>;

auto fields(Is<Exited> auto& v) {
  return std::tie(v.code);
}
auto fields(Is<Killed> auto& v) {
  return std::tie(v.signal, v.core_dumped);
}
auto fields(Is<Alive> auto& v) {
  return std::tie(v.state, v.stop_signal, v.doing);
}
auto fields(Is<Bytes> auto& v) {
  return std::tie(v.count);
}
auto fields(Is<ProcessRecord> auto& v) {
  return std::tie(v.pid, v.parent, v.name, v.ending, v.born, v.ended, v.peak_memory, v.cpu,
                  v.zombie, v.died_in, v.executable, v.init, v.leaving);
}
auto fields(Is<SignalRecord> auto& v) {
  return std::tie(v.signal, v.code, v.address, v.sender, v.target, v.fault, v.when, v.instruction,
                  v.instruction_pointer, v.stack_pointer, v.divisor, v.mapping, v.during,
                  v.disposition, v.returned);
}
auto fields(Is<KillCall> auto& v) {
  return std::tie(v.call, v.caller, v.target, v.signal, v.when);
}
auto fields(Is<GroupKill> auto& v) {
  return std::tie(v.caller, v.group, v.members, v.when);
}
auto fields(Is<Mapping> auto& v) {
  return std::tie(v.begin, v.end, v.permissions, v.offset, v.path, v.file_size);
}
auto fields(Is<ArmedSignal> auto& v) {
  return std::tie(v.call, v.process, v.signal, v.when);
}
auto fields(Is<SystemCallRecord> auto& v) {
  return std::tie(v.process, v.thread, v.text, v.name, v.result, v.when);
}
auto fields(Is<MemorySample> auto& v) {
  return std::tie(v.when, v.used);
}
auto fields(Is<ThreadRecord> auto& v) {
  return std::tie(v.process, v.thread, v.name, v.state, v.doing, v.futex, v.endless, v.own_pipe,
                  v.wait, v.waits_for, v.instruction_pointer, v.place);
}
auto fields(Is<StackSnapshot> auto& v) {
  return std::tie(v.process, v.thread, v.reason, v.registers, v.instruction_pointer, v.code, v.maps,
                  v.stack_begin, v.stack);
}
auto fields(Is<Frame> auto& v) {
  return std::tie(v.address, v.function, v.file, v.line, v.module, v.offset);
}
auto fields(Is<Backtrace> auto& v) {
  return std::tie(v.process, v.thread, v.reason, v.instruction, v.frames, v.complete);
}
auto fields(Is<OomKill> auto& v) {
  return std::tie(v.victim, v.source, v.stand_in, v.when);
}
auto fields(Is<LimitHit> auto& v) {
  return std::tie(v.name, v.value, v.ours);
}
auto fields(Is<ResourceLimit> auto& v) {
  return std::tie(v.name, v.soft, v.hard);
}
auto fields(Is<Usage> auto& v) {
  return std::tie(v.wall, v.cpu, v.peak_memory, v.voluntary_switches, v.involuntary_switches);
}
auto fields(Is<Capture> auto& v) {
  return std::tie(v.kept, v.total);
}
auto fields(Is<Observation> auto& v) {
  return std::tie(v.traced, v.kill_calls, v.contained, v.memory_cgroup, v.stand_in_memory,
                  v.oom_counter, v.captured, v.heard_stderr, v.core_inferred, v.disturbed);
}
auto fields(Is<Fate> auto& v) {
  return std::tie(v.first, v.ending, v.wait_status, v.not_executed, v.processes, v.signals,
                  v.kill_calls, v.group_kills, v.armed, v.oom_kills, v.limits, v.resource_limits,
                  v.threads, v.memory, v.calls, v.stacks, v.usage, v.out, v.err, v.last_words,
                  v.observed);
}
auto fields(Is<Limits> auto& v) {
  return std::tie(v.wall, v.memory, v.output, v.processes, v.cpu, v.files, v.file_size, v.disk,
                  v.inodes, v.cpu_share);
}
auto fields(Is<Launch> auto& v) {
  return std::tie(v.arguments, v.executable, v.environment, v.directory, v.streams, v.watch,
                  v.contain, v.limits, v.grant_namespaces, v.grant_cgroups, v.ignored_signals,
                  v.system_calls, v.backtrace, v.core_file);
}
auto fields(Is<Means> auto& v) {
  return std::tie(v.root, v.user_namespace, v.pid_namespace, v.mount_namespace, v.ptrace, v.seccomp,
                  v.namespaces_why, v.memory_cgroup, v.memory_cgroup_why, v.core_pattern,
                  v.cpu_share_why, v.own_namespaces_why, v.own_cgroups_why);
}
auto fields(Is<AskMeans> auto&) {
  return std::tie();
}
auto fields(Is<AskRun> auto& v) {
  return std::tie(v.launch, v.attended, v.job_control);
}
auto fields(Is<Resume> auto&) {
  return std::tie();
}
auto fields(Is<Greeting> auto& v) {
  return std::tie(v.version);
}
auto fields(Is<Started> auto& v) {
  return std::tie(v.group);
}
auto fields(Is<Stopped> auto& v) {
  return std::tie(v.signal);
}
auto fields(Is<Failed> auto& v) {
  return std::tie(v.error);
}

template <class T>
concept Fielded = requires(T& value) {
  fields(value);
};

// Declared ahead: they call each other.
template <Fielded T>
Json to_wire(T const& value);
template <class T>
Json to_wire(std::vector<T> const& list);
template <class T>
Json to_wire(std::optional<T> const& value);
template <class... T>
Json to_wire(std::variant<T...> const& value);
template <Fielded T>
bool from_wire(Json const& json, T& value);
template <class T>
bool from_wire(Json const& json, std::vector<T>& list);
template <class T>
bool from_wire(Json const& json, std::optional<T>& value);
template <class... T>
bool from_wire(Json const& json, std::variant<T...>& value);

template <class T>
requires std::is_arithmetic_v<T> Json to_wire(T value) {
  return value;
}
template <class T>
requires std::is_enum_v<T> Json to_wire(T value) {
  return static_cast<int>(value);
}
template <class Rep, class Period>
Json to_wire(std::chrono::duration<Rep, Period> value) {
  return value.count();
}
// Any bytes: a program's output is no text until it was looked at.
inline Json to_wire(std::string const& text) {
  return Json::binary({text.begin(), text.end()});
}
inline Json to_wire(std::filesystem::path const& path) {
  return to_wire(path.native());
}
inline Json to_wire(Signal signal) {
  return signal.number();
}
inline Json to_wire(Error const& error) {
  return {to_wire(error.attempted), to_wire(error.object), error.code.value(),
          to_wire(error.advice)};
}
template <Fielded T>
Json to_wire(T const& value) {
  auto array = Json::array();
  std::apply([&](auto const&... member) { (array.push_back(to_wire(member)), ...); },
             fields(value));
  return array;
}
template <class T>
Json to_wire(std::vector<T> const& list) {
  auto array = Json::array();
  for (auto const& element : list)
    array.push_back(to_wire(element));
  return array;
}
template <class T>
Json to_wire(std::optional<T> const& value) {
  auto array = Json::array();
  if (value)
    array.push_back(to_wire(*value));
  return array;
}
template <class... T>
Json to_wire(std::variant<T...> const& value) {
  auto array = Json::array({value.index()});
  std::visit([&](auto const& held) { array.push_back(to_wire(held)); }, value);
  return array;
}

template <class T>
requires std::is_arithmetic_v<T>
bool from_wire(Json const& json, T& value) {
  bool const fits = std::same_as<T, bool> ? json.is_boolean() : json.is_number();
  if (fits)
    value = json.get<T>();
  return fits;
}
template <class T>
requires std::is_enum_v<T>
bool from_wire(Json const& json, T& value) {
  if (!json.is_number_integer())
    return false;
  value = static_cast<T>(json.get<int>());
  return true;
}
template <class Rep, class Period>
bool from_wire(Json const& json, std::chrono::duration<Rep, Period>& value) {
  if (!json.is_number_integer())
    return false;
  value = std::chrono::duration<Rep, Period>(json.get<Rep>());
  return true;
}
inline bool from_wire(Json const& json, std::string& text) {
  if (!json.is_binary())
    return false;
  auto const& bytes = json.get_binary();
  text.assign(bytes.begin(), bytes.end());
  return true;
}
inline bool from_wire(Json const& json, std::filesystem::path& path) {
  std::string text;
  bool const read = from_wire(json, text);
  path = text;
  return read;
}
inline bool from_wire(Json const& json, Signal& signal) {
  auto const read = json.is_number_integer() ? Signal::from_number(json.get<int>()) : std::nullopt;
  if (read)
    signal = *read;
  return read.has_value();
}
inline bool from_wire(Json const& json, Error& error) {
  int number = 0;
  bool const read = json.is_array() && json.size() == 4 && from_wire(json[0], error.attempted) &&
                    from_wire(json[1], error.object) && from_wire(json[2], number) &&
                    from_wire(json[3], error.advice);
  error.code = {number, boost::system::system_category()};
  return read;
}
template <Fielded T>
bool from_wire(Json const& json, T& value) {
  auto const members = fields(value);
  if (!json.is_array() || json.size() != std::tuple_size_v<decltype(members)>)
    return false;
  std::size_t next = 0;
  return std::apply([&](auto&... member) { return (from_wire(json[next++], member) && ...); },
                    members);
}

/// A value to read into; a Signal has no natural one, and any will do.
template <class T>
T blank() {
  if constexpr (std::is_default_constructible_v<T>)
    return T{};
  else if constexpr (std::same_as<T, Signal>)
    return *Signal::from_number(1);
  else if constexpr (std::same_as<T, Killed>)
    return Killed{blank<Signal>(), false};
  else
    return T{.signal = blank<Signal>()};
}

template <class T>
bool from_wire(Json const& json, std::vector<T>& list) {
  if (!json.is_array())
    return false;
  for (auto const& element : json) {
    auto value = blank<T>();
    if (!from_wire(element, value))
      return false;
    list.push_back(std::move(value));
  }
  return true;
}
template <class T>
bool from_wire(Json const& json, std::optional<T>& value) {
  if (!json.is_array() || json.size() > 1)
    return false;
  if (json.empty())
    return true;
  value = blank<T>();
  return from_wire(json[0], *value);
}
template <class... T>
bool from_wire(Json const& json, std::variant<T...>& value) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned())
    return false;
  auto const wanted = json[0].get<std::size_t>();
  std::size_t index = 0;
  bool read = false;
  auto const try_one = [&]<class One>() {
    if (index++ != wanted)
      return;
    auto held = blank<One>();
    read = from_wire(json[1], held);
    value = std::move(held);
  };
  (try_one.template operator()<T>(), ...);
  return read;
}

} // namespace whodunit::wire
