#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
set -u
. "${BASH_SOURCE[0]%/*}/../grading/desk.sh"
for tool in strip objdump tar gzip; do command -v "$tool" >/dev/null || lacking "$tool"; done

pack() { ends 0 author pack --secret secret "$@" kit.tar.gz; }

plain_user() { # plain_user COMMAND…: with nothing but a home, and without any right
  local as=()
  [[ $EUID == 0 ]] && as=(setpriv --reuid 65534 --regid 65534 --clear-groups --inh-caps=-all --bounding-set=-all)
  "${as[@]}" env -i HOME="$home" PATH="$home/whodunit-kit/bin:/usr/bin:/bin" "$@" </dev/null
}
settle_in() { # unpacks the kit into the home of somebody else
  home=$desk/home
  mkdir "$home"
  tar -C "$home" -xf kit.tar.gz
  chmod 755 "$desk"
  [[ $EUID != 0 ]] || chown -R 65534:65534 "$home"
}
learner() { # learner STATUS ARGUMENTS: in the kit
  local -r expected=$1
  shift
  plain_user whodunit "$@" >"$desk/out" 2>"$desk/err"
  status=$?
  out=$(<"$desk/out")
  err=$(<"$desk/err")
  [[ $status == "$expected" ]] || fail "in the kit, whodunit $*: status $status, not $expected"
}

test_a_plain_user_plays_it_without_compiler_and_rights() {
  pack --cases 000,2,003
  settle_in
  learner 0 list
  shows 'The price list'
  learner 0 hint 000
  plain_user whodunit run 000 >/dev/null 2>&1
  [[ $? == 136 ]] || fail "run 000 in the kit"
  learner 1 solution 000
  says 'nothing else opens it'
  learner 1 solution 000 --give-up
  learner 1 diagnose 000 --set status=8 --set signal=SIGSEGV
  shows 'You are on the track'
  shows 'For that one your shell says'
  [[ $out != *SIGFPE* && $out != *136* ]] || fail "the reasons give it away"
  learner 1 diagnose 003 --set ending=exited --set agent=none --set cause=code.handler
  shows 'half'
  learner 0 diagnose 000 --set status=136 --set signal=SIGFPE
  shows '136 - 128 = 8'
  learner 0 solution 000
  shows '# The price list'
  learner 0 diagnose 2 --set agent=self --set cause=sig.kill
  learner 0 autopsy 000
  says SIGFPE
}

test_it_grades_like_the_plain_key() {
  pack --cases 000,001,002,003
  settle_in
  local answers
  while read -r answers; do
    # shellcheck disable=SC2086 # words are what is wanted
    set -- $answers
    local name=$1 set=()
    shift
    for one; do set+=(--set "$one"); done
    who diagnose "$name" --json "${set[@]}"
    local plain=$out plain_status=$status
    learner "$plain_status" diagnose "$name" --json "${set[@]}"
    [[ $out == "$plain" ]] || fail "$answers: not as the plain key grades it: $plain"
  done <<'END'
000 status=136 signal=8
000 status=139 signal=136
000 status=0 signal=none
002 agent=kernel cause=res.memory
002 agent=stranger cause=sig.timer
003 ending=killed agent=self cause=sig.kill
003 ending=killed agent=kernel cause=res.memory
003 ending=exited agent=self cause=code.truncated
003 ending=exited agent=none cause=res.cpu
END
}

