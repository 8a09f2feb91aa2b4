#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# author verify as an instructor meets it.
set -u
here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
. "${BASH_SOURCE[0]%/*}/../grading/desk.sh"
command -v clang++ >/dev/null || lacking "clang++, with which cases are proved too"

cp -r "$here/sample/." .
mkdir bin
chmod -R a+rX "$desk"

test_a_proved_case_has_a_line_of_its_own() {
  ends 0 --cases . author verify 900 --runs 1
  shows "ok     mystery900"
  shows "1 of 1 proved"
}

test_a_broken_rule_is_told_with_its_place() {
  sed -i 's/^status = 137/status = 139/' solutions/mystery900/key.toml
  ends 1 --cases . author verify 900 --runs 1
  shows "BROKEN mystery900"
  shows "fate: solutions/mystery900/key.toml:7:1"
  shows "0 of 1 proved"
}

test_a_rule_can_be_waived_with_a_reason() {
  printf 'word %.0s' {1..40} >>solutions/mystery900/explanation.md
  sed -i 's/^\[healed\]/[waive]\nwrap = "it is a table"\n\n&/' solutions/mystery900/key.toml
  ends 0 --cases . author verify 900 --runs 1
  shows "wrap is waived: it is a table"
}

test_an_unknown_rule_cannot_be_waived() {
  sed -i 's/^\[healed\]/[waive]\nwarp = "a slip"\n\n&/' solutions/mystery900/key.toml
  ends 1 --cases . author verify 900 --runs 1
  shows 'did you mean "wrap"?'
}

test_a_waived_rule_needs_words() {
  sed -i 's/^\[healed\]/[waive]\nwrap = ""\n\n&/' solutions/mystery900/key.toml
  ends 1 --cases . author verify 900 --runs 1
  shows "manifest: "
}

test_junit_has_a_failure_for_each_broken_rule() {
  sed -i 's/^status = 137/status = 139/' solutions/mystery900/key.toml
  ends 1 --cases . author verify 900 901 --runs 1 --junit junit.xml
  [[ $(grep -c '<testcase' junit.xml) == 2 && $(grep -c '<failure type="fate"' junit.xml) == 1 ]] || fail "$(cat junit.xml)"
  python3 -c 'import xml.dom.minidom; xml.dom.minidom.parse("junit.xml")' || fail "no XML"
}

test_no_case_named_is_wrong_usage() {
  ends 2 author verify
  ends 2 author verify --all 000
  ends 2 author verfy
  says 'did you mean "verify"?'
  ends 2 author verify 777
}

"$@"
