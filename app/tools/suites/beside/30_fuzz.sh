#!/usr/bin/env bash
# The libFuzzer targets in tests/fuzz: a million executions of each when short (of what reads a council's files a
# tenth), ten million when long.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"
"$tools/build.sh" fuzz

runs=1000000
[ "${1:-short}" = short ] || runs=10000000
"$repo_root/tests/fuzz/run.sh" "$runs"
