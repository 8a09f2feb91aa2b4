# SPDX-License-Identifier: MIT
# Sanitizers for the checker and the tests, never for a mystery (they would change its fate).
set(WHODUNIT_SANITIZE "" CACHE STRING "Comma-separated sanitizers: address,undefined or thread")

add_library(whodunit_sanitizers INTERFACE)
if(WHODUNIT_SANITIZE)
  target_compile_options(whodunit_sanitizers INTERFACE
    -fsanitize=${WHODUNIT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(whodunit_sanitizers INTERFACE -fsanitize=${WHODUNIT_SANITIZE})
endif()
