#!/usr/bin/env bash
# The browser tests: every tests/browser/**/*.test.mjs, one after the other, against a council-api
# of their own with the demo council. Each gets ALONGSIDE_URL, ALONGSIDE_BUILD and ALONGSIDE_LENGTH.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$tools/common.sh"
source "$tools/demo_council.sh"

folder="$repo_root/build/test/council"
port=${ALONGSIDE_TEST_PORT:-8092}
# The demo's surveys close one day, and its clubs' terms end: the tests hold a day before both.
export ALONGSIDE_TODAY=2026-11-22
load_demo_council "$folder"
start_council_api "$folder" "$port"
trap 'kill -TERM "$council_api_pid" 2>/dev/null; wait "$council_api_pid" || true' EXIT

mapfile -t files < <(find "$repo_root/tests/browser" -name '*.test.mjs' -not -path '*/node_modules/*' | sort)
if [ ${#files[@]} -eq 0 ]; then echo "0 passed, 0 failed, 0 skipped"; exit 1; fi
log="$repo_root/build/test/browser-tap.log"
# A file may take this long, all its tests together. In long, what axe looks at is 4,700 cells in two files.
if [ "${1:-short}" = long ]; then patience=5400000; else patience=600000; fi
status=0
ALONGSIDE_URL="http://localhost:$port" ALONGSIDE_BUILD="$repo_root/build" ALONGSIDE_LENGTH="${1:-short}" \
    "$cache_root/node/bin/node" --test --test-concurrency=1 --test-timeout=$patience \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$log" "${files[@]}" | grep --line-buffered -vE '^ℹ ' || status=$?
awk '/^# pass /{p=$3} /^# fail /{f=$3} /^# cancelled /{c=$3} /^# skipped /{s=$3} /^# todo /{t=$3}
     END { printf "%d passed, %d failed, %d skipped\n", p, f + c, s + t; exit (f + c) > 0 }' "$log"
