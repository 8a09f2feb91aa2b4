#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/shell.sh"

# claims COMMAND… prints agent, its certainty, cause.
claims() {
  whodunit autopsy --json -- "$@" </dev/null |
    python3 -c 'import json,sys; c=json.load(sys.stdin)["claims"]; print(c["agent"]["value"], c["agent"]["certainty"], c["cause"]["value"])'
}

test_the_four_deaths_are_told_apart() {
  [ "$(claims mystery000)" = "cpu observed arith.div-zero" ] || fail "000: $(claims mystery000)"
  [ "$(claims mystery002)" = "self observed sig.kill" ] || fail "002: $(claims mystery002)"
  case $(claims mystery003) in "self "*" code.imitation") ;; *) fail "003: $(claims mystery003)" ;; esac
}

test_where_no_cgroup_may_be_made_it_is_a_stand_in() {
  as_nobody whodunit autopsy --json --contain --memory 64MiB -- "$BUILD/bin/mystery001" >out 2>err </dev/null
  grep -q '"stand-in"' out || fail "it is not labelled as a stand-in"
  grep -q '"SIGKILL"' out || fail "it is not the same death"
}

test_a_timeout_around_it_loses_no_fate() {
  # What timeout does when the time is over, it does at SIGTERM too: passes it on to all that it started.
  mkfifo ready
  timeout 20 whodunit autopsy -- sh -c 'echo $$ >ready; exec sleep 20' 2>err &
  read -r pid <ready
  until [ "$(tr '\0' ' ' <"/proc/$pid/cmdline")" = "sleep 20 " ]; do :; done
  kill -TERM $!
  wait $!
  grep -q 'killed by SIGTERM' err || fail "the fate is lost"
}

test_what_nohup_ignores_stays_ignored() {
  # Not through timeout(1), which sets SIGHUP back for whom it starts.
  (trap '' HUP && whodunit autopsy --json -- sh -c 'kill -HUP $$; echo survived' >out 2>err </dev/null)
  grep -q 'survived' out || fail "SIGHUP was made to kill"
}

test_descriptors_are_given_on() {
  echo hello >file
  whodunit autopsy -- sh -c 'cat <&3' 3<file >out 2>err
  [ "$(cat out)" = hello ] || fail "descriptor 3 is lost"
}

test_stdin_is_its_own_under_json_too() {
  echo hello | whodunit autopsy --json -- cat >out 2>err
  grep -q 'hello' out || fail "stdin is lost"
}

test_an_earlier_signal_does_not_explain_a_later_one() {
  # It survives its own SIGTERM, tells us where it is, and waits for ours.
  mkfifo ready
  whodunit autopsy --json -- bash -c 'trap : TERM; kill -TERM $$; trap - TERM; echo $$ >ready; exec sleep 20' >out 2>err &
  read -r pid <ready
  until [ "$(tr '\0' ' ' <"/proc/$pid/cmdline")" = "sleep 20 " ]; do :; done
  kill -TERM "$pid"
  wait $!
  python3 -c 'import json; c=json.load(open("out"))["claims"]["agent"]; assert c["value"] == "stranger", c' || fail "the wrong sender is named"
}

test_a_tracer_is_recognised() {
  command -v strace >/dev/null || { echo "SKIP: strace is not installed" && exit 0; }
  ends 0 whodunit autopsy --json -- strace -o /dev/null true
  grep -q 'wants to trace' out || fail "the fate is not marked as disturbed"
}

test_a_command_that_is_not_there_is_127() {
  ends 127 whodunit autopsy -- /no/such/command
}

test_a_page_that_cannot_be_written_is_told_with_the_report() {
  ends 3 whodunit autopsy --html "$work/no/such/folder" -- true
  grep -q 'exited with code 0' err || fail "the report is lost"
  grep -q 'no/such/folder' err || fail "it is not said what could not be written"
}

"$1"
