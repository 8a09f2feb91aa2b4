// SPDX-License-Identifier: MIT
#include "autopsy/last_words.hpp"

#include "fault/complaint.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace whodunit {
namespace {

struct Phrase {
  std::string_view text;
  Cause cause;
  Agent agent = Agent::runtime;
  std::optional<int> status = {}; // the only one that it can be believed with
};

// The first match decides: what a message says beside another one stands before it.
constexpr std::array abort_phrases{
    Phrase{"pure virtual method called", Cause::cxx_lifetime},
    Phrase{"deleted virtual method called", Cause::cxx_lifetime},
    Phrase{"recursive_init_error", Cause::cxx_lifetime},
    Phrase{"FATAL: exception not rethrown", Cause::cxx_terminate},
    Phrase{"terminate called without an active exception", Cause::cxx_terminate},
    Phrase{"terminate called recursively", Cause::cxx_terminate},
    Phrase{"terminate called after throwing an instance of", Cause::cxx_uncaught},
    Phrase{"*** stack smashing detected ***", Cause::mem_stack_smash},
    Phrase{"*** buffer overflow detected ***", Cause::mem_stack_smash},
    Phrase{"double free detected", Cause::mem_bad_free},
    Phrase{"double free or corruption (fasttop)", Cause::mem_bad_free},
    Phrase{"double free or corruption", Cause::mem_heap_corrupt},
    Phrase{"free(): invalid pointer", Cause::mem_bad_free},
    Phrase{"munmap_chunk(): invalid pointer", Cause::mem_bad_free},
    Phrase{"realloc(): invalid pointer", Cause::mem_bad_free},
    Phrase{"free(): invalid size", Cause::mem_bad_free},
    Phrase{"free(): invalid next size", Cause::mem_heap_corrupt},
    Phrase{"free(): too many chunks detected", Cause::mem_heap_corrupt},
    Phrase{"free(): corrupted unsorted chunks", Cause::mem_heap_corrupt},
    Phrase{"free(): unaligned chunk detected", Cause::mem_heap_corrupt},
    Phrase{"realloc(): invalid", Cause::mem_heap_corrupt},
    Phrase{"malloc(): ", Cause::mem_heap_corrupt},
    Phrase{"malloc_consolidate(): ", Cause::mem_heap_corrupt},
    Phrase{"corrupted size vs. prev_size", Cause::mem_heap_corrupt},
    Phrase{"corrupted double-linked list", Cause::mem_heap_corrupt},
    Phrase{"sysmalloc: Assertion", Cause::mem_heap_corrupt},
    Phrase{"*** bit out of range", Cause::check_assert},
    Phrase{"Assertion `", Cause::check_assert},
    Phrase{"Assertion '", Cause::check_assert},
    Phrase{"Fatal glibc error", Cause::check_assert},
    Phrase{"The futex facility returned an unexpected error code", Cause::check_assert},
};

// A status belongs to those that only it makes true: anybody can say "not found".
constexpr std::array exit_phrases{
    Phrase{"error while loading shared libraries", Cause::exec_library, Agent::loader, 127},
    Phrase{"symbol lookup error", Cause::exec_library, Agent::loader, 127},
    Phrase{"' not found (required by ", Cause::exec_library, Agent::loader},
    Phrase{"command not found", Cause::exec_missing, Agent::kernel, 127},
    Phrase{": not found", Cause::exec_missing, Agent::kernel, 127},
    Phrase{"No such file or directory", Cause::exec_missing, Agent::kernel, 127},
    Phrase{"required file not found", Cause::exec_missing, Agent::kernel},
    Phrase{"cannot execute binary file", Cause::exec_format, Agent::kernel, 126},
    Phrase{"Exec format error", Cause::exec_format, Agent::kernel},
    Phrase{"Permission denied", Cause::exec_denied, Agent::kernel, 126},
    Phrase{"Text file busy", Cause::exec_denied, Agent::kernel, 126},
    Phrase{"Is a directory", Cause::exec_denied, Agent::kernel, 126},
    Phrase{"Argument list too long", Cause::exec_space, Agent::kernel},
    Phrase{"No space left on device", Cause::res_disk, Agent::kernel},
    Phrase{"Disk quota exceeded", Cause::res_disk, Agent::kernel},
    Phrase{"Too many open files", Cause::res_fds, Agent::kernel},
    Phrase{"File too large", Cause::res_file_size, Agent::kernel},
    Phrase{"fork: Resource temporarily unavailable", Cause::res_tasks, Agent::kernel},
    Phrase{"fork: retry: Resource temporarily unavailable", Cause::res_tasks, Agent::kernel},
    Phrase{"Cannot fork", Cause::res_tasks, Agent::kernel},
    Phrase{"can't start new thread", Cause::res_tasks, Agent::kernel},
    Phrase{"BlockingIOError: [Errno 11] Resource temporarily unavailable", Cause::res_tasks,
           Agent::kernel},
    Phrase{"Cannot allocate memory", Cause::res_address_space, Agent::kernel},
    Phrase{"Out of memory!", Cause::res_address_space, Agent::kernel}, // perl
    Phrase{"memory exhausted", Cause::res_address_space, Agent::kernel},
    Phrase{"std::bad_alloc", Cause::res_address_space, Agent::kernel},
    Phrase{"MemoryError", Cause::res_address_space, Agent::runtime}, // python
    Phrase{"Address already in use", Cause::res_other, Agent::kernel},
    Phrase{"BrokenPipeError: [Errno 32]", Cause::sig_pipe, Agent::kernel},
    Phrase{"Traceback (most recent call last)", Cause::cxx_uncaught, Agent::runtime, 1},
    Phrase{"Exception in thread \"main\"", Cause::cxx_uncaught, Agent::runtime, 1},
    Phrase{"\nUncaught ", Cause::cxx_uncaught, Agent::runtime, 1},
    Phrase{"panicked at ", Cause::check_assert, Agent::runtime, 101},
    Phrase{"\npanic: ", Cause::cxx_uncaught, Agent::runtime, 2},
    Phrase{"fatal error: all goroutines are asleep", Cause::hang_deadlock, Agent::runtime, 2},
};

std::string line_around(std::string_view text, std::size_t place) {
  auto const before = text.rfind('\n', place);
  auto const begin = before == std::string_view::npos ? 0 : before + 1;
  auto const line = text.substr(begin, text.find('\n', place) - begin);
  return printable(line.substr(0, 200));
}

std::optional<LastWords> first_match(Fate const& fate, std::span<Phrase const> phrases,
                                     std::optional<int> status) {
  auto const text = "\n" + fate.last_words; // a phrase can ask to begin a line
  for (auto const& phrase : phrases)
    if (auto const place = text.rfind(phrase.text);
        place != std::string::npos && (!phrase.status || phrase.status == status))
      return LastWords{phrase.cause, phrase.agent, line_around(text, place + 1)};
  return std::nullopt;
}

bool memory_was_limited(Fate const& fate) {
  return std::ranges::any_of(fate.resource_limits, [](ResourceLimit const& limit) {
    return limit.name == "RLIMIT_AS" || limit.name == "RLIMIT_DATA";
  });
}

} // namespace

