#!/usr/bin/env bash
# The oracle in tests/oracle: random ledgers added up by us and by hledger, 500 when short, 10,000 when long.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"

if ! command -v hledger >/dev/null; then
    echo "hledger is not installed, so nothing could be compared with it. Install the package hledger."
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
count=500
[ "${1:-short}" = short ] || count=10000
if ALONGSIDE_BUILD="$repo_root/build" "$cache_root/node/bin/node" "$repo_root/tests/oracle/hledger.mjs" "$count"; then
    echo "1 passed, 0 failed, 0 skipped"
else
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi
