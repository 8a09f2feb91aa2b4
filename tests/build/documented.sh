#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# documented.sh CMAKE BUILD-FOLDER: the API's reference is written without a warning.
set -u
. "${BASH_SOURCE[0]%/*}/../lacking.sh"
command -v doxygen >/dev/null || lacking "doxygen is not installed"
exec "$1" --build "$2" --target doc
