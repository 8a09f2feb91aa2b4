// SPDX-License-Identifier: MIT
#include "report/ending_json.hpp"

#include "fate/vocabulary.hpp"
#include "report/encoding.hpp"

namespace whodunit {
namespace {

using Json = nlohmann::ordered_json;

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
    json["doing"] = as_utf8(ending.doing);
  return json;
}

} // namespace

Json ending_json(Ending const& ending) {
  return std::visit([](auto const& kind) { return json_of(kind); }, ending);
}

} // namespace whodunit
