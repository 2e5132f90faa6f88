#!/usr/bin/env bash
# The libFuzzer target in tests/fuzz: a million executions when short, ten million when long.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$tools/common.sh"
"$tools/build.sh" fuzz

runs=1000000
[ "${1:-short}" = short ] || runs=10000000
if "$repo_root/tests/fuzz/run.sh" "$runs"; then
    echo "1 passed, 0 failed, 0 skipped"
else
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi
