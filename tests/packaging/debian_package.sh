#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# debian_package.sh CPACK BUILD-FOLDER SOURCE-FOLDER: packs, reads the package's facts, unpacks it into a fresh root.
set -u
. "${BASH_SOURCE[0]%/*}/works.sh"
. "${BASH_SOURCE[0]%/*}/../lacking.sh"
command -v dpkg-shlibdeps >/dev/null || lacking "dpkg-shlibdeps is not installed (package dpkg-dev)"
place=$(mktemp -d)
trap 'rm -rf -- "$place"' EXIT
(cd -- "$2" && "$1" -G DEB -B "$place") >"$place/log" 2>&1 || { cat "$place/log"; fail "cpack ended with $?"; }
package=$(echo "$place"/whodunit_*.deb)
contents=$(dpkg-deb --contents "$package")
grep -qvE ' \./(usr/.*)?$' <<<"$contents" && fail "something lies outside /usr: $contents"
for source in "$3"/mysteries/*/case.toml; do
  name=$(basename "${source%/*}")
  grep -q " ./usr/lib/whodunit/mysteries/$name$" <<<"$contents" || fail "$name is not in the package"
done
grep -qE '\./usr/include|\.a$|CMakeLists' <<<"$contents" && fail "the package has what only a developer needs: $contents"
[[ $(dpkg-deb --field "$package" Depends) == *libc6* ]] || fail "the package does not depend on its libraries"
dpkg-deb -x "$package" "$place/root" || fail "dpkg-deb -x ended with $?"
works "$place/root/usr"
