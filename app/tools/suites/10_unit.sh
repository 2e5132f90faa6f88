#!/usr/bin/env bash
# The doctest executables with the CTest label "unit".
exec "$(dirname "${BASH_SOURCE[0]}")/../run_doctests.sh" unit
