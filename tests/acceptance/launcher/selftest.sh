#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2119 # most launches have no arguments
set -u
. "${BASH_SOURCE[0]%/*}/clone.sh"
play_machine

test_its_last_lines_and_status_are_those_of_ctest() {
  launch selftest
  expect status 8 "$status"
  expect_in stdout "50% tests passed, 1 tests failed out of 2" "$out"
  expect_in "stdout, of a test that failed" "[fail]" "$out"
}

test_arguments_go_to_ctest() {
  launch selftest -R '^passes$'
  expect status 0 "$status"
  expect_in stdout "100% tests passed, 0 tests failed out of 1" "$out"
}

test_the_program_alone_needs_no_googletest() {
  printf '%s\n' libgtest-dev libgmock-dev >"$absent"
  launch
  expect status 0 "$status"
  expect "calls" "" "$(<"$calls")"
  expect "tests that were configured" "" "$(find "$clone/build" -name CTestTestfile.cmake)"
}

test_without_googletest_it_says_what_to_install() {
  echo libgtest-dev >"$absent"
  as_a_user "$clone/whodunit" selftest >/dev/null 2>"$place/err" </dev/null
  expect status 3 $?
  expect_in stderr "libgtest-dev" "$(<"$place/err")"
}

lack_a_test_tool() { # none of the machine's own either
  echo tmux >"$absent"
  local tool
  mkdir -p "$place/tools"
  for tool in /usr/bin/* /bin/*; do
    [[ ${tool##*/} == tmux ]] || ln -sf "$tool" "$place/tools/"
  done
  export PATH=$place/fakes:$place/tools
}

test_a_missing_test_tool_is_no_reason_to_stop() {
  lack_a_test_tool
  as_a_user "$clone/whodunit" selftest -R passes >"$place/out" 2>"$place/err" </dev/null
  expect status 0 $?
  expect_in stderr "not installed: tmux" "$(<"$place/err")"
  expect_in stdout "100% tests passed" "$(<"$place/out")"
}

test_in_ci_a_missing_test_tool_that_cannot_be_installed_is() {
  lack_a_test_tool
  APT_FAILS=1 CI=1 as_a_user "$clone/whodunit" selftest >/dev/null 2>&1 </dev/null
  expect status 3 $?
}

"$1"
