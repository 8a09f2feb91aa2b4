// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The 64 signals of Linux as values: number, name, default action, meaning. The facts are those of
/// signal(7); numbers are x86-64's and Arm's (they agree). Sends nothing.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace whodunit {

/// What the kernel does with a signal that a process neither handles, blocks nor ignores
/// (signal(7), "Standard signals").
enum class DefaultAction { terminate, core, stop, continues, ignore };

std::string_view to_string(DefaultAction action); ///< as above, `continues` as `continue`

/// A signal that exists: 1 to 64 without 32 and 33, which glibc keeps to itself (nptl(7)) but the
/// kernel knows all the same, so they are values too.
class Signal {
public:
  /// nullopt outside 1..64.
  static std::optional<Signal> from_number(int number);
  /// Reads what people write: `SIGFPE`, `FPE`, `fpe`, `8`, `SIGRTMIN+3`, `RTMAX-1`, `SIGIOT`,
  /// `SIGPOLL`, `SIGCLD`. nullopt for anything else, shell statuses like 136 among it.
  static std::optional<Signal> parse(std::string_view text);

  int number() const { return number_; } ///< 1 to 64
  /// `SIGFPE`; real-time ones relative to the nearer end, as `kill -L` of bash prints them:
  /// `SIGRTMIN+3`, `SIGRTMAX-14`. 32 and 33 are `SIG32`, `SIG33`.
  std::string name() const;
  DefaultAction default_action() const; ///< of signal(7); the real-time ones terminate
  /// What the shell's message for a death by it begins with: `Floating point exception`, `Killed`
  /// (strsignal(3)).
  std::string_view description() const;
  /// One sentence: what it tells a process.
  std::string_view meaning() const;
  /// One sentence: who usually sends it, and when.
  std::string_view usual_cause() const;

  friend auto operator<=>(Signal, Signal) = default;

private:
  explicit constexpr Signal(int number) : number_(number) {}
  int number_;
};

inline constexpr int highest_signal = 64;        ///< SIGRTMAX
inline constexpr int first_realtime_signal = 34; ///< SIGRTMIN as glibc gives it

} // namespace whodunit
