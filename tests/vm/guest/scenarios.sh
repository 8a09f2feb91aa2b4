#!/bin/sh
# SPDX-License-Identifier: MIT
# What is played in the guest. It judges nothing: every line of its output is `SCENARIO STREAM TEXT`, and the tests of
# guest_test.cpp read what they want to know.
set -u

# tell SCENARIO COMMAND…: plays it, and tells both its streams and its status.
tell() {
  scenario=$1
  shift
  "$@" >/tmp/out 2>/tmp/err </dev/null
  status=$?
  tell_lines out /tmp/out
  tell_lines err /tmp/err
  echo "$scenario status $status"
}

tell_lines() { awk -v head="$scenario $1 " '{ print head $0 }' "$2"; }

groups() { find /sys/fs/cgroup -type d | sort; }

as_user() { su user -c "cd; $1"; }

# As systemd delegates: the folder and the files by which processes are moved and controllers handed out are the user's, who
# sits in a group below, since one that hands out controllers may not have processes of its own.
delegate() {
  mkdir -p /sys/fs/cgroup/user/shell
  echo '+memory +pids' >/sys/fs/cgroup/user/cgroup.subtree_control
  for folder in /sys/fs/cgroup/user /sys/fs/cgroup/user/shell; do
    chown user $folder $folder/cgroup.procs $folder/cgroup.threads $folder/cgroup.subtree_control
  done
}

as_delegated_user() (
  echo 0 >/sys/fs/cgroup/user/shell/cgroup.procs
  as_user "$1"
)

hog='whodunit autopsy --json --contain --memory 64MiB -- memory_hog'

# Starts a command that is contained and stays, waits until it runs, and does as it is told. That nobody holds the pipe any
# more says that the checker, its warden and the command are gone.
interrupted_by() {
  rm -f /tmp/held
  mkfifo /tmp/held
  whodunit autopsy --contain --memory 64MiB -- sh -c 'echo started; exec sleep 1000' >/tmp/held 2>&1 </dev/null &
  checker=$!
  exec 4</tmp/held
  read -r line <&4
  read -r warden <"/proc/$checker/task/$checker/children"
  echo "$line"
  groups | grep whodunit-
  "$1"
  timeout 10 cat <&4
  exec 4<&-
}
kill_checker() { kill -9 "$checker"; }
kill_both() { kill -9 "$warden" "$checker"; }

as_root() {
  tell root-doctor whodunit doctor
  tell root-mystery whodunit run mystery001
  # shellcheck disable=SC2086 # a command of several words
  tell root-hog $hog
  tell root-foreign-hog whodunit autopsy --json --memory 64MiB -- memory_hog
  tell root-child-hog whodunit autopsy --json --contain --memory 64MiB -- sh -c 'memory_hog; exit 3'
  tell root-suicide-after-hog whodunit autopsy --json --contain --memory 64MiB -- sh -c 'memory_hog; kill -9 $$'
  tell root-crowd whodunit run mystery900
  tell root-granted whodunit run mystery901
  tell groups-after-root groups
  tell checker-killed interrupted_by kill_checker
  tell groups-after-checker-killed groups
  tell both-killed interrupted_by kill_both
  tell next-start whodunit doctor
  tell groups-after-next-start groups
}

without_delegation() {
  tell user-doctor as_user 'whodunit doctor'
  tell user-hog as_user "$hog"
  tell user-crowd as_user 'whodunit run mystery900'
  tell user-granted as_user 'whodunit run mystery901'
}

with_delegation() {
  delegate
  tell groups-delegated groups
  tell delegated-doctor as_delegated_user 'whodunit doctor'
  tell delegated-mystery as_delegated_user 'whodunit run mystery001'
  tell delegated-hog as_delegated_user "$hog"
  tell delegated-crowd as_delegated_user 'whodunit run mystery900'
  tell delegated-granted as_delegated_user 'whodunit run mystery901'
  tell groups-after-delegated groups
}

# A place that can only be used in part: the checker must do with what is left.
with_half_a_delegation() {
  echo -pids >/sys/fs/cgroup/user/cgroup.subtree_control
  tell pidless-crowd as_delegated_user 'whodunit run mystery900'
  chown root /sys/fs/cgroup/user/cgroup.procs # groups can be made there, and nobody moved into them
  tell unjoinable-hog as_delegated_user "$hog"
}

whole_machine() {
  dmesg -c >/tmp/earlier
  tell machine-hog whodunit autopsy --json -- memory_hog
  tell machine-log dmesg
}

tell groups-at-first groups
as_root
without_delegation
with_delegation
with_half_a_delegation
whole_machine
echo 'all scenarios were played'
