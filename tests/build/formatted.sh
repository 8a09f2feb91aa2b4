#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# formatted.sh SOURCE-FOLDER: clang-format would change nothing. Its releases disagree, so one of them is the judge.
set -u
. "${BASH_SOURCE[0]%/*}/../lacking.sh"
judge=14
format=$(command -v "clang-format-$judge" || command -v clang-format) || lacking "clang-format is not installed"
[[ $("$format" --version) == *"version $judge."* ]] || lacking "$("$format" --version); this tree is kept with $judge"
cd -- "$1" || exit
find checker tests mysteries solutions benchmarks \( -name '*.cpp' -o -name '*.hpp' \) -print0 |
  xargs -0 -r "$format" --dry-run --Werror
