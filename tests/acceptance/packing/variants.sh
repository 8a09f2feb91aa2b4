#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Each learner's kit has variants of its own, and a classmate's answer is known for what it is.
set -u
. "${BASH_SOURCE[0]%/*}/../grading/desk.sh"
for tool in strip objdump tar gzip; do command -v "$tool" >/dev/null || lacking "$tool"; done

make_set() { # the first case once more, asking for the article as well
  mkdir -p theirs/{mysteries,solutions,bin}
  cp -r "$SOURCE/mysteries/mystery000" theirs/mysteries/mystery900
  cp -r "$SOURCE/solutions/mystery000" theirs/solutions/mystery900
  cp "$(command -v mystery000)" theirs/bin/mystery900
  sed -i 's/^asks = .*/asks = ["signal", "where"]/' theirs/mysteries/mystery900/case.toml
  export WHODUNIT_PATH=theirs
}
article_of() { # article_of LEARNER: found by asking, as nobody without the secret can
  local article
  for article in catalogue guidebook timetable directory newspaper; do
    who diagnose 900 --learner "$1" --secret secret --set signal=8 --set where=$article
    [[ $status == 0 ]] && echo "$article" && return
  done
  fail "no article is $1's"
}

test_an_answer_of_another_variant_is_named() {
  make_set
  ends 0 diagnose 900 --set signal=8 --set where=catalogue
  local -r ada=$(article_of ada)
  local mate=''
  for article in catalogue guidebook; do [[ $article == "$ada" ]] || mate=$article; done
  ends 1 diagnose 900 --learner ada --secret secret --set signal=8 --set where="$mate"
  shows "This is the answer of another variant (ARTICLE ="
  shows "$mate"
  ends 1 diagnose 900 --learner ada --secret secret --set signal=8 --set where=eraser
  [[ $out != *"another variant"* ]] || fail "nobody has that"
  mkdir answers
  printf 'signal = "SIGFPE"\nwhere = "%s"\n' "$mate" >answers/900.toml
  ends 1 check --learner ada --secret secret
  shows "another variant"
  [[ ! -e $WHODUNIT_STATE/journal.jsonl || $(grep -c attempted "$WHODUNIT_STATE/journal.jsonl") == 0 ]] ||
    fail "another's answers are in the journal"
}

test_learners_have_different_variants_and_always_the_same() {
  make_set
  local seen=''
  for learner in a b c d e f; do seen+="$(article_of $learner) "; done
  [[ $(tr ' ' '\n' <<<"$seen" | sort -u | grep -c .) -gt 1 ]] || fail "all have $seen"
  [[ $(article_of a) == "${seen%% *}" ]] || fail "a's has changed"
  [[ $(stat -c %a secret) == 600 ]] || fail "others may read the secret"
}

test_a_learners_kit_has_the_variant() {
  for tool in cmake ninja; do command -v "$tool" >/dev/null || lacking "$tool, to build a variant"; done
  make_set
  local learner=a
  for learner in a b c d e f; do [[ $(article_of $learner) == catalogue ]] || break; done
  local -r article=$(article_of $learner)
  ends 0 author pack --cases 900 --learner $learner --secret secret kit.tar.gz
  ends 0 author pack --cases 900 --learner $learner --secret secret again.tar.gz
  cmp kit.tar.gz again.tar.gz || fail "the kit is another one each time"
  tar -xf kit.tar.gz
  grep -qF "$article" whodunit-kit/bin/mystery900 || fail "the program has not got $article"
  ! grep -qF catalogue whodunit-kit/bin/mystery900 || fail "the program is the plain one"
  unset WHODUNIT_PATH
  PATH=$PWD/whodunit-kit/bin:$PATH
  ends 1 diagnose 900 --set signal=8 --set where=catalogue
  ends 0 diagnose 900 --set signal=8 --set where="$article"
  ends 0 solution 900
  shows "$article"
  [[ $out != *catalogue* ]] || fail "the explanation is of the plain case"
}

"$1"