std::optional<LastWords> words_before_abort(Fate const& fate) {
  auto words = first_match(fate, abort_phrases, {});
  if (!words || words->cause != Cause::cxx_uncaught)
    return words;
  // An exception that nobody caught is the messenger where a limit stands behind it.
  std::string_view const text = fate.last_words;
  if (text.find("std::bad_alloc") != std::string_view::npos && memory_was_limited(fate))
    words->cause = Cause::res_address_space;
  if (text.find("what():  Resource temporarily unavailable") != std::string_view::npos)
    words->cause = Cause::res_tasks;
  return words;
}

std::optional<LastWords> words_before_exit(Fate const& fate, int status) {
  if (auto words = first_match(fate, exit_phrases, status))
    return words;
  // Perl's die: ``… at FILE line 3.``
  auto line = last_line(fate);
  if (status == 255 && line.ends_with('.') && line.find(" at ") != std::string::npos &&
      line.find(" line ") != std::string::npos)
    return LastWords{Cause::cxx_uncaught, Agent::runtime, std::move(line)};
  return std::nullopt;
}

std::string last_line(Fate const& fate) {
  std::string_view const text = fate.last_words;
  auto const end = text.find_last_not_of(" \t\r\n");
  return end == std::string_view::npos ? "" : line_around(text, end);
}

} // namespace whodunit
