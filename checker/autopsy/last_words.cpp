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

constexpr std::array exit_phrases{
    Phrase{"error while loading shared libraries", Cause::exec_library, Agent::loader},
    Phrase{"symbol lookup error", Cause::exec_library, Agent::loader},
    Phrase{"version `", Cause::exec_library, Agent::loader},
    Phrase{"command not found", Cause::exec_missing, Agent::kernel},
    Phrase{": not found", Cause::exec_missing, Agent::kernel},
    Phrase{"Exec format error", Cause::exec_format, Agent::kernel},
    Phrase{"Argument list too long", Cause::exec_space, Agent::kernel},
    Phrase{"No space left on device", Cause::res_disk, Agent::kernel},
    Phrase{"Disk quota exceeded", Cause::res_disk, Agent::kernel},
    Phrase{"Too many open files", Cause::res_fds, Agent::kernel},
    Phrase{"File too large", Cause::res_file_size, Agent::kernel},
    Phrase{"Cannot allocate memory", Cause::res_address_space, Agent::kernel},
    Phrase{"std::bad_alloc", Cause::res_address_space, Agent::kernel},
    Phrase{"Address already in use", Cause::res_other, Agent::kernel},
};

constexpr std::size_t tail_bytes =
    4096; // last words stand at the end; what was said long before is another story

std::string_view tail_of(std::string_view text) {
  return text.substr(text.size() > tail_bytes ? text.size() - tail_bytes : 0);
}

std::string line_around(std::string_view text, std::size_t place) {
  auto const before = text.rfind('\n', place);
  auto const begin = before == std::string_view::npos ? 0 : before + 1;
  auto const line = text.substr(begin, text.find('\n', place) - begin);
  return printable(line.substr(0, 200));
}

std::optional<LastWords> first_match(Fate const& fate, std::span<Phrase const> phrases) {
  auto const text = tail_of(fate.err.kept);
  for (auto const& phrase : phrases)
    if (auto const place = text.rfind(phrase.text); place != std::string_view::npos)
      return LastWords{phrase.cause, phrase.agent, line_around(text, place)};
  return std::nullopt;
}

bool memory_was_limited(Fate const& fate) {
  return std::ranges::any_of(fate.resource_limits, [](ResourceLimit const& limit) {
    return limit.name == "RLIMIT_AS" || limit.name == "RLIMIT_DATA";
  });
}

} // namespace

std::optional<LastWords> words_before_abort(Fate const& fate) {
  auto words = first_match(fate, abort_phrases);
  if (!words || words->cause != Cause::cxx_uncaught)
    return words;
  // An exception that nobody caught is the messenger where a limit stands behind it.
  auto const text = tail_of(fate.err.kept);
  if (text.find("std::bad_alloc") != std::string_view::npos && memory_was_limited(fate))
    words->cause = Cause::res_address_space;
  if (text.find("what():  Resource temporarily unavailable") != std::string_view::npos)
    words->cause = Cause::res_tasks;
  return words;
}

std::optional<LastWords> words_before_exit(Fate const& fate) {
  return first_match(fate, exit_phrases);
}

} // namespace whodunit
