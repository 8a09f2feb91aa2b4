// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// What the warden is asked to do: which command, in which surroundings, under which limits.

#include "fate/fate.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace whodunit {

/// Where the command's streams go.
enum class Streams {
  inherit,        ///< our own stdin, stdout and stderr
  capture_output, ///< stdin is our own, stdout and stderr are kept up to Limits::output
  capture,        ///< stdin is empty, stdout and stderr are kept up to Limits::output
};

/// How the command is watched.
enum class Watch {
  trace,     ///< ptrace and seccomp: every signal and kill-family call is seen; no other tracer can
             ///< work
  wait_only, ///< waitid, cgroup and /proc only: the learner's own strace and gdb work, the kernel's
             ///< log lines appear
};

/// So much of each stream is kept where nobody asked for another amount.
constexpr Bytes usual_output{1ULL << 20U};

/// What a run may use; none: no limit of ours, but for \ref output, of which usual_output is kept
/// then.
struct Limits {
  /// Elapsed; begins anew when a stopped command goes on.
  std::optional<std::chrono::milliseconds> wall = {};
  std::optional<Bytes> memory = {}; ///< of all processes together
  std::optional<Bytes> output = {}; ///< kept of each stream; more is read and counted
  std::optional<int> processes =
      {}; ///< alive at a time; kept where a cgroup or user namespace counts
  std::optional<std::chrono::seconds> cpu =
      {};                              ///< of each process: SIGXCPU, a second later SIGKILL
  std::optional<int> files = {};       ///< descriptors open in one process (RLIMIT_NOFILE)
  std::optional<Bytes> file_size = {}; ///< of each file that it writes (RLIMIT_FSIZE)
  std::optional<Bytes> disk = {};      ///< of the scratch directory that a contained run begins in
  std::optional<int> inodes = {};      ///< of the same: files and folders, itself included
  std::optional<int> cpu_share = {};   ///< percent of one processor, of all processes together
};

/// One command, and how to run it.
struct Launch {
  std::vector<std::string> arguments;   ///< argv, [0] included; never empty
  std::filesystem::path executable;     ///< what execve gets; looked up in PATH if it has no slash
  std::vector<std::string> environment; ///< `NAME=value`
  std::filesystem::path directory;    ///< empty: ours, or the scratch directory of a contained run
  Streams streams = Streams::capture; ///< where its stdin, stdout and stderr go
  Watch watch = Watch::trace;         ///< how closely it is followed
  bool contain = true; ///< in namespaces, without privileges; what it leaves is killed
  Limits limits;       ///< that the warden sets
  /// A contained run may make user namespaces, and in them all others but cgroup namespaces.
  bool grant_namespaces = false;
  /// A contained run lives in a cgroup (v2) that is its own to divide: ``$WHODUNIT_CGROUP``.
  bool grant_cgroups = false;
  std::vector<int> ignored_signals = {}; ///< what it is to find ignored, as after nohup(1)
  int system_calls = 0;   ///< so many of the last are told; each call is stopped for, if any
  bool backtrace = false; ///< snapshots of stacks are taken (Fate::stacks)
  /// An empty file into which the core of a contained run is written, if it leaves one; may be
  /// empty.
  std::filesystem::path core_file = {};
};

} // namespace whodunit
