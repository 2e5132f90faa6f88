#!/usr/bin/env bash
# ./alongside screens [NAME…]: the contact sheet of every screen (tests/browser/sheet.mjs), in build/screens.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
"$tools/setup.sh" test
"$tools/build.sh" --beside server www
say "screens: build/screens"
ALONGSIDE_BUILD="$repo_root/build" exec "$cache_root/node/bin/node" "$repo_root/tests/browser/sheet.mjs" "$@"
