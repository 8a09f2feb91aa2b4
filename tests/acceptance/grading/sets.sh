#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Sets of cases from elsewhere work like the built-in ones.
set -u
. "${BASH_SOURCE[0]%/*}/desk.sh"

make_set() { # make_set FOLDER CASE: the first case once more, under another name
  local -r share=$LIB/../../share/whodunit
  mkdir -p "$1"/{mysteries,solutions,bin}
  cp -rL "$share/mysteries/mystery000" "$1/mysteries/$2"
  cp -rL "$share/solutions/mystery000" "$1/solutions/$2"
  cp "$(command -v mystery000)" "$1/bin/$2"
}

test_a_case_of_another_set_works_in_every_command() {
  make_set theirs mystery900
  export WHODUNIT_PATH=theirs
  ends 0 list --json
  json '[c["case"] for c in o["cases"] if c["case"] in ("mystery000", "mystery900")]' "['mystery000', 'mystery900']"
  who run 900
  [[ $status == 136 || $err == *'Floating point exception'* ]] || fail "run 900: status $status"
  ends 1 diagnose 900 --set status=0
  ends 1 autopsy 900
  ends 0 diagnose 900 --set status=136 --set signal=8
  ends 0 hint 900
  ends 0 open 900
  shows theirs/bin/mystery900
  ends 0 autopsy 900
  says SIGFPE
  ends 0 diagnose 000 --set status=136 --set signal=8
}

test_a_folder_can_be_named_before_the_command() {
  make_set theirs mystery900
  make_set others mystery901
  ends 0 --cases theirs --cases=others list
  shows 900
  shows 901
  ends 2 list --cases theirs
  ends 2 --cases
  ends 2 --cases a:b list
  ends 2 --casse theirs list
}

test_two_cases_of_one_name_are_refused() {
  make_set theirs mystery000
  ends 2 --cases theirs list
  says 'theirs/mysteries/mystery000: there is a mystery000 in another set as well'
  make_set one mystery900
  make_set two mystery900
  WHODUNIT_PATH=one:two ends 2 run 900
  says 'give the case another number'
}

test_a_folder_that_is_no_set_is_refused() {
  ends 2 --cases nowhere list
  says 'nowhere: is no folder with cases'
  mkdir empty
  WHODUNIT_PATH=empty ends 2 diagnose 000 --set status=136
  says 'should have mysteries/'
  WHODUNIT_PATH=empty ends 0 explain 136
}

test_a_set_for_a_newer_whodunit_is_refused() {
  make_set theirs mystery900
  echo 'format = 2' >theirs/set.toml
  ends 2 --cases theirs list
  says 'made for a newer whodunit'
  rm theirs/set.toml
  sed -i 's/^format = 1/format = 2/' theirs/mysteries/mystery900/case.toml
  ends 2 --cases theirs open 900
  says 'case.toml:2:10: "format" is 2, and this whodunit reads 1'
  [[ $(wc -l <<<"$err") == 1 ]] || fail "more than one line"
}

"$1"
