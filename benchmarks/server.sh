#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a busy server loses under an autopsy: nginx on loopback, loaded by wrk, bare and observed in turn.
#   benchmarks/server.sh [ROUNDS [SECONDS]]
set -eu
export LC_ALL=C
root=$(readlink -f -- "${BASH_SOURCE[0]%/*}/..")
rounds=${1:-6}
seconds=${2:-3}
for tool in nginx wrk python3; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed" >&2 && exit 3; }
done
"$root/whodunit" help >/dev/null

work=$(mktemp -d)
server=''
stop() {
  [[ -n $server ]] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  server=''
}
trap 'stop; rm -rf -- "$work"' EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >"$work/nginx.conf" <<CONF
daemon off; worker_processes 1; pid $work/pid; error_log $work/error.log;
events { worker_connections 1024; }
http { access_log off; client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work;
  uwsgi_temp_path $work; scgi_temp_path $work;
  server { listen 127.0.0.1:$port; location / { return 200 "hello\n"; } } }
CONF

# requests_with COMMAND…: requests a second that nginx answers when it is started so.
requests_with() {
  "$@" nginx -c "$work/nginx.conf" 2>"$work/log" &
  server=$!
  until (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    kill -0 "$server" || { cat "$work/log" >&2 && exit 1; }
  done
  wrk -t1 -c32 -d"${seconds}s" "http://127.0.0.1:$port/" | awk '/Requests\/sec/ { print $2 }'
  kill -QUIT "$(cat "$work/pid")"
  wait "$server" || true
  server=''
}

for ((round = 0; round < rounds; ++round)); do
  bare=$(requests_with env)
  observed=$(requests_with "$root/build/bin/whodunit" autopsy -o "$work/report" --)
  echo "$bare $observed"
done | tee "$work/pairs" >&2
awk '{ print 100 * (1 - $2 / $1) }' "$work/pairs" | sort -n | awk '
  { loss[NR] = $1 }
  END { printf "loss of requests a second under autopsy: median %.1f %% (from %.1f to %.1f) in %d rounds; at most 2 is the target\n",
        loss[int((NR + 1) / 2)], loss[1], loss[NR], NR }'
