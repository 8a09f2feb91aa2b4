# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# A shell in which whodunit is at hand, with a state folder and a working folder of its own.
set -u
PATH=$BUILD/bin:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export WHODUNIT_STATE=$work/state
cd "$work" || exit 1

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  for seen in out err; do [ -e $seen ] && printf '%s:\n%s\n' $seen "$(cat $seen)" >&2; done
  exit 1
}
# ends STATUS COMMAND…: runs it with a limit, keeps its output in out and err.
ends() {
  local wanted=$1 status=0
  shift
  timeout 20 "$@" >out 2>err </dev/null || status=$?
  [ "$status" = "$wanted" ] || fail "$* ended with $status, not $wanted"
}
# As a user who is not root; skips where that cannot be tried.
as_nobody() {
  [ "$(id -u)" = 0 ] || { echo "SKIP: not root, so there is nobody else to be" && exit 0; }
  chmod 755 "$work"
  mkdir -p "$work/theirs" && chmod 777 "$work/theirs"
  setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$BUILD/bin/whodunit" ||
    { echo "SKIP: the build folder is not open to other users" && exit 0; }
  WHODUNIT_STATE=$work/theirs setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}
