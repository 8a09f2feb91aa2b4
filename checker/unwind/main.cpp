// SPDX-License-Identifier: MIT
// Unwinds the stacks of one request, answers, and ends. A process of its own, because the files
// that it reads are whatever a dead program had mapped: what they do to it, they do to it alone.
#include "unwind/disassembler.hpp"
#include "unwind/unwinder.hpp"
#include "warden/channel.hpp"

#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace {

void limit_itself() {
  constexpr rlim_t memory = 4ULL << 30U; // debug information of a large program
  constexpr rlim_t seconds = 20;
  constexpr unsigned wall_seconds = 25;
  rlimit const space{memory, memory};
  rlimit const time{seconds, seconds};
  ::setrlimit(RLIMIT_AS, &space);
  ::setrlimit(RLIMIT_CPU, &time);
  ::alarm(wall_seconds);
  ::unsetenv("DEBUGINFOD_URLS"); // nothing is to be fetched from a network
}

} // namespace

int main(int count, char** arguments) {
  using namespace whodunit;
  int const socket = count == 2 ? std::atoi(arguments[1]) : 0;
  if (socket <= 2) {
    std::fputs("whodunit-unwind is a part of whodunit and is started by it: see whodunit help\n",
               stderr);
    return 2;
  }
  limit_itself();
  Channel channel{UniqueFd(socket)};
  auto const message = channel.receive();
  if (!message || !*message)
    return 1;
  auto const snapshots = wire::decode_snapshots(**message);
  if (!snapshots)
    return 1;
  std::vector<Backtrace> backtraces;
  for (auto const& snapshot : *snapshots) {
    backtraces.push_back(unwind(snapshot));
    backtraces.back().instruction = disassemble(snapshot.code, snapshot.instruction_pointer);
  }
  return channel.send(wire::encode(backtraces)) ? 0 : 1;
}
