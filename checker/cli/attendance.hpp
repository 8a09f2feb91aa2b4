// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// Standing by while a command runs on our own streams: it has the terminal's foreground, a stop of
/// it stops us too, and signals that were meant for the command but sent to us are passed on.

#include "warden/warden.hpp"

#include <csignal>
#include <sys/types.h>
#include <thread>

namespace whodunit::cli {

/// Lends the controlling terminal's foreground to a process group and takes it back. Does nothing
/// where there is no terminal or where we are not in its foreground ourselves.
class ForegroundLoan {
public:
  ForegroundLoan();
  ForegroundLoan(ForegroundLoan const&) = delete;
  ForegroundLoan& operator=(ForegroundLoan const&) = delete;
  ~ForegroundLoan(); ///< takes it back

  void give(int group) const;
  void take_back() const;

private:
  int terminal_ = -1; ///< -1: nothing to lend
};

/// While it lives, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1 and SIGUSR2 to us go to the command.
/// \p warden must outlive it.
class SignalRelay {
public:
  explicit SignalRelay(Warden& warden);
  SignalRelay(SignalRelay const&) = delete;
  SignalRelay& operator=(SignalRelay const&) = delete;
  ~SignalRelay();

private:
  sigset_t before_{};
  std::thread thread_;
};

/// Runs \p launch on our own streams to its fate. Blocks.
Result<Fate> attend(Warden& warden, Launch const& launch);

} // namespace whodunit::cli
