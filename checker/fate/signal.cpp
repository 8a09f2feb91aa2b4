// SPDX-License-Identifier: MIT
#include "fate/signal.hpp"

#include "fate/folding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace whodunit {
namespace {

struct SignalFacts {
  std::string_view name;
  DefaultAction action;
  std::string_view description;
  std::string_view meaning;
  std::string_view usual_cause;
};

constexpr std::string_view realtime_meaning = "One of 31 signals without a meaning of their own, "
                                              "queued in order; the program says what it means.";
constexpr std::string_view realtime_cause = "A timer, message queue or partner that the program "
                                            "itself set up, without a handler to receive it.";

constexpr std::array signal_facts{
#define SIGNAL(number, name, action, ...) SignalFacts{name, DefaultAction::action, __VA_ARGS__},
#define REALTIME(n)                                                                                \
  SignalFacts{"", DefaultAction::terminate, "Real-time signal " #n, realtime_meaning,              \
              realtime_cause},
#include "fate/signal_table.def"
};
static_assert(signal_facts.size() == highest_signal);

struct OtherName {
  std::string_view name;
  int number;
};
constexpr std::array other_names{
#define ALIAS(name, number) OtherName{name, number},
#include "fate/signal_table.def"
};

constexpr std::string_view lowest_name = "SIGRTMIN";
constexpr std::string_view highest_name = "SIGRTMAX";

SignalFacts const& facts(int number) {
  return signal_facts.at(static_cast<std::size_t>(number - 1));
}

std::optional<int> digits(std::string_view text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const whole = error == std::errc{} && end == text.data() + text.size();
  return whole && text.front() != '-' ? std::optional(number) : std::nullopt;
}

// What follows SIGRTMIN or SIGRTMAX: nothing, or a distance towards the other end.
std::optional<int> realtime_number(std::string_view rest, int end, char direction) {
  if (rest.empty())
    return end;
  auto const distance = digits(rest.substr(1));
  if (rest.front() != direction || !distance)
    return std::nullopt;
  int const number = direction == '+' ? end + *distance : end - *distance;
  bool const exists = number >= first_realtime_signal && number <= highest_signal;
  return exists && *distance <= highest_signal ? std::optional(number) : std::nullopt;
}

// `fpe` is what is left of `SIGFPE`, `sigfpe`, `FPE`; of several words each must name the same
// signal.
std::optional<int> number_of(std::string_view name) {
  if (auto const number = digits(name))
    return number;
  if (name.starts_with("rtmin"))
    return realtime_number(name.substr(5), first_realtime_signal, '+');
  if (name.starts_with("rtmax"))
    return realtime_number(name.substr(5), highest_signal, '-');
  for (int number = 1; number <= highest_signal; ++number)
    if (same_name(facts(number).description, name) ||
        (!facts(number).name.empty() && same_name(facts(number).name.substr(3), name)))
      return number;
  for (auto const& other : other_names)
    if (same_name(other.name, name))
      return other.number;
  return std::nullopt;
}

std::string_view without_prefix(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

} // namespace

std::string_view to_string(DefaultAction action) {
  switch (action) {
  case DefaultAction::terminate:
    return "terminate";
  case DefaultAction::core:
    return "core";
  case DefaultAction::stop:
    return "stop";
  case DefaultAction::continues:
    return "continue";
  case DefaultAction::ignore:
    return "ignore";
  }
  return "";
}

std::optional<Signal> Signal::from_number(int number) {
  if (number < 1 || number > highest_signal)
    return std::nullopt;
  return Signal(number);
}

std::optional<Signal> Signal::parse(std::string_view text) {
  constexpr std::size_t longest = 64;
  constexpr std::string_view separators = " ()/=:,";
  if (text.size() > longest)
    return std::nullopt;
  auto const bare = [](std::string_view name) {
    return number_of(without_prefix(without_prefix(name, "-"), "sig")).value_or(0);
  };
  std::string const lowered = lower_case(trimmed(text));
  auto const written = without_prefix(without_prefix(lowered, "kill -"), "signal ");
  if (auto const signal = from_number(bare(written)))
    return signal;
  // ``SIGFPE (8)``, ``8) SIGFPE``: two names of the same signal.
  auto const first = written.substr(0, written.find_first_of(separators));
  auto second = written.substr(first.size());
  second.remove_prefix(std::min(second.find_first_not_of(separators), second.size()));
  second = second.substr(0, second.find_last_not_of(separators) + 1);
  return bare(first) == bare(second) ? from_number(bare(first)) : std::nullopt;
}

std::string Signal::name() const {
  if (number_ < first_realtime_signal)
    return std::string(facts(number_).name);
  int const above = number_ - first_realtime_signal;
  int const below = highest_signal - number_;
  if (above == 0 || below == 0)
    return std::string(above == 0 ? lowest_name : highest_name);
  return above <= below ? fmt::format("{}+{}", lowest_name, above)
                        : fmt::format("{}-{}", highest_name, below);
}

DefaultAction Signal::default_action() const {
  return facts(number_).action;
}

std::string_view Signal::description() const {
  return facts(number_).description;
}

std::string_view Signal::meaning() const {
  return facts(number_).meaning;
}

std::string_view Signal::usual_cause() const {
  return facts(number_).usual_cause;
}

} // namespace whodunit
