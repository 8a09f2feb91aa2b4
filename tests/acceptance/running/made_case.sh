# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2154 # sourced after shell.sh
# Cases of a test's own, in an installation of its own below /tmp: make_case NAME [LINES OF case.toml] <PROGRAM
installation=$work/installation
mkdir -p "$installation"/{bin,lib/whodunit,share/whodunit/mysteries,share/whodunit/solutions}
cp "$BUILD/bin/whodunit" "$installation/bin"
cp "$BUILD"/lib/whodunit/whodunit-* "$installation/lib/whodunit"
for case in 000 001 002 003; do
  cp "$BUILD/bin/mystery$case" "$installation/bin"
  cp -r "$BUILD/share/whodunit/mysteries/mystery$case" "$installation/share/whodunit/mysteries"
done
PATH=$installation/bin:$PATH
mysteries=$installation/share/whodunit/mysteries
programs=$installation/bin

make_case() {
  local folder=$mysteries/$1
  mkdir -p "$folder"
  cat >"$programs/$1"
  chmod 755 "$programs/$1"
  cat >"$folder/case.toml" <<TOML
format = 1
title = "A case of the test"
chapter = 0
difficulty = 1
minutes = 1
topics = ["tests"]
objectives = ["Be run"]
briefing = "It is run."
learned = "It was run."
asks = ["ending", "status"]
hints = ["one", "two", "three"]
${2:-}
TOML
}
