#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run --hold, --core and --log: what a learner takes along from a run.
# shellcheck source-path=SCRIPTDIR disable=SC2016 # what is in single quotes is for the program that is run
. "$(dirname -- "${BASH_SOURCE[0]}")/shell.sh"
. "$(dirname -- "${BASH_SOURCE[0]}")/made_case.sh"

# A case that stays, with a child, and that no ^C ends.
make_stubborn_case() {
  make_case mystery900 <<'EOT'
#!/bin/sh
trap '' INT TERM HUP
sleep 1000 &
echo ready >&2
read -r nothing
wait
EOT
}

# hold COMMAND…: holds mystery900 and does as it is told with $pid, its process as seen from here. Its status is in $status.
hold() {
  mkfifo told
  env --default-signal=INT,TERM "${as[@]}" whodunit run --hold 900 2>told >out </dev/null &
  run=$!
  exec 4<told
  pid=
  : >err
  while read -r line <&4; do
    printf '%s\n' "$line" >>err
    case $line in *"is process "*) pid=${line##*is process } && pid=${pid%%;*} ;; esac
    [ "$line" != ready ] || break
  done
  [ -n "$pid" ] || fail "it does not say which process it is"
  "$@"
  cat <&4 >>err
  wait $run
  status=$?
}
as=()

looks() {
  tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q mystery900 || fail "process $pid is another"
  read -r children <"/proc/$pid/task/$pid/children" || true
  [ -n "$children" ] || fail "its child is not seen"
  [ "$(readlink "/proc/$pid/fd/0")" = /dev/null ] || fail "its input is not empty"
  for child in $children; do tr '\0' ' ' <"/proc/$child/cmdline" | grep -q 'sleep 1000' || fail "no sleeper"; done
}
leaves() {
  looks
  kill -"$1" "$run"
}
leaves_after_attaching() {
  "${as[@]}" readlink "/proc/$pid/exe" >seen || fail "its user may not look at it"
  if command -v strace >/dev/null && [ ! -e /proc/sys/kernel/yama ]; then
    "${as[@]}" timeout 2 strace -p "$pid" 2>&1 | grep -q attached || fail "its user may not attach strace"
  fi
  leaves TERM
}
is_over() {
  for gone in $pid $children; do
    [ ! -e "/proc/$gone" ] || grep -q '^State:.Z' "/proc/$gone/status" || fail "process $gone is left"
  done
}

test_a_held_case_is_seen_from_outside_and_ends_when_the_learner_leaves() {
  make_stubborn_case
  hold leaves INT
  [ $status = 130 ] || fail "it ended with $status"
  is_over
  ! grep -v '^whodunit: ' err | grep -qvx ready || fail "a line of ours is not led by whodunit:"
  grep -q 'kept for 10m' err || fail "it does not say for how long"
}

test_a_held_case_ends_with_a_checker_that_is_killed() {
  make_stubborn_case
  hold leaves KILL
  [ $status = 137 ] || fail "it ended with $status"
  timeout 10 sh -c 'while [ -e /proc/$0 ]; do :; done' "$pid" || fail "process $pid is left"
}

test_a_users_held_case_is_seen_from_outside() {
  as_nobody true
  make_stubborn_case
  chmod 755 "$work"
  as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  hold leaves_after_attaching
  [ $status = 143 ] || fail "it ended with $status"
  is_over
}

test_interrupt_at_a_terminal_ends_a_held_case() {
  make_stubborn_case
  python3 - <<'EOT' || fail "^C does not end it"
import os, pty, re, signal
child, terminal = pty.fork()
if child == 0:
    os.execvp("whodunit", ["whodunit", "run", "--hold", "900"])
shown = b""
while b"ready" not in shown:
    shown += os.read(terminal, 4096)
pid = re.search(rb"is process (\d+)", shown).group(1).decode()
state = open(f"/proc/{pid}/status").read()
assert "T (stopped)" not in state, state
os.write(terminal, b"\x03")
try:
    while True:
        shown += os.read(terminal, 4096)
except OSError:
    pass
_, status = os.waitpid(child, 0)
assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGINT, (status, shown)
assert not os.path.exists(f"/proc/{pid}"), shown
EOT
}

test_the_time_that_a_case_is_held_is_limited() {
  make_stubborn_case
  ends 124 whodunit run --hold=300ms 900
  grep -q 'when its 300ms were over' err || fail "it does not say so"
  ends 2 whodunit run --hold=soon 900
  grep -q -- '--hold' err || fail "it does not say what is wrong"
}

