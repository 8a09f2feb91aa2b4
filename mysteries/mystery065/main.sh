#!/bin/bash
# SPDX-License-Identifier: MIT
# Run by cron: asks the carrier's own program what a parcel costs in each zone, for the web shop.
set -u
here="$(dirname "$0")/mystery065.d"
outcome=0
prices="$("$here/quote" 1 2 3 2>/dev/null)" || outcome=$?

case $outcome in
  0) echo "$prices" ;;
  127) echo "prices: quote is not installed (127)" ;;
  *) echo "prices: quote failed ($outcome)" ;;
esac
exit "$outcome"
