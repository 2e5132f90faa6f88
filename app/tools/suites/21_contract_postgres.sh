#!/usr/bin/env bash
# The contract once more over a real PostgreSQL: what is quick; all of it with long.
if [ "${1:-short}" = long ]; then
    export ALONGSIDE_KILLS=100
    exec "$(dirname "${BASH_SOURCE[0]}")/../run_doctests.sh" contract_postgres_long
fi
export ALONGSIDE_KILLS=5
exec "$(dirname "${BASH_SOURCE[0]}")/../run_doctests.sh" contract_postgres
