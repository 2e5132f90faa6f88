#!/usr/bin/env bash
# ./alongside bench NAME: runs tests/bench/NAME.mjs, which prints a table and writes
# build/bench/NAME.json: a list of {name, value, unit, peer, peer_value, ratio, target, ok}.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
source "$tools/demo_council.sh"

name=${1:-}
script="$repo_root/tests/bench/$name.mjs"
if [ -z "$name" ] || [ ! -f "$script" ]; then
    fail "there is no benchmark '$name'" \
        "There are: $(cd "$repo_root/tests/bench" 2>/dev/null && ls -- *.mjs 2>/dev/null | sed 's/\.mjs$//' | tr '\n' ' ')"
fi
mkdir -p "$repo_root/build/bench"
if [ -f "$repo_root/tests/bench/$name/CMakeLists.txt" ]; then
    # Native code beside its peers: no server, no browser.
    "$tools/setup.sh" bench "$name"
    "$tools/build.sh" "bench:$name"
    if [ "$name" = server ]; then
        "$tools/build.sh" --beside server www
        say "bench: $name"
        # All that is measured has one core; a PostgreSQL in memory would wait for no disk.
        ALONGSIDE_POSTGRES_ON=disk ALONGSIDE_BUILD="$repo_root/build" exec taskset -c 0 \
            "$repo_root/tests/support/with_postgres.sh" "$cache_root/node/bin/node" "$script" "${@:2}"
    fi
    say "bench: $name"
    ALONGSIDE_BUILD="$repo_root/build" exec "$cache_root/node/bin/node" "$script" "${@:2}"
fi
"$tools/setup.sh" test "$name"
# The frames that are measured are those of a plugin that only tests load.
if [ "$name" = frame ]; then client=client; else client=www; fi
"$tools/build.sh" --beside server "$client"
folder="$repo_root/build/bench/council"
port=${ALONGSIDE_PORT:-8093}
load_demo_council "$folder"
start_council_api "$folder" "$port"
trap 'kill -TERM "$council_api_pid" 2>/dev/null; wait "$council_api_pid"' EXIT
say "bench: $name"
ALONGSIDE_URL="http://localhost:$port" ALONGSIDE_BUILD="$repo_root/build" "$cache_root/node/bin/node" "$script" "${@:2}"
