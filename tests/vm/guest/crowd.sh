#!/bin/sh
# SPDX-License-Identifier: MIT
# Starts processes until it is refused one, and says after each how many there are. 200 would be too many for a mystery.
started=0
while [ $started -lt 200 ]; do
  sleep 1000 &
  started=$((started + 1))
  echo $started
done
