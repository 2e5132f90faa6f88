#!/usr/bin/env bash
# ./alongside words export|import FILE.csv: our sentences as a table that a translator edits (translation_file.mjs).
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
"$tools/setup.sh" check
arguments=("$@")
if [ -n "${2:-}" ]; then arguments[1]=$(realpath "$2"); fi
cd "$repo_root"
exec "$cache_root/node/bin/node" "$tools/translation_file.mjs" "${arguments[@]}"
