#!/usr/bin/env bash
# ./alongside screens [NAME…]: the contact sheet of every screen (tests/browser/sheet.mjs), in build/screens.
# ./alongside screens beside: a few tasks beside GOV.UK's and the NHS's design systems (tests/browser/beside).
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
source "$tools/demo_council.sh"
export ALONGSIDE_TODAY=2026-11-22  # the day on which the demo's surveys are open and its clubs run
if [ "${1:-}" = beside ]; then script=beside/beside.mjs; else script=sheet.mjs; fi
"$tools/setup.sh" test "${1:-}"
"$tools/build.sh" --beside server www
say "screens: build/screens"
ALONGSIDE_BUILD="$repo_root/build" exec "$cache_root/node/bin/node" "$repo_root/tests/browser/$script" "$@"
