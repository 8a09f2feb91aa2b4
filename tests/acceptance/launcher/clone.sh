# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# shellcheck disable=SC2034,SC2119,SC2120 # out, err and status are for who sources this
# Sourced by each area's tests: a fresh clone in a path that has a space, and a machine whose packages can be told.
. "${BASH_SOURCE[0]%/*}/../../lacking.sh"
unset CI WHODUNIT_YES WHODUNIT_PRESET CMAKE_CXX_COMPILER_LAUNCHER

place=$(mktemp -d)
trap 'rm -rf -- "$place"' EXIT
clone=$place/'a clone'
calls=$place/calls     # what apt-get and sudo were called with, a line each
absent=$place/absent   # packages that this machine lacks, one in each line
mkdir -p "$place/fakes"
cp -r -- "${BASH_SOURCE[0]%/*}/tiny" "$clone"
cp -- "$LAUNCHER" "$clone/whodunit"
cp -- "$PRESETS" "$clone"
touch "$calls" "$absent"
chmod 755 "$place"

fail() {
  printf 'FAILED: %s\n' "$*"
  exit 1
}
expect() { # expect WHAT EXPECTED SEEN
  [[ $2 == "$3" ]] || fail "$1: expected «$2», saw «$3»"
}
expect_in() { # expect_in WHAT PART WHOLE
  [[ $3 == *"$2"* ]] || fail "$1: expected to find «$2» in «$3»"
}

launch() { # sets out, err and status
  "$clone/whodunit" "$@" >"$place/out" 2>"$place/err" </dev/null
  status=$?
  out=$(<"$place/out")
  err=$(<"$place/err")
}

at_a_terminal() { # at_a_terminal TYPED COMMAND: sets out (both streams) and status
  out=$(printf '%s' "$1" | script -qec "$2" /dev/null)
  status=$?
}

fake() { # fake NAME: a tool on PATH, its body from stdin
  { printf '#!/usr/bin/env bash\n' && cat; } >"$place/fakes/$1"
  chmod 755 "$place/fakes/$1"
}

play_machine() { # what is named in $absent is not installed, until apt-get installs it
  chmod 666 "$calls" "$absent"
  chmod 777 "$place"
  export PATH=$place/fakes:$PATH calls absent
  fake dpkg-query <<'END'
for package in "${@:3}"; do
  grep -qx -e "$package" "$absent" || printf '|%s:installed|' "$package"
done
END
  fake apt-get <<'END'
echo "apt-get $*" >>"$calls"
readlink /proc/$$/fd/* | grep -q '/\.lock$' && echo "apt-get was handed the lock" >>"$calls"
[[ -z ${APT_FAILS:-} ]] || { echo "E: no such mirror"; exit 100; }
[[ " $* " == *" install "* ]] && : >"$absent"
true
END
  fake sudo <<'END'
echo "sudo $*" >>"$calls"
[[ $1 == -n ]] && shift
exec "$@"
END
}

as_a_user() { # runs a command as somebody who is not root, who owns the clone
  if [[ $EUID != 0 ]]; then
    "$@"
  else
    chown -R 65534:65534 "$clone"
    HOME=$place setpriv --reuid 65534 --regid 65534 --clear-groups -- "$@"
  fi
}

needs_root() { [[ $EUID == 0 ]] || lacking "only root can show this"; }

