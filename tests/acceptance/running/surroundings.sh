#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a case asks of its surroundings in case.toml, as a learner meets it.
# shellcheck source-path=SCRIPTDIR disable=SC2016 # what is in single quotes is for the shell that is run
. "$(dirname -- "${BASH_SOURCE[0]}")/shell.sh"
. "$(dirname -- "${BASH_SOURCE[0]}")/made_case.sh"

# can NAME: doctor says that this machine has it; else the test is skipped.
can() {
  whodunit doctor --json | python3 -c '
import json, sys
found = {one["name"]: one for one in json.load(sys.stdin)["permissions"]}[sys.argv[1]]
print(found["remedy"] or "")' "$1" >why
  [ ! -s why ] || [ "$(cat why)" = "" ] || { echo "SKIP: $(cat why)" && exit 0; }
  rm why
}

test_disk_and_inodes_are_what_the_case_says() {
  can namespaces
  printf '#!/bin/sh\nhead -c 1000000 /dev/zero >file\nstat -c %%s file\nrm file\nfor i in $(seq 99); do touch $i || break; done\nls -d [0-9]* | wc -l' |
    make_case mystery900 $'[limits]\ndisk = "256KiB"\ninodes = 32'
  whodunit run 900 >out 2>err </dev/null
  [ "$(tr '\n' ' ' <out)" = "262144 31 " ] || fail "not the limits of the case"
}

test_a_share_of_the_processor_is_kept_to() {
  can cpu_share
  printf '#!/bin/sh\nwhile :; do :; done' | make_case mystery900 $'[limits]\ncpu = "10%%"\nwall = "1s"'
  sed -i 's/%%/%/' "$mysteries/mystery900/case.toml"
  ends 124 whodunit run 900
  user=$({ TIMEFORMAT=%U; time timeout 20 whodunit run 900 >out 2>err; } 2>&1)
  python3 -c 'import sys; assert float(sys.argv[1]) < 0.5, sys.argv' "$user" || fail "it had $user s of 1 s"
}

test_namespaces_are_refused_unless_the_case_is_granted_them() {
  can own_namespaces
  printf '#!/bin/sh\nexec unshare --user --map-root-user --pid --fork sh -c "kill -KILL \\$\\$; echo survived"' |
    tee program | make_case mystery900
  make_case mystery901 $'[grants]\nnamespaces = true' <program
  ends 1 whodunit run 900
  ends 0 whodunit run 901
  [ "$(cat out)" = survived ] || fail "it is not the first of a namespace"
}

test_a_granted_cgroup_can_be_killed() {
  can own_cgroups
  make_case mystery900 $'[grants]\ncgroups = true' <<'EOT'
#!/bin/sh
mkdir "$WHODUNIT_CGROUP/worker"
sleep 1000 & worker=$!
echo $worker >"$WHODUNIT_CGROUP/worker/cgroup.procs"
echo 1 >"$WHODUNIT_CGROUP/worker/cgroup.kill"
wait $worker
EOT
  ends 137 whodunit run 900
}

test_what_lies_beside_a_case_is_seen_wherever_it_is_built() {
  make_case mystery900 <<'EOT'
#!/bin/sh
exec "$0.d/helper"
EOT
  mkdir "$programs/mystery900.d"
  printf '#!/bin/sh\ncat "$(dirname "$0")/words"' >"$programs/mystery900.d/helper"
  echo beside >"$programs/mystery900.d/words"
  chmod 755 "$programs/mystery900.d/helper"
  ends 0 whodunit run 900
  [ "$(cat out)" = beside ] || fail "below /tmp it is not seen"
  chmod 755 "$work"
  setpriv --reuid=65534 --regid=65534 --clear-groups true 2>/dev/null || return 0
  ends 0 setpriv --reuid=65534 --regid=65534 --clear-groups whodunit run 900
  [ "$(cat out)" = beside ] || fail "an ordinary user does not see it"
  homes=$(mktemp -d /var/tmp/whodunit-home-XXXXXX)
  trap 'rm -rf "$work" "$homes"' EXIT
  cp -r "$installation" "$homes"
  chown 65534:65534 "$homes"
  ends 0 "$homes/installation/bin/whodunit" run 900
  [ "$(cat out)" = beside ] || fail "in a closed home it is not seen"
}

test_what_a_machine_cannot_give_is_a_skip_with_its_reason() {
  printf '#!/bin/sh\ntrue' | tee program | make_case mystery900 $'[requires]\nkernel_oom = true'
  make_case mystery901 $'[limits]\ncpu = "5%"' <program
  make_case mystery902 $'[grants]\ncgroups = true' <program
  for case in 900 901 902; do
    as_nobody whodunit run $case >out 2>err </dev/null
    status=$?
    [ $status = 0 ] && { echo "SKIP: a user may do this here" && exit 0; }
    [ $status = 3 ] || fail "$case ended with $status"
    grep -q 'not your fault' err || fail "$case is skipped without its reason"
  done
}

"$1"
