#!/usr/bin/env bash
# The demo council's feed is held to its word: tests/demo/*.test.mjs.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$tools/common.sh"

status=0
"$cache_root/node/bin/node" --test --test-reporter=tap "$repo_root"/tests/demo/*.test.mjs >"$repo_root/build/test/demo-tap.log" || status=$?
grep -E '^not ok|^    (not ok|error:)' "$repo_root/build/test/demo-tap.log" || true
awk '/^# pass /{p=$3} /^# fail /{f=$3} /^# skipped /{s=$3}
     END { printf "%d passed, %d failed, %d skipped\n", p, f, s; exit f > 0 }' "$repo_root/build/test/demo-tap.log"
