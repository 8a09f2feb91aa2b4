#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# One case for each rule that breaks it, and verification catches it by the rule's name.
set -u
here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
. "${BASH_SOURCE[0]%/*}/../grading/desk.sh"
command -v clang++ >/dev/null || lacking "clang++, with which cases are proved too"
command -v python3 >/dev/null || lacking "python3, to read JSON"

cp -r "$here/sample/." .
mkdir bin
chmod -R a+rX "$desk" # a user without privileges runs them too
case=mysteries/mystery900/case.toml
key=solutions/mystery900/key.toml
source=mysteries/mystery900/main.cpp

verify() { # verify RUNS CASE…
  local -r runs=$1
  shift
  who --cases . author verify --json --runs "$runs" "$@"
}
# broken RULE RUNS [CASE…]: 900, or these, break this rule, whatever else they break.
broken() {
  local -r rule=$1 runs=$2
  shift 2
  verify "$runs" "${@:-900}"
  [[ $status == 1 ]] || fail "status $status, not 1"
  json "'$rule' in [f['rule'] for c in o['cases'] for f in c['findings']]" True
}
truth() { sed -i "s|^$1 = .*|$1 = $2|" "$key"; }
ends_with() { # ends_with STATEMENT: what go_home does
  sed -i "s|^  kill(getpid(), SIGKILL);|  $1|" "$source"
}

test_nothing_is_found_of_sound_cases() {
  verify 6 900 901
  [[ $status == 0 ]] || fail "status $status, not 0"
  json "[c['findings'] for c in o['cases']]" "[[], []]"
}

test_every_rule_has_a_broken_case() {
  ends 0 author rules --json
  local rule
  for rule in $(python3 -c 'import json, sys; print(*[r["rule"] for r in json.load(sys.stdin)["rules"]])' <<<"$out"); do
    grep -Eq "(^| )broken $rule " "$here/broken.sh" || fail "no case breaks $rule"
  done
}

