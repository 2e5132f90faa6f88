#!/usr/bin/env bash
# Runs the CTest tests of one label and adds up what doctest says of its test cases. A program that
# ends without saying (a crash, a time-out) counts as one failure. Used by the suites:
#   run_doctests.sh LABEL [PRESET [NAME]]: NAME, a regular expression, of those tests alone
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export ALONGSIDE_OFFICER="${ALONGSIDE_OFFICER:-R. Marsh}"  # of the verbs that the audit records
preset=${2:-native}
log="$repo_root/build/test/ctest-${1//[^a-z_]/}-$preset.log"
mkdir -p "$(dirname "$log")"
status=0
ctest --test-dir "$repo_root/build/$preset" -L "^$1\$" -R "${3:-.}" --parallel 2 --verbose --timeout 600 >"$log" 2>&1 || status=$?
if [ "$status" -ne 0 ]; then grep -vE '^(UpdateCTest|Constructing|Test command|Test timeout|Working)' "$log" | tail -n 80; fi

awk -v status="$status" '
    function number(word) { gsub(/\033\[[0-9;]*m/, "", word); return word + 0 }
    /\[doctest\] test cases:/ {
        split($0, part, "|")
        passed += number(part[2]); failed += number(part[3]); skipped += number(part[4]); told++
        if (number(part[3]) > 0) told_failed++
    }
    /^ *[0-9]+\/[0-9]+ Test +#/ { if (/Passed/) ok++; else bad++ }
    END {
        if (bad > told_failed) failed += bad - told_failed
        if (status != 0 && failed == 0) failed = 1
        printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
        exit failed > 0
    }' "$log"
