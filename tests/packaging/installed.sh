#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# installed.sh CMAKE BUILD-FOLDER
set -u
. "${BASH_SOURCE[0]%/*}/works.sh"
prefix=$(mktemp -d)/"a prefix"
trap 'rm -rf -- "${prefix%/*}"' EXIT
"$1" --install "$2" --prefix "$prefix" >/dev/null || fail "cmake --install ended with $?"
works "$prefix"
