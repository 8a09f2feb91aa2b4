# SPDX-License-Identifier: MIT
# Warnings for the checker and the tests. A mystery never links this target: its flags are its own.
option(WHODUNIT_WERROR "Treat warnings as errors" OFF)

add_library(whodunit_warnings INTERFACE)
target_compile_options(whodunit_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough
  $<$<BOOL:${WHODUNIT_WERROR}>:-Werror>)
