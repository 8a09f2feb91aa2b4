// SPDX-License-Identifier: MIT
#pragma once
/// \file
/// The parts of an autopsy's page that are lists: HTML, or empty where there is nothing to list.
/// Each has its own bound, however long its list is.

#include "autopsy/claim.hpp"
#include "report/timeline.hpp"

#include <string>

namespace whodunit {

/// What a timeline tells, in words: a table to be unfolded.
std::string event_table(Timeline const& timeline);

/// The family of processes, with what each used; empty if there is only one.
std::string process_table(Fate const& fate);

/// A table of the threads that lived when the time was over; empty if there was at most one.
std::string thread_table(Fate const& fate);

/// The calls of each thread that was looked at.
std::string backtrace_lists(std::vector<Backtrace> const& backtraces);

/// The last system calls; of too many, the latest.
std::string call_table(Fate const& fate);

/// What was written to both streams, if it was captured; else the last words on stderr.
std::string output_sections(Fate const& fate);

/// The limits that were hit, and the resource limits that were in force.
std::string limit_lists(Fate const& fate);

/// By what means the run was observed, and what that means for the claims.
std::string observation_list(Observation const& observed);

} // namespace whodunit
