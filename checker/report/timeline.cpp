// SPDX-License-Identifier: MIT
#include "report/timeline.hpp"

#include "fate/signal_code.hpp"
#include "report/family.hpp"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>
#include <map>

namespace whodunit {
namespace {

std::string name_of(int number) {
  auto const signal = Signal::from_number(number);
  return signal ? signal->name() : std::to_string(number);
}

class Reader {
public:
  explicit Reader(Fate const& fate) : fate_(fate), roll_(fate) {}

  Timeline read() {
    for (std::size_t i = 0; i < fate_.processes.size(); ++i)
      add_life(i);
    for (auto const& call : fate_.kill_calls)
      add(call);
    for (auto const& kill : fate_.group_kills)
      add(kill);
    for (auto const& armed : fate_.armed)
      add(armed);
    for (auto const& record : fate_.signals)
      add(record);
    for (auto const& kill : fate_.oom_kills)
      add(kill);
    std::ranges::stable_sort(line_.events, {}, &Event::when);
    std::ranges::stable_sort(line_.arrows, {}, &Arrow::came);
    line_.end =
        std::max(fate_.usage.wall, line_.events.empty() ? Moment{} : line_.events.back().when);
    return std::move(line_);
  }

private:
  std::string told(int pid, Moment when) const {
    auto const index = roll_.at(pid, when);
    return index ? fmt::format("process {} ({})", pid, fate_.processes[*index].name)
                 : fmt::format("process {}", pid);
  }

  void add_life(std::size_t index) {
    auto const& process = fate_.processes[index];
    auto const self = fmt::format("process {} ({})", process.pid, process.name);
    bool const has_parent = process.parent != 0 && roll_.at(process.parent, process.born);
    line_.events.push_back(
        {EventKind::birth, process.born, index, "",
         has_parent ? fmt::format("{} is started by {}", self, told(process.parent, process.born))
                    : self + " is started"});
    if (!std::holds_alternative<Alive>(process.ending))
      line_.events.push_back({EventKind::end, process.ended, index, "",
                              fmt::format("{}: {}", self, to_string(process.ending))});
  }

  // A signal of the kill family goes to one, or, with 0 or less, to many.
  void add(KillCall const& call) {
    auto const caller = roll_.at(call.caller, call.when);
    auto const text = fmt::format("{}({}, {})", call.call, call.target, name_of(call.signal));
    line_.events.push_back({EventKind::request, call.when, caller, text,
                            fmt::format("{} calls {}", told(call.caller, call.when), text)});
    auto const target = roll_.at(call.target, call.when);
    if (call.signal == SIGKILL && caller && target)
      add_arrow(*caller, call.when, *target, std::max(fate_.processes[*target].ended, call.when));
    calls_[{call.caller, call.signal}].push_back({call.when, call.target, false});
  }

  void add(GroupKill const& kill) {
    auto const caller = roll_.at(kill.caller, kill.when);
    line_.events.push_back(
        {EventKind::request, kill.when, caller, "cgroup.kill",
         fmt::format("{} writes to cgroup.kill of {}", told(kill.caller, kill.when), kill.group)});
    for (int const member : kill.members)
      if (auto const target = roll_.at(member, kill.when); caller && target)
        add_arrow(*caller, kill.when, *target, std::max(fate_.processes[*target].ended, kill.when));
  }

  void add(ArmedSignal const& armed) {
    auto const name = name_of(armed.signal);
    line_.events.push_back({EventKind::armed, armed.when, roll_.at(armed.process, armed.when),
                            fmt::format("{}: {}", armed.call, name),
                            fmt::format("{} arranges {} for itself, by {}",
                                        told(armed.process, armed.when), name, armed.call)});
  }

  void add(SignalRecord const& record) {
    auto const name = record.signal.name();
    auto const target = roll_.at(record.target, record.when);
    auto sentence = fmt::format("{} reaches {} ({}", name, told(record.target, record.when),
                                signal_code_name(record.signal, record.code));
    if (has_sender(record.code))
      sentence += ", sent by " +
                  (record.sender == record.target ? "itself" : told(record.sender, record.when));
    line_.events.push_back({record.fault ? EventKind::fault : EventKind::delivery, record.when,
                            target, label_of(record),
                            sentence + ")" + std::string(reception(record)),
                            record.signal.default_action() == DefaultAction::ignore});
    auto const sender = roll_.at(record.sender, record.when);
    if (has_sender(record.code) && sender && target)
      add_arrow(*sender, sent(record), *target, record.when);
  }

  std::string label_of(SignalRecord const& record) const {
    auto name = record.signal.name() + std::string(reception(record));
    if (record.fault)
      return name + " (processor)";
    if (!has_sender(record.code))
      return name;
    if (record.sender == record.target)
      return name + " (itself)";
    return roll_.at(record.sender, record.when) ? name : name + " (from outside)";
  }

  static std::string_view reception(SignalRecord const& record) {
    switch (record.disposition) {
    case Disposition::ignored:
      return ", ignored";
    case Disposition::caught:
      return record.returned ? ", handled" : ", caught";
    case Disposition::standard:
      break;
    }
    return "";
  }

  void add(OomKill const& kill) {
    auto const index = kill.victim != 0 ? roll_.at(kill.victim, kill.when) : std::nullopt;
    line_.events.push_back(
        {EventKind::oom, kill.when, index, kill.stand_in ? "memory limit" : "OOM killer",
         fmt::format("{} takes {} ({})",
                     kill.stand_in ? "the stand-in for the OOM killer" : "the OOM killer",
                     index ? told(kill.victim, kill.when) : "a process", kill.source)});
  }

  void add_arrow(std::size_t from, Moment departure, std::size_t to, Moment came) {
    if (from != to)
      line_.arrows.push_back({from, departure, to, came});
  }

  // When the call was made that this delivery answers: the latest before it that fits. A call to
  // one process answers for one delivery. Only a few are looked at: there can be very many.
  Moment sent(SignalRecord const& record) {
    auto& calls = calls_[{record.sender, record.signal.number()}];
    auto const later = std::ranges::upper_bound(calls, record.when, {}, &Call::when);
    constexpr std::ptrdiff_t enough = 64;
    auto const stop = later - std::min(enough, later - calls.begin());
    for (auto call = later; call != stop;) {
      --call;
      if (call->answered || (call->target > 0 && call->target != record.target))
        continue;
      call->answered = call->target > 0;
      return call->when;
    }
    return record.when;
  }

  struct Call {
    Moment when;
    int target;
    bool answered;
  };

  Fate const& fate_;
  Roll roll_;
  std::map<std::pair<int, int>, std::vector<Call>> calls_; // by caller and signal
  Timeline line_;
};

} // namespace

Timeline timeline_of(Fate const& fate) {
  return Reader(fate).read();
}

} // namespace whodunit
