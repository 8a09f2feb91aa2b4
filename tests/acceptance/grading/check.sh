#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
set -u
. "${BASH_SOURCE[0]%/*}/desk.sh"

test_a_missing_or_empty_folder_is_two_with_a_hint() {
  ends 2 check
  says 'answers: cannot be read'
  says 'answers/mystery000.toml'
  mkdir answers
  ends 2 check
  says 'no file ends in .toml'
  echo >file
  ends 2 check file
  says 'is a file, not a folder'
}

test_all_right_is_zero() {
  mkdir answers
  right_000 >answers/000.toml
  { echo 'case = "mystery002"'; printf 'agent = "self"\ncause = "sig.kill"\n'; } >answers/second.toml
  echo garbage >answers/notes.txt
  echo garbage >answers/.000.toml
  ends 0 check
  shows '2 solved, 0 not solved, 0 bad'
}

test_an_unsolved_one_is_one() {
  mkdir mine
  right_000 >mine/000.toml
  echo 'agent = "kernel"' >mine/002.toml
  ends 1 check mine
  shows '1 solved, 1 not solved'
}

test_a_bad_file_among_ten_does_not_stop_the_others() {
  mkdir answers
  for i in 1 2 3 4 5 6 7 8 9; do
    { echo 'case = "000"'; right_000; } >"answers/$i.toml"
  done
  head -c 64 /dev/zero >answers/5a.toml
  ends 2 check
  shows '9 solved, 0 not solved, 1 bad'
  says 'answers/5a.toml'
  ends 2 check --json
  json 'o["schema"], len(o["grades"]), [e["file"] for e in o["errors"]]' "whodunit.check/1 9 ['answers/5a.toml']"
  json '[g["file"] for g in o["grades"]] == sorted(g["file"] for g in o["grades"])' True
}

test_a_file_that_names_no_case_says_how_to() {
  mkdir answers
  right_000 >answers/mine.toml
  ends 2 check
  says 'answers/mine.toml: there is no case "mine"'
  says 'name the file like its case'
}

test_a_warden_that_is_not_there_is_three() {
  mkdir -p answers prefix/bin prefix/lib/whodunit prefix/share
  cp "$(command -v whodunit)" "$(command -v mystery000)" prefix/bin
  cp -r "$LIB/../../share/whodunit" prefix/share/
  right_000 >answers/000.toml
  PATH=$PWD/prefix/bin:$PATH ends 3 check
  says 'answers/000.toml'
  shows '1 that this machine cannot grade'
}

"$1"
