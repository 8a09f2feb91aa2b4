# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# shellcheck disable=SC2034 # out, err and status are for who sources this
# Sourced by each area's tests: an empty folder to work in, a state folder of its own, and words to expect with.
. "${BASH_SOURCE[0]%/*}/../../lacking.sh"
desk=$(mktemp -d)
trap 'rm -rf -- "$desk"' EXIT
export WHODUNIT_STATE=$desk/state
mkdir "$desk/work"
cd "$desk/work" || exit 1

[[ $(uname -m) == x86_64 ]] || lacking "the division traps on x86-64 only"

fail() {
  printf 'FAILED: %s\nstdout:\n%s\nstderr:\n%s\n' "$1" "$out" "$err"
  exit 1
}
who() { # who ARGUMENTS: runs whodunit; sets out, err and status
  whodunit "$@" >"$desk/out" 2>"$desk/err" </dev/null
  status=$?
  out=$(<"$desk/out")
  err=$(<"$desk/err")
}
ends() { # ends STATUS ARGUMENTS
  local -r expected=$1
  shift
  who "$@"
  [[ $status == "$expected" ]] || fail "whodunit $*: status $status, not $expected"
}
shows() { [[ $out == *"$1"* ]] || fail "stdout lacks «$1»"; }
says() { [[ $err == *"$1"* ]] || fail "stderr lacks «$1»"; }
json() { # json EXPRESSION EXPECTED: of the object "o" that stdout is
  command -v python3 >/dev/null || lacking "python3, to read JSON"
  local seen
  seen=$(python3 -c "import json, sys; o = json.load(sys.stdin); print($1)" <<<"$out") || fail "stdout is no JSON"
  [[ $seen == "$2" ]] || fail "$1 is «$seen», not «$2»"
}
right_000() { printf 'status = 136\nsignal = "SIGFPE"\n'; }
