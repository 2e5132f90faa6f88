#!/usr/bin/env bash
# The unit tests again, built with the address and undefined-behaviour sanitizers. Long only.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
if [ "${1:-short}" = short ]; then
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
"$tools/build.sh" sanitizers
exec "$tools/run_doctests.sh" unit asan
