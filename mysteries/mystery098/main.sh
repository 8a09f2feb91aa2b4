#!/bin/bash
# SPDX-License-Identifier: MIT
# The display at a tram stop: the next departures, as the stop has been set up.
here="$(dirname "$0")/mystery098.d"
. "$here/stop.conf"
exec "$here/display" "$STOP"
