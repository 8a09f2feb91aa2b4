# SPDX-License-Identifier: MIT
# Warnings for the checker and the tests. A mystery never links this target: its flags are its own.
# Not -Wnull-dereference: once g++ 12 optimises, it finds null pointers in every inlined move.
option(WHODUNIT_WERROR "Treat warnings as errors" OFF)

add_library(whodunit_warnings INTERFACE)
target_compile_options(whodunit_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wimplicit-fallthrough
  $<$<BOOL:${WHODUNIT_WERROR}>:-Werror>)
