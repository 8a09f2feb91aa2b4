#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2119 # most launches have no arguments
set -u
. "${BASH_SOURCE[0]%/*}/clone.sh"
play_machine
echo nlohmann-json3-dev >"$absent"
typed='apt-get install --no-install-recommends nlohmann-json3-dev'

nothing_was_called() { expect "calls" "" "$(<"$calls")"; }
it_was_installed() {
  expect_in "calls" "install -y --no-remove --no-install-recommends nlohmann-json3-dev" "$(<"$calls")"
  expect_in "calls" "update" "$(<"$calls")"
  [[ $(<"$calls") != *lock* ]] || fail "$(<"$calls")"
}
it_was_refused() {
  nothing_was_called
  expect status 3 "$status"
}

test_a_user_without_a_terminal_is_told_the_line_to_type() {
  as_a_user "$clone/whodunit" >"$place/out" 2>"$place/err" </dev/null
  status=$?
  it_was_refused
  expect stdout "" "$(<"$place/out")"
  expect_in stderr "nlohmann-json3-dev" "$(<"$place/err")"
  expect_in stderr "  sudo apt-get update && sudo $typed" "$(<"$place/err")"
}

test_whodunit_yes_installs_through_sudo() {
  WHODUNIT_YES=1 as_a_user "$clone/whodunit" >"$place/out" 2>"$place/err" </dev/null
  expect status 0 $?
  it_was_installed
  expect_in "calls" "sudo -n" "$(<"$calls")"
  expect stdout "first edition" "$(<"$place/out")"
}

test_ci_installs() {
  CI=true as_a_user "$clone/whodunit" >/dev/null 2>&1 </dev/null
  expect status 0 $?
  it_was_installed
}

test_whodunit_yes_is_one_and_nothing_else() {
  WHODUNIT_YES=0 as_a_user "$clone/whodunit" >/dev/null 2>&1 </dev/null
  status=$?
  it_was_refused
}

test_root_without_any_terminal_installs() {
  needs_root
  launch
  expect status 0 "$status"
  it_was_installed
  [[ $(<"$calls") != *sudo* ]] || fail "root used sudo"
}

test_root_with_a_terminal_on_one_stream_only_is_told_the_line_to_type() {
  needs_root
  local redirection
  for redirection in '</dev/null' '2>/dev/null >/dev/null' '</dev/null >/dev/null' '2>/dev/null </dev/null'; do
    at_a_terminal '' "'$clone/whodunit' $redirection"
    it_was_refused
  done
  at_a_terminal '' "'$clone/whodunit' </dev/null"
  expect_in "what is said" "  apt-get update && $typed" "$out"
}

test_a_terminal_is_asked_and_no_is_no() {
  at_a_terminal $'n\n' "'$clone/whodunit'"
  it_was_refused
  expect_in "what is said" "install them now" "$out"
  expect_in "what is said" "$typed" "$out"
}

test_a_terminal_is_asked_and_yes_is_yes() {
  at_a_terminal $'y\n' "'$clone/whodunit'"
  expect status 0 "$status"
  it_was_installed
  expect_in "what is said" "first edition" "$out"
}

test_end_of_input_is_no() {
  at_a_terminal $'\x04' "'$clone/whodunit'"
  it_was_refused
}

test_what_apt_says_when_it_fails_is_shown() {
  APT_FAILS=1 WHODUNIT_YES=1 launch
  expect status 3 "$status"
  expect_in stderr "E: no such mirror" "$err"
  expect_in stderr "$typed" "$err"
}

test_where_there_is_no_sudo_the_line_is_told() {
  fake sudo <<<'exit 127'
  WHODUNIT_YES=1 as_a_user "$clone/whodunit" >/dev/null 2>"$place/err" </dev/null
  expect status 3 $?
  expect_in stderr "  sudo apt-get update && sudo $typed" "$(<"$place/err")"
}

test_a_tool_that_is_there_needs_no_package() {
  echo ninja-build >"$absent"
  launch
  expect status 0 "$status"
  nothing_was_called
}

"$1"
