#!/usr/bin/env bash
# council-api itself, built with the address and undefined-behaviour sanitizers, over real HTTP: the first contract
# program against it. What a sanitizer finds ends the server, and with it the test. Long only.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"
long_only "$@"
"$tools/build.sh" sanitizers
exec "$tools/run_doctests.sh" contract asan '^contract_tests$'
