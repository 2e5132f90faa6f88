#!/usr/bin/env bash
# The doctest executables with the CTest label "contract": a real council-api over real HTTP. With long also what takes
# minutes ("contract_long"), and more kills: how often an import from an address, a backup and a restore are killed; the
# server twice as often.
run="$(dirname "${BASH_SOURCE[0]}")/../run_doctests.sh"
if [ "${1:-short}" = long ]; then
    export ALONGSIDE_KILLS=100
    exec "$run" 'contract(_long)?'
fi
exec "$run" contract
