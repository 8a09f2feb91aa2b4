#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What can be asked of an autopsy.
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/shell.sh"

subjects=$BUILD/tests/subjects

# limit_hit NAME VALUE OPTIONS -- COMMAND…: the run has hit this limit, and says so.
limit_hit() {
  local name=$1 value=$2
  shift 2
  whodunit autopsy --json "$@" >out 2>err </dev/null
  python3 - "$name" "$value" <<'PY' || fail "no such limit: $(head -c 600 out) $(cat err)"
import json, sys
limits = json.load(open("out"))["fate"]["limits"]
assert {"name": sys.argv[1], "value": sys.argv[2], "ours": True} in limits, limits
PY
}

test_each_limit_ends_or_bends_a_run() {
  limit_hit wall 200ms --timeout 200ms -- sleep 20
  limit_hit cpu 1s --cpu 1s --timeout 20s -- sh -c 'while :; do :; done'
  limit_hit file-size 64KiB --file-size 64KiB -- dd if=/dev/zero of=file bs=64K count=2
  limit_hit output 1KiB --output 1KiB -- head -c 2000 /dev/zero
}

test_descriptors_can_be_limited() {
  whodunit autopsy --json --files 16 -- python3 -S -c 'import os; [os.open("/", 0) for _ in range(20)]' >out 2>err </dev/null
  grep -q '"res.fds"' out || fail "it is not seen that descriptors ran out"
}

test_a_quantity_without_a_unit_is_refused() {
  for wrong in "--timeout 10" "--memory 64" "--memory 64MB" "--cpu 500ms" "--file-size -1MiB" "--processes 0" \
    "--processes many" "--syscalls 0" "--runs 0" "--timeout 0s"; do
    # shellcheck disable=SC2086 # an option and its value
    ends 2 whodunit autopsy $wrong -- true
    grep -q -- "${wrong%% *}" err || fail "\"$wrong\" is refused without its name: $(cat err)"
  done
}

test_options_that_do_not_go_together_are_refused() {
  ends 2 whodunit autopsy --no-trace --backtrace -- true
  ends 2 whodunit autopsy --runs 2 --html page.html -- true
  ends 2 whodunit autopsy --give-up -- true
  ends 2 whodunit autopsy
}

test_a_backtrace_names_function_file_and_line() {
  ends 0 whodunit autopsy --backtrace -- "$subjects/deep_crash"
  tr -s ' \n' ' ' <err >unwrapped # a long path goes onto a line of its own
  grep -q '#0 Innermost::crash(int\*) at [^ ]*deep_crash.cpp:4' unwrapped || fail "no such frame: $(cat err)"
  grep -q '#2 main at' unwrapped || fail "main is missing"
}

test_the_last_system_calls_are_told() {
  ends 0 whodunit autopsy --syscalls 5 -- cat /no/such/file
  grep -q 'exit_group(1)' err || fail "the last call is missing: $(cat err)"
  [ "$(grep -c ' = ' err)" -le 6 ] || fail "more calls than were asked for"
}

test_many_runs_tell_their_spread() {
  # shellcheck disable=SC2016 # for the shell that is run
  ends 0 whodunit autopsy --json --runs 30 -- sh -c 'exit $(($$ % 2))'
  python3 - <<'PY' || fail "no such spread: $(cat out)"
import json
spread = json.load(open("out"))
assert spread["schema"] == "whodunit.spread/1" and spread["runs"] == 30, spread
assert sum(fate["count"] for fate in spread["fates"]) == 30, spread
assert {fate["ending"]["exit_code"] for fate in spread["fates"]} == {0, 1}, spread
PY
  ends 0 whodunit autopsy --runs 3 -- true
  grep -q '3 runs, 1 kind of fate' err || fail "not told: $(cat err)"
}

test_a_case_opens_when_it_is_given_up() {
  export WHODUNIT_STATE=$PWD/state
  ends 1 whodunit autopsy mystery000
  grep -q -- '--give-up' err || fail "it is not said how"
  ends 0 whodunit autopsy mystery000 --give-up
  grep -q 'SIGFPE' err || fail "no autopsy"
  ends 0 whodunit autopsy mystery000
  grep -q '"gave-up"' state/journal.jsonl || fail "it is not remembered"
}

test_an_autopsy_of_a_mysterys_program_is_noted_as_a_look() {
  export WHODUNIT_STATE=$PWD/state
  ends 0 whodunit autopsy -- "$BUILD/bin/mystery000"
  grep -q '"looked"' state/journal.jsonl || fail "it is not noted"
  ends 0 whodunit autopsy -- true
  [ "$(wc -l <state/journal.jsonl)" = 1 ] || fail "more is noted than that"
}

test_who_stops_its_parent_does_not_hang_the_checker() {
  # shellcheck disable=SC2016 # for the shell that is run
  ends 0 timeout 20 "$BUILD/bin/whodunit" autopsy -- sh -c 'kill -STOP $PPID; exit 3'
  grep -q 'exited with code 3' err || fail "the fate is lost: $(cat err)"
}

test_strict_seccomp_is_recognised() {
  whodunit autopsy --json -- python3 -S -c 'import ctypes; ctypes.CDLL(None).prctl(22, 1)' >out 2>err </dev/null
  grep -q 'strict mode' out || fail "the fate is not marked as disturbed"
}

test_a_report_goes_where_it_is_asked_to() {
  ends 0 whodunit autopsy -o report -- true
  grep -q 'exited with code 0' report || fail "it is not there"
  [ ! -s err ] || fail "it is on stderr too"
  ends 3 whodunit autopsy -o /no/such/folder/report -- true
}

"$1"
