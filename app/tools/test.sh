#!/usr/bin/env bash
# ./alongside test [long] [SUITE…]: sets up, builds, and runs every script in app/tools/suites in
# the order of their names. A suite is a program that prints, as its last line,
#   N passed, N failed, N skipped
# To add one, put a file there; nothing else needs to know. Each gets "short" or "long" as its argument.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"

length=short
if [ "${1:-}" = long ]; then
    length=long
    shift
fi
wanted=" $* "

"$tools/setup.sh" test
"$tools/build.sh" tests client

results="$repo_root/build/test"
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 skipped=0 summary=()

# Adds a suite's counts; a suite without a last line, or that ran nothing, has failed.
count() {
    local name=$1 status=$2 line
    line=$(grep -v '^$' "$results/$name.log" | tail -n 1 || true)
    if [[ ! $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
        failed=$((failed + 1))
        summary+=("$name: stopped without a result (exit code $status)")
        return
    fi
    local p=${BASH_REMATCH[1]} f=${BASH_REMATCH[2]} s=${BASH_REMATCH[3]}
    if [ "$f" -eq 0 ] && { [ "$status" -ne 0 ] || [ $((p + s)) -eq 0 ]; }; then f=1; fi
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    summary+=("$(printf '%-12s %5d passed %4d failed %4d skipped' "$name" "$p" "$f" "$s")")
}

for suite in "$tools"/suites/*; do
    name=$(basename "$suite" | sed -E 's/^[0-9]+_//; s/\..*$//')
    if [ "$wanted" != "  " ] && [[ $wanted != *" $name "* ]]; then continue; fi
    say "suite: $name"
    status=0
    timeout --kill-after=10 2400 "$suite" "$length" </dev/null 2>&1 | tee "$results/$name.log" || status=$?
    count "$name" "$status"
done

echo
say "tests are done; each suite's output is in build/test"
printf '  %s\n' "${summary[@]}"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
