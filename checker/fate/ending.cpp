// SPDX-License-Identifier: MIT
#include "fate/ending.hpp"

#include <fmt/format.h>

namespace whodunit {
namespace {

// The layout of wait(2)'s status is the kernel's ABI; <sys/wait.h> has it as macros.
constexpr int low_seven = 0x7f;
constexpr int low_byte = 0xff;
constexpr int core_bit = 0x80;
constexpr int stopped_mark = 0x7f;

std::string_view state_name(LifeState state) {
  switch (state) {
  case LifeState::stopped:
    return "stopped";
  case LifeState::traced:
    return "stopped by its tracer";
  case LifeState::zombie:
    return "a zombie";
  case LifeState::running:
    return "running";
  case LifeState::sleeping:
    return "sleeping";
  case LifeState::uninterruptible:
    return "in uninterruptible sleep";
  }
  return "";
}

std::string text_of(Exited exited) {
  return fmt::format("exited with code {}", exited.code);
}

std::string text_of(Killed killed) {
  return fmt::format("killed by {}{}", killed.signal.name(),
                     killed.core_dumped ? " (core dumped)" : "");
}

std::string text_of(Alive const& alive) {
  auto text = fmt::format("still {}", state_name(alive.state));
  if (alive.stop_signal)
    text += " by " + alive.stop_signal->name();
  if (!alive.doing.empty())
    text += ": " + alive.doing;
  return text;
}

} // namespace

std::optional<Ending> decode_wait_status(int wait_status) {
  int const upper = wait_status >> 8;
  if (wait_status < 0 || upper > low_byte)
    return std::nullopt;
  if ((wait_status & low_byte) == 0)
    return Exited{upper};
  if ((wait_status & low_byte) == stopped_mark) {
    auto const signal = Signal::from_number(upper);
    return signal ? std::optional<Ending>(Alive{LifeState::stopped, signal}) : std::nullopt;
  }
  auto const signal = Signal::from_number(wait_status & low_seven);
  if (upper != 0 || !signal)
    return std::nullopt;
  return Killed{*signal, (wait_status & core_bit) != 0};
}

std::optional<int> wait_status_of(Ending const& ending) {
  if (auto const* exited = std::get_if<Exited>(&ending))
    return exited->code << 8;
  if (auto const* killed = std::get_if<Killed>(&ending))
    return killed->signal.number() | (killed->core_dumped ? core_bit : 0);
  auto const& alive = std::get<Alive>(ending);
  if (alive.state != LifeState::stopped || !alive.stop_signal)
    return std::nullopt;
  return alive.stop_signal->number() << 8 | stopped_mark;
}

std::optional<LifeState> life_state_from_letter(char letter) {
  switch (letter) {
  case 'T':
    return LifeState::stopped;
  case 't':
    return LifeState::traced;
  case 'Z':
    return LifeState::zombie;
  case 'R':
    return LifeState::running;
  case 'S':
    return LifeState::sleeping;
  case 'D':
    return LifeState::uninterruptible;
  default:
    return std::nullopt;
  }
}

std::string to_string(Ending const& ending) {
  return std::visit([](auto const& how) { return text_of(how); }, ending);
}

} // namespace whodunit
