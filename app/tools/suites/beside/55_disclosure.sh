#!/usr/bin/env bash
# The proof in tests/disclosure: what can be worked out from releases of random small populations, 10,000
# when short, 200,000 when long, and the mistakes on purpose that it must find.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"

proof="$repo_root/build/native/bin/disclosure_proof"
if [ ! -x "$proof" ]; then
    echo "GLPK was not there when the tests were built, so nothing could be proved. Install the package libglpk-dev."
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
count=10000
[ "${1:-short}" = short ] || count=200000
exec "$proof" --count "$count"
