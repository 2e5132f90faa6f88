#!/usr/bin/env bash
# The doctest executables with the CTest label "contract": a real council-api over real HTTP.
# How often an import from an address, a backup and a restore are killed; the server twice as often.
if [ "${1:-short}" = long ]; then export ALONGSIDE_KILLS=100; fi
exec "$(dirname "${BASH_SOURCE[0]}")/../run_doctests.sh" contract