test_a_case_that_ends_by_itself_is_not_held() {
  whodunit run --hold 003 >out 2>err </dev/null
  [ $? = 137 ] || fail "its status is lost"
  grep -q 'ended by itself' err || fail "it does not say so"
}

may_have_core() {
  ! grep -q '^|' /proc/sys/kernel/core_pattern || { echo "SKIP: core_pattern is a pipe" && exit 0; }
  [ "$(ulimit -H -c)" != 0 ] || { echo "SKIP: no core may be written here" && exit 0; }
}

test_a_core_is_handed_over_whole() {
  may_have_core
  for as in "" as_nobody; do
    place=$work && [ -z "$as" ] || place=$work/theirs
    $as bash -c "ulimit -S -c 0; whodunit run --core '$place/$as-core' 000" >out 2>err </dev/null
    grep -q "the core is in $place/$as-core" err || fail "it does not say where it is"
    ! grep -q 'cut short' err || fail "it is cut short"
    python3 - "$place/$as-core" <<'EOT' || fail "that is no core"
import sys
core = open(sys.argv[1], "rb").read()
assert core[:4] == b"\x7fELF" and core[16] == 4, core[:20]
EOT
    command -v gdb >/dev/null || continue
    gdb -batch -ex bt "$programs/mystery000" "$place/$as-core" 2>&1 | grep -q 'SIGFPE' || fail "gdb can't read it"
  done
}

test_a_core_is_never_written_over_a_file() {
  echo precious >kept
  ends 3 whodunit run --core kept 000
  [ "$(cat kept)" = precious ] || fail "it was written over"
  grep -q 'never written over' err || fail "it does not say so"
}

test_a_case_without_a_core_says_so() {
  may_have_core
  whodunit run --core core.file 003 >out 2>err </dev/null
  grep -q 'left no core' err || fail "it does not say so"
  [ ! -e core.file ] || fail "an empty file is left"
}

test_without_namespaces_a_core_is_refused_with_the_reason() {
  may_have_core
  [ -x "$BUILD/tests/as_tier" ] || { echo "SKIP: as_tier is not built" && exit 0; }
  chmod 777 "$work"
  WHODUNIT_TIER=bare WHODUNIT_TIER_PROGRAM=$installation/bin/whodunit ends 3 "$BUILD/tests/as_tier" run --core core.file 000
  grep -q 'without namespaces' err || fail "it does not say why"
  [ ! -e core.file ] || fail "an empty file is left"
}

may_read_log() {
  dd if=/dev/kmsg of=/dev/null bs=8192 count=1 iflag=nonblock status=none 2>/dev/null ||
    { echo "SKIP: the kernel's log can't be read here" && exit 0; }
}

test_lines_of_the_kernel_log_are_shown() {
  may_read_log
  [ "$(cat /proc/sys/debug/exception-trace 2>/dev/null)" = 1 ] || { echo "SKIP: the kernel does not log faults here" && exit 0; }
  whodunit run --log 000 >out 2>err </dev/null
  grep -q '^whodunit: \[.*mystery000\[.*divide error' err || fail "the fault is not shown"
  ! grep -vq '^whodunit: ' err || fail "a line is not led by whodunit:"
  whodunit run --log 003 >out 2>err </dev/null
  grep -q 'no line about this run' err || fail "it does not say that there is none"
}

test_an_oom_kill_is_in_the_log() {
  may_read_log
  whodunit doctor --json | grep -q '"memory_cgroup": null' && echo "SKIP: no memory cgroup" && exit 0
  whodunit run --log 001 >out 2>err </dev/null
  grep -q '^whodunit: \[.*Killed process [0-9]* (mystery001)' err || fail "the kill is not shown"
}

test_it_is_said_why_the_log_cannot_be_read() {
  as_nobody true
  [ "$(cat /proc/sys/kernel/dmesg_restrict)" = 1 ] || [ ! -r /dev/kmsg ] || { echo "SKIP: anybody may read the log here" && exit 0; }
  as_nobody whodunit run --log 003 >out 2>err </dev/null
  grep -q "log can't be read here" err || fail "it does not say so"
  grep -q 'dmesg_restrict' err || fail "it does not say how to get it"
}

"$1"
