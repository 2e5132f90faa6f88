#!/usr/bin/env bash
# The unit tests of the server and of what runs beside its own thread, built with the thread sanitizer, which
# makes a program fail in which two threads met at the same memory. Long only.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"
long_only "$@"
"$tools/build.sh" threads
exec "$tools/run_doctests.sh" unit tsan '^unit_(threads|server|backup)$'
