#!/bin/bash
# SPDX-License-Identifier: MIT
# The weekly drill at the theatre's cloakroom: the ticket service is stopped as in an emergency.
here="$(dirname "$0")/mystery071.d"

coproc "$here/tickets"
service=$COPROC_PID
exec {counter}<&"${COPROC[0]}"

for _ in 1 2 3; do
  read -r -u "$counter" line
  echo "$line"
done
kill -TERM "$service"
cat <&"$counter"
wait "$service"
status=$?
echo "the ticket service has ended with $status"
exit "$status"
