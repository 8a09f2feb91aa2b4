#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# scripts_sound.sh SOURCE-FOLDER: shellcheck finds nothing in any script.
set -u
. "${BASH_SOURCE[0]%/*}/../lacking.sh"
command -v shellcheck >/dev/null || lacking "shellcheck is not installed"
cd -- "$1" || exit
find whodunit .ci/run tests benchmarks -type f \( -name whodunit -o -name run -o -name '*.sh' \) -print0 |
  xargs -0 -r shellcheck --external-sources --source-path=SCRIPTDIR
