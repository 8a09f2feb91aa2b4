#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck source-path=SCRIPTDIR
# The page of an autopsy as a real browser shows it.
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
. "$here/../running/shell.sh"
. "$here/../../lacking.sh"

browser=''
for name in chromium chromium-browser google-chrome; do
  [ -n "$browser" ] || browser=$(command -v "$name")
done
[ -n "$browser" ] || lacking "chromium is not installed"
command -v python3 >/dev/null || lacking "python3 is not installed"

# A tree with signals, a curve, output, and a name that leaves no place to break a line.
autopsy_of_much() {
  cp /bin/sleep "$work/a-name-without-end-of-it"
  whodunit autopsy --contain --timeout 500ms --memory 64MiB --backtrace --syscalls 30 --html page.html -- \
    bash -c "printf '%0500d\n' 7; '$work/a-name-without-end-of-it' 9 & kill -USR1 \$!; sleep 9 & sleep 9" >out 2>err </dev/null
  [ -s page.html ] || fail "there is no page"
}

# Serves the working folder on a port of its own; each request is a line of the file `requests`.
serve() {
  local line
  exec {server}< <(exec python3 -u -m http.server 0 --bind 127.0.0.1 2>requests)
  trap 'kill '$!'; rm -rf "$work"' EXIT
  read -r line <&"$server"
  [[ $line =~ port\ ([0-9]+) ]] || fail "nothing is served: $line"
  port=${BASH_REMATCH[1]}
}

# looks WIDTH [SCHEME]: sets `seen` to what looks.html saw of page.html; the scheme is 0 for dark, 1 for light.
looks() {
  cp "$here/looks.html" .
  [ -n "${port:-}" ] || serve
  seen=$(timeout 50 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/browser" --no-proxy-server \
    --blink-settings=preferredColorScheme="${2:-1}" --window-size=1400,1000 --virtual-time-budget=5000 \
    --dump-dom "http://127.0.0.1:$port/looks.html#$1" 2>err | grep -o '<p id="seen">[^<]*')
  [[ $seen == *width=* ]] || fail "the browser did not show the page: $seen"
}
# sees NAME: one of the facts
sees() { sed -n "s/.*[ >]$1=\([^;]*\);.*/\1/p" <<<"$seen"; }

test_it_is_drawn_and_asks_the_network_for_nothing() {
  autopsy_of_much
  looks 1200
  [ "$(sees cards)" = 5 ] || fail "$seen"
  [ "$(sees pictures)" = 2 ] || fail "not both pictures are drawn: $seen"
  [ "$(sees loaded)" = 0 ] || fail "it loads something: $seen"
  grep -q '"GET /page.html ' requests || fail "the page was not asked for: $(cat requests)"
  ! grep '"GET' requests | grep -vE '"GET /(looks.html|page.html|favicon.ico) ' || fail "it asks for more"
}

test_a_narrow_screen_need_not_be_scrolled_sideways() {
  autopsy_of_much
  looks 375
  [ "$(sees width)" = 375 ] || fail "the frame is not narrow: $seen"
  [ "$(sees scroll)" -le 375 ] || fail "it is wider than the screen: $seen"
  [ "$(sees wide)" = 0 ] || fail "something is cut off: $seen"
}

test_it_is_dark_where_the_reader_wants_it_dark() {
  autopsy_of_much
  looks 800 1
  local light
  light="$(sees ground) on $(sees ink)"
  looks 800 0
  [ "$(sees ground) on $(sees ink)" != "$light" ] || fail "light and dark are the same: $seen"
  [[ $(sees ground) == "rgb(2"?", "* ]] || fail "the ground is not dark: $seen"
}

"$1"
