#!/bin/bash
# SPDX-License-Identifier: MIT
# A parcel was handed over: tell its sender, in the way that the sender has put in place.
set -eu
hook="$(dirname "$0")/mystery064.d/announce"

echo "4-1184: delivered"
if [ -f "$hook" ]; then
  env -i PATH=/usr/bin:/bin "$hook" 4-1184
fi
echo "4-1184: closed"
