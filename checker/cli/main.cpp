// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

#include <cstdio>
#include <exception>
#include <vector>

int main(int argc, char** argv) {
  try {
    std::vector<char const*> const arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return whodunit::cli::run_whodunit(arguments);
  } catch (std::exception const& error) {
    std::fprintf(stderr,
                 "whodunit: this is a fault of whodunit's own, not of your program or answer: %s\n",
                 error.what());
    return whodunit::cli::our_fault;
  }
}
