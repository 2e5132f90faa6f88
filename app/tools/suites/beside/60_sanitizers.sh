#!/usr/bin/env bash
# The unit tests again, built with the address and undefined-behaviour sanitizers. Long only.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"
long_only "$@"
"$tools/build.sh" sanitizers
exec "$tools/run_doctests.sh" unit asan
