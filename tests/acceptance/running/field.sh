#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Autopsies of programs that were not written for it: shells, interpreters and the tools of every day.
# shellcheck source-path=SCRIPTDIR disable=SC2016 # what is in single quotes is for the shell or interpreter that is run
. "$(dirname -- "${BASH_SOURCE[0]}")/shell.sh"
. "$(dirname -- "${BASH_SOURCE[0]}")/../../lacking.sh"

subjects=$BUILD/tests/subjects
options=()

# told EXPECTED COMMAND…: ending, agent, cause and the name of the victim's process are these; `-` for unknown.
told() {
  local expected=$1 seen
  shift
  seen=$(whodunit autopsy --json "${options[@]}" -- "$@" </dev/null 2>err | python3 -c '
import json, sys
told = json.load(sys.stdin)
fate, claims = told["fate"], told["claims"]
ending = fate["ending"]
how = ending.get("exit_code", ending.get("signal", ""))
victim = claims["victim"]["process"] or {"name": None}
for name in ending["kind"], how, claims["agent"]["value"], claims["cause"]["value"], victim["name"]:
    print("-" if name is None else name, end=" ")')
  [ "${seen% }" = "$expected" ] || fail "$*
  expected $expected
  seen     $seen
$(cat err)"
}

needs() {
  command -v "$1" >/dev/null || lacking "$1 is not installed"
}

test_plain_ends() {
  told 'exited 0 none none -' true
  told 'exited 1 self - false' false
  told 'exited 2 self - ls' ls /no/such/file
  told 'exited 3 self - sh' sh -c 'exit 3'
}

test_kills_by_oneself_and_by_others() {
  needs perl
  told 'killed SIGKILL self sig.kill perl' perl -e 'kill 9,$$; sleep 5'
  told 'killed SIGSEGV self sig.kill bash' bash -c 'kill -SEGV $$; sleep 5'
  local sleeps='sleep 50 & until grep -q sleep /proc/$!/comm; do :; done;'
  told 'exited 143 parent sig.kill sleep' bash -c "$sleeps"' kill $!; wait $!'
  told 'exited 143 sibling sig.kill sleep' bash -c "$sleeps"' sh -c "kill $!"; wait $!'
  told 'killed SIGALRM kernel sig.timer perl' perl -e 'alarm 1; sleep 50'
}

test_wrappers_are_told_apart_from_their_children() {
  told 'exited 3 cpu mem.null null_write' bash -c '"$0"; exit 3' "$subjects/null_write"
  told 'exited 139 cpu mem.null null_write' bash -c '"$0"; exit $?' "$subjects/null_write"
  told 'killed SIGSEGV cpu mem.null null_write' bash -c 'exec "$0"' "$subjects/null_write"
  told 'exited 124 wrapper sh.tool-map timeout' timeout 0.2 sleep 50
  told 'exited 125 self sig.kill sh' sh -c 'echo 1 | xargs sh -c "kill -9 \$\$"'
  told 'exited 141 kernel sig.pipe yes' bash -c 'yes | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}'
  told 'exited 0 none none -' bash -c 'yes | head -n 1 >/dev/null'
  told 'exited 0 none none -' sh -c '(setsid sleep 0.1 &); exit 0'
  needs make
  printf 'all:\n\t"%s"\n' "$subjects/null_write" >makefile
  told 'exited 2 cpu mem.null null_write' make -f makefile
  printf 'all:\n\tfalse\n' >makefile
  told 'exited 2 wrapper sh.tool-map make' make -f makefile
}

test_commands_that_cannot_start() {
  told 'exited 127 kernel exec.missing command' /no/such/command
  told 'exited 126 kernel exec.denied etc' /etc
  told 'exited 127 kernel exec.missing bash' bash -c 'no_such_command'
  told 'exited 126 kernel exec.denied bash' bash -c /etc/passwd
  told 'exited 127 kernel exec.missing env' env no_such_command
}

test_interpreters() {
  needs perl
  told 'exited 1 runtime cxx.uncaught python3' python3 -S -c 'x = []; x[3]'
  told 'killed SIGSEGV cpu mem.null python3' python3 -S -c 'import ctypes; ctypes.string_at(0)'
  told 'killed SIGSEGV cpu mem.wild perl' perl -e 'unpack p => pack Q => 0xdead0000'
  told 'exited 255 runtime cxx.uncaught perl' perl -e 'die "so much for that"'
}

test_resources_that_run_out() {
  needs perl
  told 'exited 1 kernel res.disk dd' dd if=/dev/zero of=/dev/full count=1
  told 'exited 12 kernel res.address-space perl' bash -c 'ulimit -v 100000; exec perl -e "\$x = q(a) x (200 << 20)"'
  told 'killed SIGKILL kernel res.cpu bash' bash -c 'ulimit -t 1; while :; do :; done'
  options=(--file-size 64KiB)
  told 'killed SIGXFSZ kernel res.file-size dd' dd if=/dev/zero of=file bs=64K count=2
  options=(--memory 64MiB)
  told 'killed SIGKILL kernel res.memory python3' python3 -S -c 'x = bytearray(500 << 20)'
  told 'exited 1 kernel res.memory python3' sh -c 'python3 -S -c "x = bytearray(500 << 20)"; exit 1'
}

test_a_namespace_of_its_own_hides_nobody() {
  unshare -rpf true 2>/dev/null || lacking "no PID namespace can be made here"
  needs perl
  told 'exited 143 parent sig.kill perl' \
    unshare -rpf perl -e 'my $p = fork; if (!$p) { sleep 50; exit } kill "TERM", $p; waitpid $p, 0; exit 143'
}

test_what_does_not_end() {
  needs perl
  options=(--timeout 500ms)
  told 'sleeping  none hang.sleep sleep' sleep 50
  told "running  self hang.loop yes" sh -c "exec yes >/dev/null"
  told 'stopped SIGSTOP self hang.stopped bash' bash -c 'kill -STOP $$'
  told 'sleeping  none hang.io-wait cat' sh -c 'mkfifo pipe && exec cat pipe'
  told 'sleeping  self hang.lost-event perl' perl -e 'pipe R, W; read R, $_, 1'
  told 'sleeping  none hang.sleep perl' perl -e 'select undef, undef, undef, 50'
}

test_a_debugger_works_without_tracing() {
  needs gdb
  ends 0 whodunit autopsy --no-trace -- gdb -batch -ex run "$subjects/div_zero"
  grep -q SIGFPE out || fail "gdb saw no signal: $(cat out)"
}

test_a_daemon_by_double_fork_is_left_alone() {
  ends 0 whodunit autopsy -- bash -c '(setsid sleep 30 & echo $! >pid)'
  kill -0 "$(cat pid)" || fail "it is gone"
  kill "$(cat pid)"
}

"$1"
