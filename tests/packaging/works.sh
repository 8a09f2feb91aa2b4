# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced: what must hold of an installation, wherever it is.

# works PREFIX: the program answers from there, finds its cases there, and each mystery is there, whole.
works() {
  local prefix=$1 name state
  state=$(mktemp -d)
  whodunit() { env -i PATH="$PATH" HOME="$state" XDG_STATE_HOME="$state" "$prefix/bin/whodunit" "$@" </dev/null; }
  whodunit help >/dev/null || fail "whodunit help ended with $?"
  [[ -x $prefix/lib/whodunit/whodunit-warden ]] || fail "there is no lib/whodunit/whodunit-warden"
  for folder in "$prefix"/share/whodunit/mysteries/mystery*/; do
    name=$(basename "$folder")
    [[ -f $folder/case.toml && -f $prefix/share/whodunit/solutions/$name/key.toml ]] || fail "$name lacks its case or key"
    grep -q '^control *= *true' "$folder/case.toml" || [[ -x $prefix/lib/whodunit/healed/$name ]] ||
      fail "$name has no healed program"
    [[ $(head -c 2 "$prefix/lib/whodunit/mysteries/$name") == '#!' ]] ||
      readelf -S "$prefix/lib/whodunit/mysteries/$name" | grep -q '\.debug_info' || fail "$name has no debug information"
  done
  whodunit list | grep -q "The price list" || fail "whodunit list does not name the first case"
  whodunit diagnose mystery000 --set status=136 --set signal=SIGFPE || fail "the right diagnosis ended with $?"
  rm -rf -- "$state"
}

fail() {
  echo "FAILED: $*"
  exit 1
}
