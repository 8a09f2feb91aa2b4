#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# boot.sh CMAKE BUILD-FOLDER: boots a Debian kernel in QEMU with what was just built, lets it run guest/scenarios.sh, and
# leaves what was said there in BUILD-FOLDER/tests/vm/transcript. Nothing is installed on this machine.
set -u
here=${BASH_SOURCE[0]%/*}
. "$here/../lacking.sh"
. "$here/kernel.sh"
cmake=$1
build=$2
place=$build/tests/vm

# Those who read the transcript must know why there is none.
cannot() {
  echo "$*" >"$place/lacking"
  lacking "$@"
}

fail() {
  echo "FAILED: $*"
  exit 1
}

add() { # add FILE PATH-IN-GUEST
  install -D "$1" "$root$2" || fail "cannot copy $1"
}

add_libraries() { # those that the programs need, each where the loader looks for it
  local library
  for library in $(ldd "$@" 2>/dev/null | sed -n 's|^.*\s\(/[^ ]*\) (0x.*$|\1|p' | sort -u); do
    add "$library" "$library"
  done
}

fill_root() {
  mkdir -p "$root"/{bin,dev,proc,run,sys,tmp,home/user,etc} || fail "cannot make a root folder"
  "$cmake" --install "$build" --prefix "$root/usr" --strip >"$place/install.log" || fail "cmake --install ended with $?"
  add "$build/tests/subjects/memory_hog" /usr/bin/memory_hog
  add "$(command -v busybox)" /bin/busybox
  add_libraries "$root"/bin/* "$root"/usr/bin/* "$root"/usr/lib/whodunit/{whodunit-warden,mysteries/*}
  ln -s busybox "$root/bin/sh"
  add "$here/guest/init.sh" /init
  add "$here/guest/scenarios.sh" /scenarios.sh
  add "$here/guest/crowd.sh" /usr/lib/whodunit/mysteries/mystery900
  add "$here/guest/crowd.toml" /usr/share/whodunit/mysteries/mystery900/case.toml
  add "$here/guest/granted.sh" /usr/lib/whodunit/mysteries/mystery901
  add "$here/guest/granted.toml" /usr/share/whodunit/mysteries/mystery901/case.toml
}

pack() {
  (cd "$root" && find . -print0 | cpio --null --create --format=newc --owner=0:0 --quiet) >"$place/initramfs" ||
    fail "cannot pack the root folder"
}

# Always by emulation: /dev/kvm may be there, open and hang. By -icount the guest's clock counts its own instructions:
# however busy this machine is, nothing in there comes too late, as the kernel's test of its timer otherwise does.
boot() {
  timeout --kill-after=5 300 qemu-system-x86_64 -accel tcg -icount shift=1,sleep=off -m 512 -nodefaults \
    -no-user-config -display none -no-reboot -kernel "$kernel" -initrd "$place/initramfs" \
    -append "console=ttyS0 panic=-1 mitigations=off quiet" \
    -serial "file:$place/console" -serial "file:$place/transcript" </dev/null ||
    { tail -n 20 "$place/console"; fail "qemu ended with $?"; }
  grep -qx 'all scenarios were played' "$place/transcript" ||
    { tail -n 20 "$place/console"; fail "the guest did not come to its end"; }
}

mkdir -p "$place" || fail "cannot make $place"
rm -f "$place"/{transcript,console,lacking}
for tool in qemu-system-x86_64:qemu-system-x86 busybox:busybox-static cpio:cpio; do
  command -v "${tool%:*}" >/dev/null || cannot "${tool%:*} is not installed (package ${tool#*:})"
done
[[ $(uname -m) == x86_64 ]] || cannot "there is no guest for $(uname -m)"
get_kernel "$place/kernel" || cannot "the kernel could not be downloaded: $(tail -n 1 "$place/kernel/log")"
root=$(mktemp -d) || fail "cannot make a folder"
trap 'rm -rf -- "$root"' EXIT
chmod 755 "$root" # it becomes the guest's /
fill_root
pack
boot
