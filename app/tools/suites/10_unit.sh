#!/usr/bin/env bash
# The doctest executables with the CTest label "unit". With long, properties are tried on a thousand cases each.
if [ "${1:-short}" = long ]; then export RC_PARAMS="max_success=1000"; fi
exec "$(dirname "${BASH_SOURCE[0]}")/../run_doctests.sh" unit
