#!/usr/bin/env bash
# The libFuzzer targets in tests/fuzz: frames a million executions when short, ten million when long; the
# cleaning of photos a fifth of that.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$tools/common.sh"
"$tools/build.sh" fuzz

runs=1000000
[ "${1:-short}" = short ] || runs=10000000
failed=0
"$repo_root/tests/fuzz/run.sh" "$runs" fuzz_frame || failed=$((failed + 1))
"$repo_root/tests/fuzz/run.sh" "$((runs / 5))" fuzz_clean_file || failed=$((failed + 1))
echo "$((2 - failed)) passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
