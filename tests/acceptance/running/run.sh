#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/shell.sh"

# The message is the shell's own, so it takes a shell that says it.
told_by_shell() { bash -c "ulimit -c $1; whodunit run $2; echo \"status \$?\"" >out 2>err </dev/null; }

test_the_division_dies_as_a_bare_run_does() {
  told_by_shell 0 000
  grep -q 'Floating point exception' err || fail "the shell says nothing"
  ! grep -q 'core dumped' err || fail "there is no core without a limit for it"
  grep -qx 'status 136' out || fail "the status is not 136"
}

test_a_core_is_mirrored_and_leaves_no_file() {
  whodunit doctor --json >doctor.json
  grep -q '"|' /proc/sys/kernel/core_pattern && { echo "SKIP: core_pattern is a pipe" && exit 0; }
  [ "$(ulimit -H -c)" != 0 ] || { echo "SKIP: no core may be written here" && exit 0; }
  rm doctor.json
  told_by_shell 100 000
  grep -q 'core dumped' err || fail "the core is not mirrored"
  rm out err
  [ -z "$(ls)" ] || fail "left behind: $(ls)"
}

test_the_hog_is_killed_at_once() {
  told_by_shell 0 001
  grep -q 'Killed' err || fail "the shell does not say Killed"
  grep -qx 'status 137' out || fail "the status is not 137"
}

test_the_hog_declines_outside_and_says_how_to_run_it() {
  ends 3 mystery001
  grep -q 'whodunit run mystery001' out err || fail "it does not say how"
}

test_not_one_byte_is_added() {
  for mystery in mystery002 mystery003; do
    "$mystery" >bare.out 2>bare.err
    whodunit run $mystery >run.out 2>run.err </dev/null
    cmp bare.out run.out || fail "$mystery: stdout differs"
    cmp bare.err run.err || fail "$mystery: stderr differs"
  done
}

test_a_kill_is_a_kill_and_an_exit_is_an_exit() {
  python3 - <<'EOT' || fail "the ending is not mirrored"
import subprocess
ends = [subprocess.run(["whodunit", "run", case], capture_output=True).returncode for case in ("000", "001", "002", "003")]
assert ends == [-8, -9, -9, 137], ends
EOT
}

test_a_user_who_is_not_root_sees_the_same() {
  as_nobody bash -c 'whodunit run 1; echo "status $?"' >out 2>err </dev/null
  grep -qx 'status 137' out || fail "the status is not 137"
}

test_a_case_that_does_not_exist_is_two() {
  ends 2 whodunit run mystery999
  grep -q 'mystery999' err || fail "it does not say which"
}

test_nothing_is_left_behind() {
  for case in 0 1 2 3; do whodunit run $case >out 2>err </dev/null; done
  for place in /sys/fs/cgroup /sys/fs/cgroup/memory; do
    [ -z "$(find $place -name "whodunit-$$-*" 2>/dev/null)" ] || fail "a cgroup is left in $place"
  done
  rm out err
  [ -z "$(ls)" ] || fail "left behind: $(ls)"
}

"$1"
