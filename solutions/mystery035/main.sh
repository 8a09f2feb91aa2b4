#!/bin/bash
# SPDX-License-Identifier: MIT
# The heating report of the housing co-operative: what the whole street used in a month.
# pipefail: a pipe has failed if one of its commands has, wherever it stands.
set -euo pipefail
here="$(dirname "$0")/mystery035.d"

tail -n +2 "$here/readings.csv" |
  "$here/in_kwh" |
  awk '{ sum += $2 } END { printf "%d flats, %d kWh in all\n", NR, sum }'

echo "the report is ready to be sent"
