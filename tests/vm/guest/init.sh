#!/bin/sh
# SPDX-License-Identifier: MIT
# The guest's first process: makes what a booted system has, lets the scenarios be played, and powers off.
set -u
/bin/busybox --install -s /bin
export PATH=/usr/bin:/bin HOME=/tmp
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
chmod 1777 /tmp
mount -t cgroup2 cgroup2 /sys/fs/cgroup
echo '+memory +pids' >/sys/fs/cgroup/cgroup.subtree_control # as systemd does
printf '%s\n' root:x:0:0::/tmp:/bin/sh user:x:1000:1000::/home/user:/bin/sh >/etc/passwd
printf '%s\n' root:x:0: user:x:1000: >/etc/group
chown user:user /home/user
stty -F /dev/ttyS1 raw
sh /scenarios.sh >/dev/ttyS1 # a child, so that init is free to reap orphans
poweroff -f
