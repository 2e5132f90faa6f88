#!/usr/bin/env bash
# Answering surveys while pages are killed, the network goes and disks fill up (tests/schedules): 100 schedules; with
# long 1,000.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"

schedules=100
if [ "${1:-short}" = long ]; then schedules=1000; fi
passed=0 failed=0
if "$repo_root/build/native/bin/survey_schedules" "$schedules"; then passed=1; else failed=1; fi
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
