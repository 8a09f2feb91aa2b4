#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a second call of ./whodunit costs on top of the program that it becomes; the promise is less than 30 ms.
#   benchmarks/launcher.sh [ROUNDS]
# The two are run in turn, so that whatever else the machine does meets both; medians are compared.
set -u
export LC_ALL=C
root=$(readlink -f -- "${BASH_SOURCE[0]%/*}/..")
rounds=${1:-200}
"$root/whodunit" help >/dev/null || exit

measure() { # microseconds that one call of "$1 help" takes
  local start=${EPOCHREALTIME/./}
  "$1" help >/dev/null
  printf '%s\n' "$((${EPOCHREALTIME/./} - start))"
}

samples=$(mktemp -d)
trap 'rm -rf -- "$samples"' EXIT
for ((round = 0; round < rounds; ++round)); do
  measure "$root/whodunit" >>"$samples/launcher"
  measure "$root/build/bin/whodunit" >>"$samples/program"
done

median() { sort -n -- "$1" | sed -n "$((rounds / 2 + 1))p"; }
launcher=$(median "$samples/launcher")
program=$(median "$samples/program")
printf 'launcher %d us, program %d us: %d us on top, median of %d rounds\n' \
  "$launcher" "$program" "$((launcher - program))" "$rounds"
