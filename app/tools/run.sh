#!/usr/bin/env bash
# ./alongside run: from whatever is there to a page that answers. ALONGSIDE_PORT changes the port.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
source "$tools/demo_council.sh"

port=${ALONGSIDE_PORT:-8080}
"$tools/setup.sh" run
"$tools/build.sh" --beside server www

load_demo_council "$repo_root/build/run"
council_api_pid=
trap '[ -z "$council_api_pid" ] || { kill -TERM "$council_api_pid"; wait "$council_api_pid"; }; exit 0' INT TERM
start_council_api "$repo_root/build/run" "$port"
say "ready: http://localhost:$port   (Ctrl+C stops it)"
wait "$council_api_pid"
