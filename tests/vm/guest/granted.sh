#!/bin/sh
# SPDX-License-Identifier: MIT
# Divides the cgroup that it was granted: kills a worker by its group, and is refused what lies above.
cd "$WHODUNIT_CGROUP" || exit 1
mkdir worker || exit 2
sleep 1000 &
worker=$!
echo $worker >worker/cgroup.procs || exit 3
echo 1 >worker/cgroup.kill || exit 4
wait $worker
status=$?
mkdir ../beside 2>/dev/null && echo 'a group outside could be made'
{ echo max >../memory.max; } 2>/dev/null && echo 'the limit could be raised'
exit $status
