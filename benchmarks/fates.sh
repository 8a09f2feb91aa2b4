#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What one fate costs, as ratios to posix_spawn + waitid, beside timeout, bubblewrap, strace, nsjail and firejail where
# they are installed.
#   benchmarks/fates.sh [ROUNDS]
set -eu
root=$(readlink -f -- "${BASH_SOURCE[0]%/*}/..")
"$root/whodunit" help >/dev/null
cmake -S "$root" -B "$root/build" -DWHODUNIT_BENCHMARKS=ON >/dev/null
cmake --build "$root/build" --target fates >/dev/null
exec "$root/build/benchmarks/fates" "$root/build" "${1:-200}"
