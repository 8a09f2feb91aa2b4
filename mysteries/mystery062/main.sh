#!/bin/bash
# SPDX-License-Identifier: MIT
# Franks the parcels of the evening round, each by its weight in grams.
set -eu
here="$(dirname "$0")/mystery062.d"
parcels=(840 2100 350)

echo "evening round: ${#parcels[@]} parcels"
for grams in "${parcels[@]}"; do
  "$here/stamp" "$grams"
done
echo "evening round: franked"
