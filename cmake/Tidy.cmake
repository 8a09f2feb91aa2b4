# SPDX-License-Identifier: MIT
# clang-tidy on every source of the folder that includes this, and below; the list of checks is .clang-tidy.
option(WHODUNIT_TIDY "Run clang-tidy while compiling the checker" OFF)

if(WHODUNIT_TIDY)
  find_program(CLANG_TIDY clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY ${CLANG_TIDY} --quiet)
  set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON) # a compiler's precompiled header means nothing to clang-tidy
endif()
