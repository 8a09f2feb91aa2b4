#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs the dentist's new price list. Nothing is installed unless each step before it went well.
set -euo pipefail
here="$(dirname "$0")/mystery099.d"
practice="$(mktemp -d)"
trap 'rm -r "$practice"' EXIT

install_release() {
  mkdir "$practice/new"
  cp "$here/prices.csv" "$here/prices.sha256" "$practice/new"
  (cd "$practice/new" && sha256sum --check --status prices.sha256)
  mv "$practice/new/prices.csv" "$practice/prices.csv"
}

if install_release; then
  echo "installed: $(wc -l <"$practice/prices.csv") prices"
else
  echo "the old prices stay"
  exit 1
fi