test_no_key_no_source_and_no_debug_section_is_in_it() {
  pack
  mkdir kit
  tar -C kit -xf kit.tar.gz
  local found
  found=$(find kit -name '*.cpp' -o -name 'key.toml' -o -name '*.md' -path '*solutions*')
  [[ -z $found ]] || fail "it holds $found"
  found=$(grep -rlE 'SIGFPE|arith\.div-zero|misconception' kit/whodunit-kit/share/whodunit/solutions)
  [[ -z $found ]] || fail "in the clear: $found"
  for program in kit/whodunit-kit/bin/* kit/whodunit-kit/lib/whodunit/whodunit-warden; do
    [[ -f $program ]] || continue
    ! objdump -h "$program" 2>/dev/null | grep -q ' \.debug_' || fail "$program has debug sections"
  done
  nm kit/whodunit-kit/bin/mystery000 | grep -q cents_per_piece || fail "the function symbols are gone"
  ! grep -q '^\[build\]\|^\[parameters\]\|^#' kit/whodunit-kit/share/whodunit/mysteries/*/case.toml ||
    fail "too much of a case"
  ! grep -rqF "$(tr -d '\n' <secret)" kit || fail "the course's secret is in it"
}

test_the_same_input_gives_the_same_bytes() {
  ends 0 author pack --cases 0,1 --secret secret one.tar.gz
  umask 077
  ends 0 author pack --cases 1,0 --secret secret two.tar.gz
  cmp one.tar.gz two.tar.gz || fail "not the same"
  ends 0 author pack --cases 0,1 --secret other three.tar.gz
  ! cmp -s one.tar.gz three.tar.gz || fail "the secret makes no difference"
}

test_its_programs_need_no_newer_libraries_than_those_of_2021() {
  pack
  mkdir kit
  tar -C kit -xf kit.tar.gz
  for program in kit/whodunit-kit/bin/mystery*; do
    [[ -f $program ]] || continue
    local newest
    newest=$(objdump -T "$program" 2>/dev/null | grep -oE 'GLIBC_[0-9.]+' | sort -uV | tail -1)
    [[ -z $newest || $(printf '%s\nGLIBC_2.34\n' "$newest" | sort -V | tail -1) == GLIBC_2.34 ]] || fail "$program needs $newest"
  done
  for program in whodunit ../lib/whodunit/whodunit-warden; do
    ! objdump -p "kit/whodunit-kit/bin/$program" | grep -q NEEDED || lacking "static programs (this build has shared ones)"
  done
}

test_a_kit_is_a_set_for_whoever_has_whodunit() {
  pack --cases 000
  mkdir kit
  tar -C kit -xf kit.tar.gz
  ends 2 --cases kit/whodunit-kit list
  says 'there is a mystery000 in another set'
  mv kit/whodunit-kit/share/whodunit/mysteries/mystery{000,900}
  mv kit/whodunit-kit/share/whodunit/solutions/mystery{000,900}
  mv kit/whodunit-kit/bin/mystery{000,900}
  ends 0 --cases kit/whodunit-kit diagnose 900 --set status=136 --set signal=8
  sed -i 's/^format = 1/format = 2/' kit/whodunit-kit/share/whodunit/set.toml
  ends 2 --cases kit/whodunit-kit list
  says 'made for a newer whodunit'
}

test_a_kit_that_was_touched_says_so() {
  pack --cases 000
  settle_in
  local -r seal=$home/whodunit-kit/share/whodunit/solutions/mystery000/seal.toml
  sed -i 's/^solution = "..../solution = "AAAA/' "$seal"
  learner 0 diagnose 000 --set status=136 --set signal=8
  says 'is damaged: unpack the kit once more'
  sed -i 's/^solution = .*/solution = "?"/' "$seal"
  learner 2 diagnose 000 --set status=136 --set signal=8
  says 'seal.toml:4:12: is no sealed text'
}

test_what_cannot_be_packed_is_refused() {
  ends 2 author pack --cases 777 kit.tar.gz
  ends 2 author pack --chapter 98 kit.tar.gz
  ends 2 author pack --cases 0 --chapter 0 kit.tar.gz
  ends 2 author pack
  ends 2 author pakc
  ends 2 author pack --cases 0 --secret secret nowhere/kit.tar.gz
  [[ -z $(find . -name '*.partial') ]] || fail "a partial kit is left"
}

"$1"
