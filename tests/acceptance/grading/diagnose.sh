#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
set -u
. "${BASH_SOURCE[0]%/*}/desk.sh"

test_the_right_diagnosis_of_each_case_solves_it() {
  ends 0 diagnose 000 --set status=136 --set signal=SIGFPE
  shows "mystery000 is solved"
  shows "136 - 128 = 8"
  ends 0 diagnose 1 --set status=137 --set sig=9 --set killer=kernel
  ends 0 diagnose mystery002 --set agent=self --set cause=sig.kill
  ends 0 diagnose 003 --set ending=exited --set agent=self --set cause=code.imitation
}

test_a_wrong_answer_is_one_with_its_reason() {
  ends 1 diagnose 000 --set status=136 --set signal=136
  shows "136 is the shell's 128 + 8: what is signal 8?"
  [[ $out != *SIGFPE* ]] || fail "the reason gives the answer away"
}

test_what_was_left_out_is_named_and_what_was_not_asked_left_aside() {
  ends 1 diagnose 000 --set status=136 --set blast=session
  shows "not answered yet: Which signal?"
  shows "does not ask for it"
}

test_a_file_is_graded_and_settings_go_over_it() {
  right_000 >mine.toml
  ends 0 diagnose 000 mine.toml
  ends 1 diagnose 000 mine.toml --set status=139
}

test_a_file_of_another_case_is_not_graded_as_this_one() {
  { echo 'case = "1"'; right_000; } >mine.toml
  ends 2 diagnose 000 mine.toml
  says "is a diagnosis of mystery001, not of mystery000"
  { echo 'case = "777"'; right_000; } >mine.toml
  ends 2 diagnose 000 mine.toml
  says 'mine.toml: there is no case "777"'
}

test_json_is_one_object_and_nothing_else() {
  ends 1 diagnose 000 --json --set status=136 --set agent=kernel
  [[ -z $err ]] || fail "stderr is not empty"
  json 'o["schema"], o["case"], o["solved"], o["score"]' "whodunit.grade/1 mystery000 False 0.5"
  json '[(f["field"], f["given"], f["verdict"]) for f in o["fields"]]' \
    "[('status', '136', 'right'), ('signal', None, 'unanswered'), ('agent', 'kernel', 'not-asked')]"
}

test_bad_input_is_two_with_its_place() {
  printf 'status = 136\nsignl = "SIGFPE"\n' >slip.toml
  ends 2 diagnose 000 slip.toml
  says 'slip.toml:2:1: unknown field "signl"; did you mean "signal"?'
  printf 'status = 300\n' >range.toml
  ends 2 diagnose 000 range.toml
  says 'range.toml:1:10: '
  : >empty.toml
  ends 2 diagnose 000 empty.toml
  says 'empty.toml: is empty'
  head -c 1000 /dev/zero >binary.toml
  ends 2 diagnose 000 binary.toml
  says 'is a binary file'
  truncate -s 100M large.toml
  ends 2 diagnose 000 large.toml
  says 'MiB large'
  mkdir folder.toml
  ends 2 diagnose 000 folder.toml
  says 'is a directory, not a file'
  mkfifo fifo.toml
  ends 2 diagnose 000 fifo.toml
  ends 2 diagnose 000 nothing.toml
  ends 2 diagnose 777 --set status=1
  says 'there is no case "777"'
  ends 2 diagnose 000 --set signl=8
  ends 2 diagnose 000 slip.toml --set blast=x
  says 'slip.toml:2:1'
  says '--set: '
  ends 2 diagnose 000 --sett signal=8
  ends 2 diagnose
}

test_a_bom_and_crlf_are_fine() {
  printf '\xef\xbb\xbfstatus = 136\r\nsignal = "SIGFPE"\r\n' >windows.toml
  ends 0 diagnose 000 windows.toml
}

test_escape_sequences_never_reach_the_terminal() {
  printf 'status = "\\u001b[31mred"\n"\\u001b[2J" = 1\n' >evil.toml
  ends 2 diagnose 000 evil.toml
  [[ $err != *$'\x1b'* ]] || fail "an escape sequence came through"
}

test_an_unchanged_case_is_not_run_again() {
  ends 0 diagnose 000 --set status=136 --set signal=8
  local -r kept=$WHODUNIT_STATE/fates/mystery000.cbor
  local -r first=$(stat -c %i "$kept")
  ends 0 diagnose 000 --set status=136 --set signal=8
  [[ $(stat -c %i "$kept") == "$first" ]] || fail "it was run again"
  ends 0 diagnose 000 --rerun --set status=136 --set signal=8
  [[ $(stat -c %i "$kept") != "$first" ]] || fail "--rerun did not run it"
  echo junk >"$kept"
  ends 0 diagnose 000 --set status=136 --set signal=8
  [[ $(wc -c <"$kept") -gt 100 ]] || fail "the damaged fate was not replaced"
}

test_a_solved_case_is_remembered() {
  ends 0 diagnose 000 --set status=136 --set signal=8
  grep -q mystery000 "$WHODUNIT_STATE/journal.jsonl" || fail "the journal does not know"
}

test_a_state_folder_that_cannot_be_is_no_reason_not_to_grade() {
  echo >"$desk/file"
  WHODUNIT_STATE=$desk/file/state ends 0 diagnose 000 --set status=136 --set signal=8
  says "not remembered"
}

"$1"
