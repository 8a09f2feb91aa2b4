#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# author new and author autopsy as an instructor meets them.
set -u
here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
. "${BASH_SOURCE[0]%/*}/../grading/desk.sh"

mkdir -p mysteries solutions bin
chmod -R a+rX "$desk" # a user without privileges runs them too
whole() { # whole CASE: as it is, it can be built and proved
  command -v clang++ >/dev/null || lacking "clang++, with which cases are proved too"
  chmod -R a+rX "$desk"
  ends 0 --cases . author verify --runs 6 "$1"
}
template() { # template NAME: a case made from it is proved as it is
  ends 0 --cases . author new 950 --template "$1"
  ! grep -rl '@NAME@\|@TITLE@' mysteries solutions || fail "a placeholder is left"
  whole 950
}
nothing_new() { [[ -z $(find mysteries solutions -mindepth 1) ]] || fail "something was made: $(find mysteries solutions)"; }

test_template_exit_code() { template exit-code; }
test_template_fault() { template fault; }
test_template_hang() { template hang; }
test_template_limit() { template limit; }
test_template_memory() { template memory; }
test_template_processes() { template processes; }
test_template_script() { template script; }
test_template_service() { template service; }
test_template_signal() { template signal; }
test_template_terminal() { template terminal; }

test_every_template_is_tried() {
  ends 0 author new --list
  local name
  while read -r name _; do
    grep -q "{ template $name; }" "$here/new.sh" || fail "nothing tries the template $name"
  done <<<"$out"
  [[ $(wc -l <<<"$out") == 10 ]] || fail "there are not ten templates"
}

test_the_title_is_the_given_one() {
  ends 0 --cases . author new mystery951 --title 'A "quoted" tide'
  grep -qx 'title = "A \\"quoted\\" tide"' mysteries/mystery951/case.toml || fail "$(cat mysteries/mystery951/case.toml)"
  grep -qx '# A "quoted" tide' solutions/mystery951/explanation.md || fail "$(cat solutions/mystery951/explanation.md)"
}

test_without_a_name_it_takes_the_next_number() {
  ends 0 --cases . author new 960
  ends 0 --cases . author new
  [[ -f mysteries/mystery961/case.toml && -f solutions/mystery961/key.toml ]] || fail "no 961"
}

test_a_case_is_copied_under_the_new_name() {
  ends 0 --cases . author new 952 --from 062
  shows "explanation of its own"
  grep -q 'mystery952.d' mysteries/mystery952/main.sh || fail "the script looks elsewhere"
  [[ -x mysteries/mystery952/main.sh ]] || fail "the script's mode is lost"
  ! grep -rq 'mystery062' mysteries/mystery952 || fail "the old name is left"
  ! grep -qx 'title = "The new stamping machine"' mysteries/mystery952/case.toml || fail "the title is taken"
  cmp -s mysteries/mystery952/stamp "$(whodunit_share)/mysteries/mystery062/stamp" || fail "a binary file was rewritten"
}
whodunit_share() { echo "$LIB/../../share/whodunit"; }

test_nothing_is_overwritten() {
  ends 0 --cases . author new 953
  echo mine >mysteries/mystery953/main.cpp
  ends 2 --cases . author new 953 --template signal
  says "is there already"
  [[ $(<mysteries/mystery953/main.cpp) == mine ]] || fail "it was overwritten"
  mkdir solutions/mystery954
  ends 2 --cases . author new 954
  [[ ! -e mysteries/mystery954 ]] || fail "half a case"
  ends 2 --cases . author new 000
}

test_bad_names_are_refused() {
  for name in mystery1234 ../x 12a mystery; do
    ends 2 --cases . author new "$name"
    says "mystery000 to mystery999"
  done
  ends 2 --cases . author new 955 --template signl
  says 'did you mean "signal"?'
  ends 2 --cases . author new 955 --from 777
  ends 2 --cases . author new 955 --title $'two\nlines'
  nothing_new
}

test_a_set_that_cannot_be_written_to_is_left_alone() {
  rmdir solutions && echo "no folder" >solutions
  ends 3 --cases . author new 956
  says solutions
  [[ -z $(ls -A mysteries) ]] || fail "half a case: $(ls -A mysteries)"
}

test_autopsy_fills_the_key() {
  ends 0 --cases . author new 957
  local -r key=solutions/mystery957/key.toml
  cp "$key" before
  sed -i 's/^status = 139/status = 1 # measured/; s/^signal = .*/signal = "SIGABRT"/; s/^remedy = "fix-code"/remedy = "isolate"/' "$key"
  cp "$key" wrong
  ends 0 --cases . author autopsy 957 --dry-run
  shows "- status = 1 # measured"
  shows "+ status = 139 # measured"
  cmp -s "$key" wrong || fail "--dry-run wrote"
  ends 0 --cases . author autopsy 957
  diff <(sed 's/ # measured//; s/"isolate"/"fix-code"/' "$key") before >"$desk/diff" || fail "$(cat "$desk/diff")"
  ends 0 --cases . author autopsy 957
  shows "says so already"
  [[ $(ls -A solutions/mystery957) == $'explanation.md\nkey.toml\nmain.cpp' ]] || fail "a draft is left"
}

test_autopsy_says_what_is_inferred() {
  ends 0 --cases . author new 958 --template processes
  sed -i 's/^report = .*/report = "lost"/' solutions/mystery958/key.toml
  ends 0 --cases . author autopsy 958
  grep -Eqx 'report = "remapped"( # inferred)?' solutions/mystery958/key.toml || fail "$(cat solutions/mystery958/key.toml)"
}

test_autopsy_of_what_cannot_be_built_shows_why() {
  ends 0 --cases . author new 959
  echo 'int main(' >>mysteries/mystery959/main.cpp
  ends 3 --cases . author autopsy 959
  says "main.cpp"
}

"$@"