test_manifest() {
  sed -i 's/^difficulty/dificulty/' $case
  broken manifest 1
  json "[(f['file'], f['line'], f['column']) for f in o['cases'][0]['findings'] if 'dificulty' in f['problem']]" \
    "[('mysteries/mystery900/case.toml', 6, 1)]"
  json "[f['advice'] for f in o['cases'][0]['findings'] if 'dificulty' in f['problem']]" "['did you mean \"difficulty\"?']"
}
test_missing_file() {
  rm solutions/mystery900/explanation.md && broken missing-file 1
}
test_stray_file() {
  touch mysteries/mystery900/notes.txt && broken stray-file 1
}
test_unique() {
  sed -i 's/^title.*/title = "The second till"/' $case && broken unique 1 900 901
}
test_unique_explanations() {
  cp solutions/mystery90{0,1}/explanation.md
  for i in 0 1; do
    printf 'Somebody copies a long text and changes hardly anything in it, which nobody should have to read twice.\n' \
      >>"solutions/mystery90$i/explanation.md"
  done
  broken unique 1 900 901
}
test_course() {
  printf 'format = 1\n[[chapter]]\nnumber = 3\ntitle = "Three"\n' >mysteries/course.toml && broken course 1
}
test_course_cycle() {
  printf 'format = 1\n[[chapter]]\nnumber = 0\ntitle = "A"\nafter = [1]\n[[chapter]]\nnumber = 1\ntitle = "B"\nafter = [0]\n' \
    >mysteries/course.toml
  broken course 1
  json "[(f['file'], f['line']) for f in o['cases'][0]['findings']]" "[('mysteries/course.toml', 6)]"
}
test_hints() {
  sed -i 's/^  "Letters are calls.*/  "It takes a letter to be ended so, and somebody writes it.",/' $case && broken hints 1
}
test_explanation() {
  sed -i '/^## In real life/d' solutions/mystery900/explanation.md && broken explanation 1
}
test_choices() {
  sed -i 's/cause = \["sig.kill"/cause = ["sig.pipe"/' $case && broken choices 1
}
test_gives_away() {
  sed -i 's/^A till adds/A till (sig.kill) adds/' $case && broken gives-away 1
}
test_symbols() {
  sed -i 's/go_home/crash/' $source && broken symbols 1
}
test_kit() {
  echo '// strace ends with a call of kill that the till makes to itself.' >>$source && broken kit 1
}
test_full_marks() {
  sed -i 's/^asks.*/asks = ["agent", "cause", "where"]/' $case && broken full-marks 1
}
test_misconceptions() {
  sed -i 's/when = { cause = "res.cpu" }/when = { status = 1 }/' $key && broken misconceptions 1
}
test_reasons() {
  sed -i 's/^asks.*/asks = ["agent", "cause", "where"]/' $case
  sed -i 's/^remedy.*/&\nwhere = "go_home"/' $key
  broken reasons 1
}
test_contrast() {
  sed -i 's/^set = .*/set = "136"/' $case mysteries/mystery901/case.toml && sed -i 's/status = 137/status = 136/' $key && broken contrast 1
}
test_contrast_by_reasons() {
  sed -i 's/when = { cause = "sig.kill" }/when = { agent = "child" }/' solutions/mystery901/key.toml && broken contrast 1 901
}
test_guessing() {
  cp -r mysteries/mystery90{1,2} && cp -r solutions/mystery90{1,2}
  sed -i 's/^title.*/title = "The third till"/' mysteries/mystery902/case.toml
  broken guessing 1 901 902
}
test_wrap() {
  printf 'word %.0s' {1..40} >>solutions/mystery900/explanation.md && broken wrap 1
}
test_links() {
  echo 'See mystery999 and [the shop](shop.md), kill(2).' >>solutions/mystery900/explanation.md && broken links 1
}
test_builds() {
  echo 'int main(' >>$source && broken builds 1
}
test_fate() { # g++ compiles 1 / x to a comparison, which traps on nothing
  ends_with 'int till = 0; int const share = 1 / till; (void)share;'
  truth status 136 && truth signal '"SIGFPE"' && truth cause '"arith.div-zero"' && truth agent '"cpu"' && truth core '"yes"'
  broken fate 1
  json "'key.toml' in [f for f in o['cases'][0]['findings'] if f['rule'] == 'fate'][0]['file']" True
}
test_steady() {
  sed -i 's/^#include <csignal>/&\n#include <random>/' $source
  ends_with 'if (std::random_device{}() % 2 == 0) kill(getpid(), SIGKILL);'
  broken steady 20
}
test_compilers() { # … and clang++ to a division
  ends_with 'int till = 0; int const share = 1 / till; _exit(137 + 0 * share);'
  truth ending '"exited"' && truth signal '"none"' && truth core '"n/a"' && truth cause '"code.imitation"'
  broken compilers 1
}
test_levels() {
  sed -i 's/^\[choices\]/[build]\nlevels = ["-O0", "-O2"]\n\n&/' $case
  sed -i 's/^  kill(getpid(), SIGKILL);/#ifndef __OPTIMIZE__\n&\n#endif/' $source
  broken levels 1
}
test_variants() {
  printf '\n[parameters]\nLETTER = [9, 15]\n' >>$case
  ends_with 'kill(getpid(), LETTER);'
  broken variants 1
}
test_untraced() {
  sed -i 's/^#include <csignal>/&\n#include <fstream>\n#include <string>/' $source
  ends_with 'std::ifstream status("/proc/self/status"); for (std::string word; status >> word;) if (word == "TracerPid:" \&\& status >> word \&\& word != "0") kill(getpid(), SIGKILL);'
  broken untraced 1
}
test_plain_user() {
  [[ $EUID == 0 ]] || lacking "root, to become somebody else"
  sed -i 's/^#include <csignal>/&\n#include <fstream>/' $source
  ends_with 'std::ifstream map("/proc/self/uid_map"); long inside = 0, outside = 0; map >> inside >> outside; if (outside != 65534) kill(getpid(), SIGKILL);'
  broken plain-user 1
}
test_autopsy() {
  ends_with 'int volatile* drawer = nullptr; *drawer = 1;'
  truth status 139 && truth signal '"SIGSEGV"' && truth cause '"mem.wild"' && truth agent '"cpu"' && truth core '"yes"'
  broken autopsy 1
}
test_healed_fate() {
  cp $source solutions/mystery900/main.cpp && sed -i 's/^prints.*/prints = ["taken"]/' $key && broken healed-fate 1
}
test_healed_job() {
  sed -i 's/^prints.*/prints = ["good morning"]/' $key && broken healed-job 1
}
test_within_limits() {
  printf '\n[limits]\noutput = "8B"\n' >>$case && broken within-limits 1
}
test_leaves_nothing() { # containment refuses that, but for the tier that has no namespaces
  [[ $EUID == 0 ]] || lacking "root, to become somebody else"
  sed -i 's/^#include <csignal>/&\n#include <filesystem>\n#include <fstream>/' $source
  ends_with 'std::ofstream(std::filesystem::read_symlink("/proc/self/exe").string() + ".d/left") << 1; kill(getpid(), SIGKILL);'
  chmod -R a+rwX "$desk"
  out=$(XDG_CACHE_HOME=$desk/cache HOME=$desk WHODUNIT_TIER=bare WHODUNIT_TIER_PROGRAM=$(command -v whodunit) \
    "$LIB/../../tests/as_tier" --cases . author verify --json --runs 1 900 2>"$desk/err" </dev/null)
  err=$(<"$desk/err")
  json "'leaves-nothing' in [f['rule'] for f in o['cases'][0]['findings']]" True
} # broken leaves-nothing 1

"$@"
