#!/usr/bin/env bash
# The unit tests of the server and of what runs beside its own thread, built with the thread sanitizer, which
# makes a program fail in which two threads met at the same memory. Long only.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
if [ "${1:-short}" = short ]; then
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
"$tools/build.sh" threads
exec "$tools/run_doctests.sh" unit tsan '^unit_(threads|server|backup)$'
