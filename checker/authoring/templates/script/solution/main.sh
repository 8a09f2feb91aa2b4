#!/bin/bash
# SPDX-License-Identifier: MIT
# Grades the leaves of the day, sorted for the labels.
set -e -o pipefail # a pipeline is as good as its weakest command
here="$(dirname "$0")/@NAME@.d"

"$here/sieve" Keemun Assam Darjeeling | sort
echo "labels done"
