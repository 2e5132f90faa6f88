#!/usr/bin/env bash
# The doctest executables with the CTest label "contract": a real council-api over real HTTP.
exec "$(dirname "${BASH_SOURCE[0]}")/../run_doctests.sh" contract
