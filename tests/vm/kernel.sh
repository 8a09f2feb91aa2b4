# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced: gets the kernel that the guest runs out of the distribution's own package, which is never installed.

apt_options=()

# The newest small kernel: its package depends on the one with the kernel in it, which has its version in its name.
name_package() {
  local name
  for name in linux-image-cloud-amd64 linux-image-virtual; do # Debian's, Ubuntu's
    apt-cache "${apt_options[@]}" depends "$name" 2>/dev/null | sed -n 's/^.*Depends: \(linux-image-[0-9][^ ]*\)$/\1/p'
  done | head -n 1
}

download() { # into the present folder
  local package
  package=$(name_package)
  [[ -n $package ]] || { echo "apt knows no kernel's package" && return 1; }
  timeout 90 apt-get -q "${apt_options[@]}" download "$package"
}

# The machine's package lists may be missing or too old, and an ordinary user may not renew them: these are our own.
use_own_lists() {
  mkdir -p lists/partial archives/partial
  apt_options=(-o "Dir::State::Lists=$PWD/lists" -o "Dir::Cache=$PWD")
  timeout 90 apt-get -q "${apt_options[@]}" update
}

take_kernel() {
  dpkg-deb --fsys-tarfile linux-image-*.deb | tar -xO --wildcards './boot/vmlinuz-*' >vmlinuz.new
  [[ -s vmlinuz.new ]] || { echo "there is no kernel in the package" && return 1; }
  mv vmlinuz.new vmlinuz
}

# get_kernel FOLDER: sets `kernel` to the file, which is kept there for the next time. False where it can't be got; the last
# line of FOLDER/log says why.
get_kernel() {
  mkdir -p "$1" || return
  # shellcheck disable=SC2034 # for whoever sources this
  kernel=$1/vmlinuz
  (
    cd -- "$1" && flock 9 || exit
    [[ -s vmlinuz ]] && exit
    exec >log 2>&1
    { command -v apt-get && command -v dpkg-deb; } || { echo "this is not Debian or Ubuntu" && exit 1; }
    rm -f ./*.deb
    { download || { use_own_lists && download; }; } && take_kernel && rm -rf ./*.deb lists archives ./*cache.bin
  ) 9>"$1/lock"
}
