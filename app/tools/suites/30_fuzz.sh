#!/usr/bin/env bash
# Each libFuzzer target in tests/fuzz: a million executions when short, ten million when long.
set -euo pipefail
tools="$(dirname "${BASH_SOURCE[0]}")/.."
source "$tools/common.sh"
"$tools/build.sh" fuzz

runs=1000000
[ "${1:-short}" = short ] || runs=10000000
passed=0 failed=0
for target in "$repo_root"/build/fuzz/bin/fuzz_*; do
    [ -x "$target" ] || continue
    name=$(basename "$target")
    corpus="$repo_root/build/fuzz/corpus/$name"
    seeds="$repo_root/tests/fuzz/seeds/$name"
    mkdir -p "$corpus"
    [ -d "$seeds" ] || seeds=""
    log="$repo_root/build/fuzz/$name.log"
    if (cd "$repo_root/build/fuzz" && "$target" -runs="$runs" -max_len=4096 -rss_limit_mb=1024 -timeout=5 \
        "$corpus" ${seeds:+"$seeds"}) >"$log" 2>&1; then
        echo "$name: $(grep -oE 'Done [0-9]+ runs in [0-9]+ second' "$log" | tail -n 1)s, nothing found"
        passed=$((passed + 1))
    else
        echo "$name: FOUND SOMETHING"
        tail -n 40 "$log"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
