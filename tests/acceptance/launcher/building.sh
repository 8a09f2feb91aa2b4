#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2119 # most launches have no arguments
set -u
. "${BASH_SOURCE[0]%/*}/clone.sh"

edit() { sed -i "s/first edition/second edition/" "$clone/checker/main.cpp"; }

watch_compiler() { # notes compilations of main.cpp; where $place/hold is, one tells its pid and waits for $place/release
  mkfifo "$place/started" "$place/release"
  export CMAKE_CXX_COMPILER_LAUNCHER=$place/fakes/watched
  fake watched <<END
[[ \$* == *main.cpp* ]] || exec "\$@"
echo compiled >>"$place/compilations"
"\$@" || exit
[[ -e "$place/hold" ]] || exit 0
echo \$\$ >"$place/started"
read -r _ <"$place/release"
END
}

test_arguments_directory_and_status_are_the_programs() {
  cd / || exit
  launch fail 'two words' '' '*'
  expect status 7 "$status"
  expect stdout $'first edition\n[fail]\n[two words]\n[]\n[*]' "$out"
  expect_in "the first build" "building" "$err"
  launch
  expect "stderr of a second call" "" "$err"
  expect directory / "$PWD"
}

test_a_second_call_starts_neither_cmake_nor_dpkg() {
  launch
  for tool in cmake ninja dpkg-query git; do
    fake "$tool" <<<"echo $tool >>'$calls'; exit 1"
  done
  PATH=$place/fakes:$PATH launch
  expect stdout "first edition" "$out"
  expect "tools that were started" "" "$(<"$calls")"
}

test_an_edit_is_built() {
  launch
  edit
  launch
  expect stdout "second edition" "$out"
}

test_a_new_file_and_a_removed_one_are_built() {
  launch
  echo 'static_assert(false, "compiled");' >"$clone/checker/new.cpp"
  printf '%s\n' 'file(GLOB all CONFIGURE_DEPENDS *.cpp)' "add_executable(whodunit \${all})" >"$clone/checker/CMakeLists.txt"
  launch
  expect "status with a source that cannot be compiled" 3 "$status"
  rm "$clone/checker/new.cpp"
  launch
  expect "stdout after it was removed" "first edition" "$out"
}

test_a_link_to_the_launcher_is_the_launcher() {
  ln -s "$clone/whodunit" "$place/link"
  expect stdout "first edition" "$("$place/link" 2>/dev/null)"
}

test_an_empty_environment_is_enough() {
  expect stdout "first edition" "$(env -i PATH="$PATH" HOME="$place" "$clone/whodunit" 2>/dev/null)"
}

test_a_preset_has_a_folder_of_its_own() {
  WHODUNIT_PRESET=dev launch
  expect stdout "first edition" "$out"
  [[ -x $clone/build-dev/bin/whodunit && ! -e $clone/build ]] || fail "not in build-dev"
}

test_an_unknown_preset_is_refused() {
  WHODUNIT_PRESET='.*' launch
  expect status 2 "$status"
  expect_in stderr 'no preset ".*"' "$err"
  [[ ! -e $clone/build-.\* ]] || fail "a folder was made for it"
}

test_a_build_that_fails_shows_why_and_where_the_log_is() {
  sed -i 's/int main/int mian/' "$clone/checker/main.cpp"
  launch
  expect status 3 "$status"
  expect stdout "" "$out"
  expect_in stderr "undefined reference to \`main'" "$err"
  expect_in stderr "$clone/build/build.log" "$err"
  sed -i 's/int mian/int main/' "$clone/checker/main.cpp"
  launch
  expect "stdout once it is mended" "first edition" "$out"
}

test_after_a_build_that_was_killed_it_builds() {
  local compiler
  watch_compiler
  touch "$place/hold"
  setsid "$clone/whodunit" >/dev/null 2>&1 &
  read -r compiler <"$place/started"
  kill -KILL -- "-$!"
  wait 2>/dev/null
  kill -KILL "$compiler"
  rm "$place/hold"
  truncate -s 100 "$clone/build/checker/CMakeFiles/whodunit.dir/main.cpp.o" # as a compiler leaves it
  launch
  expect stdout "first edition" "$out"
}

test_a_compiler_that_outlives_its_build_is_waited_for() {
  local compiler first
  watch_compiler
  touch "$place/hold"
  setsid "$clone/whodunit" >/dev/null 2>&1 &
  read -r compiler <"$place/started"
  kill -KILL -- "-$!"
  rm "$place/hold"
  coproc { exec "$clone/whodunit" 2>&1; }
  read -r -u "${COPROC[0]}" first
  kill -KILL "$compiler"
  expect "what the second says first" "whodunit: waiting for another whodunit that is building …" "$first"
  expect "what it says last" "first edition" "$(tail -n 1 <&"${COPROC[0]}")"
}

test_an_edit_during_a_build_is_built_by_the_next() {
  watch_compiler
  touch "$place/hold"
  "$clone/whodunit" >/dev/null 2>&1 &
  read -r _ <"$place/started"
  edit
  rm "$place/hold"
  echo >"$place/release"
  wait
  launch
  expect stdout "second edition" "$out"
}

test_after_a_configuration_that_was_cut_off_it_builds() {
  launch
  echo 'CMAKE_HOME_DIR' >"$clone/build/CMakeCache.txt"
  echo 'garbage(' >"$clone"/build/CMakeFiles/*/CMakeCXXCompiler.cmake
  edit
  launch
  expect stdout "second edition" "$out"
}

test_a_clone_that_was_moved_builds() {
  launch
  mv "$clone" "$clone elsewhere"
  clone="$clone elsewhere"
  launch
  expect "stdout after the move" "first edition" "$out"
  edit
  launch
  expect "stdout after an edit" "second edition" "$out"
}

test_two_at_once_build_once() {
  watch_compiler
  "$clone/whodunit" one >"$place/one" 2>/dev/null &
  local one=$!
  launch two
  wait "$one" || fail "the first ended with $?"
  expect stdout $'first edition\n[two]' "$out"
  expect "stdout of the first" $'first edition\n[one]' "$(<"$place/one")"
  expect "compilations" 1 "$(grep -c . "$place/compilations")"
}

test_another_user_runs_what_is_built_and_is_told_who_may_build() {
  needs_root
  launch
  HOME=/ as_nobody=$(setpriv --reuid 65534 --regid 65534 --clear-groups -- "$clone/whodunit" 2>&1)
  expect "what another user sees" "first edition" "$as_nobody"
  edit
  as_nobody=$(setpriv --reuid 65534 --regid 65534 --clear-groups -- "$clone/whodunit" 2>&1)
  expect status 3 $?
  expect_in "what another user sees after an edit" "may not write in \"$clone/build\"" "$as_nobody"
}

"$1"
