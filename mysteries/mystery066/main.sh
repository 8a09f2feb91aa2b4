#!/bin/bash
# SPDX-License-Identifier: MIT
# Hands the parcels of the day over to the night train. Nobody may keep the platform waiting: whoever
# takes longer than half a minute is cut short.
set -u
here="$(dirname "$0")/mystery066.d"

timeout 30s "$here/handover" 17:20 17:48 18:05
outcome=$?
if [ "$outcome" -eq 124 ]; then
  echo "night train: no answer within 30s, cut short"
fi
exit "$outcome"
