#!/usr/bin/env bash
# ./alongside test [long] [SUITE…] [--seeds N]: sets up, builds, and runs every script in app/tools/suites in the order
# of their names. Beside them, at the machine's lowest priority, go those in app/tools/suites/beside: they
# take what the others leave, and a test that waits for a page never waits for them.
# A suite is a program that prints, as its last line,
#   N passed, N failed, N skipped
# To add one, put a file there; nothing else needs to know. Each gets "short" or "long" as its argument.
# `sim` is the suite simulation; --seeds N is for it alone: so many seeds instead of its usual ones.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"

# Seconds that one suite may take. On a slow machine a late result is better than none.
length=short patience=3600
if [ "${1:-}" = long ]; then
    length=long patience=10800
    shift
fi

wanted=" "
while [ $# -gt 0 ]; do
    case $1 in
        sim) wanted+="simulation " ;;
        --seeds)
            [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || fail "--seeds needs a number of seeds" "Run: ./alongside test sim --seeds 10000"
            export ALONGSIDE_SEEDS=$2
            shift
            ;;
        -*) fail "there is no option $1" "Run: ./alongside test [long] [SUITE…], or ./alongside test sim --seeds N" ;;
        *) wanted+="$1 " ;;
    esac
    shift
done
if [ -n "${ALONGSIDE_SEEDS:-}" ] && [ "$wanted" != " simulation " ]; then
    fail "only the simulation has seeds" "Run: ./alongside test sim --seeds $ALONGSIDE_SEEDS"
fi

"$tools/setup.sh" test
"$tools/build.sh" --beside tests client

results="$repo_root/build/test"
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 skipped=0 summary=()

name_of() { basename "$1" | sed -E 's/^[0-9]+_//; s/\..*$//'; }

# suites_in FOLDER: those that are asked for, all of them unless named.
suites_in() {
    local suite
    for suite in "$1"/*.sh; do
        if [ "$wanted" = " " ] || [[ $wanted == *" $(name_of "$suite") "* ]]; then echo "$suite"; fi
    done
}

# run_suite SUITE: its output, and in a file its exit code. What runs is stopped when this is.
run_suite() {
    local status=0 running
    timeout --kill-after=10 "$patience" "$1" "$length" </dev/null 2>&1 &
    running=$!
    trap 'kill "$running" 2>/dev/null; exit 130' INT TERM
    wait "$running" || status=$?
    echo "$status" >"$results/$(name_of "$1").status"
}

run_beside() {
    go_last
    local suite
    for suite in "${beside[@]}"; do run_suite "$suite" >"$results/$(name_of "$suite").log"; done
}

# Adds a suite's counts; a suite without a last line, or that ran nothing, has failed.
count() {
    local name status line
    name=$(name_of "$1")
    status=$(cat "$results/$name.status")
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

mapfile -t beside < <(suites_in "$tools/suites/beside")
run_beside &
lane=$!
trap 'kill "$lane" 2>/dev/null || true' EXIT

while read -r suite; do
    say "suite: $(name_of "$suite")"
    (run_suite "$suite") | tee "$results/$(name_of "$suite").log"
    count "$suite"
done < <(suites_in "$tools/suites")

for suite in "${beside[@]}"; do
    name=$(name_of "$suite")
    until [ -e "$results/$name.status" ] || ! kill -0 "$lane" 2>/dev/null; do sleep 1; done
    say "suite: $name (ran beside the others)"
    cat "$results/$name.log"
    [ -e "$results/$name.status" ] || echo 1 >"$results/$name.status"
    count "$suite"
done

echo
say "tests are done; each suite's output is in build/test"
printf '  %s\n' "${summary[@]}"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
