#!/usr/bin/env bash
# Builds the fuzzers with clang and its sanitizers, and runs COUNT executions of each (50,000 unless told),
# two at a time. Prints the figures; fails on any finding, and keeps the input that caused it. The last line
# is a suite's: N passed, N failed, N skipped.
#   tests/fuzz/run.sh [COUNT [TARGET…]]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
count=${1:-50000}
[ $# -eq 0 ] || shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(fuzz_frame fuzz_clean_file fuzz_request fuzz_proof fuzz_json fuzz_survey
    fuzz_definition fuzz_convert fuzz_offer fuzz_council fuzz_index fuzz_csv fuzz_ofx fuzz_qif fuzz_camt)
build="${ALONGSIDE_FUZZ_BUILD:-$root/build/fuzz}"
findings="$build/findings"

case "$count" in
    '' | *[!0-9]*) echo "usage: tests/fuzz/run.sh [COUNT [TARGET…]], COUNT a whole number" >&2; exit 2 ;;
esac
if ! command -v clang++-19 >/dev/null; then
    echo "fuzz: clang++-19 is not installed. Run ./alongside setup test, then this again." >&2
    exit 1
fi

mkdir -p "$findings"
if ! { cd "$root" && cmake --preset fuzz -B "$build" &&
       cmake --build "$build" --target "${targets[@]}" make_seeds make_index_seeds make_picture_seeds -j 2; } >"$build/build.log" 2>&1; then
    tail -n 25 "$build/build.log" >&2
    echo "fuzz: did not build. The whole log is in $build/build.log" >&2
    exit 1
fi

# seed TARGET FOLDER: what it starts from. Of banks' files, the fixtures.
seed() {
    local fixtures="$root/tests/fixtures/statements"
    case $1 in
        fuzz_frame) "$build/bin/make_seeds" "$2" ;;
        fuzz_clean_file) "$build/bin/make_picture_seeds" "$2" ;;
        fuzz_index) "$build/bin/make_index_seeds" "$2" ;;
        fuzz_camt) cp "$fixtures"/*.xml "$2" ;;
        fuzz_csv | fuzz_ofx | fuzz_qif) cp "$fixtures"/*."${1#fuzz_}" "$2" ;;
        *) cp "$root/tests/fuzz/seeds/${1#fuzz_}"/* "$2" ;;
    esac
}

is_long() { [ "$count" -ge 10000000 ]; }

# The same tries each time when short, so that a run says of a commit what it said before: no choice goes by how long
# something took or by where it lies in memory. At length each run has its own.
choices=() same_places=()
if ! is_long; then
    choices=(-seed=1 -entropic=0 -reduce_inputs=0)
    if setarch -R true 2>/dev/null; then same_places=(setarch -R); fi
fi

# The longest input worth trying: many short ones find more than few long ones, and the fuzzer is faster with few bytes.
longest() {
    case $1 in
        fuzz_frame | fuzz_clean_file) echo 4096 ;;
        fuzz_survey) echo 200 ;;
        # Beyond a few lines they say the same again, a thousand a second: that is for a run at length.
        fuzz_csv | fuzz_qif) is_long && echo 768 || echo 256 ;;
        fuzz_ofx) is_long && echo 768 || echo 500 ;;
        fuzz_definition | fuzz_offer | fuzz_council) echo 600 ;;
        fuzz_index) echo 512 ;;
        *) echo 768 ;;
    esac
}

# A council's own files are read a few thousand times a second: when short, a tenth as often.
runs() {
    case $1 in
        fuzz_definition | fuzz_convert | fuzz_offer | fuzz_council)
            is_long && echo "$count" || echo $((count / 10)) ;;
        *) echo "$count" ;;
    esac
}

# A third faster: small inputs free little, so little of it is held back to be watched, and a finding's own
# stack says enough without that of each allocation.
export ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=8:detect_stack_use_after_return=0

# A minute is by the clock on the wall, and beside the browser's tests this waits for seconds at a time: five were
# too few, and inputs were called slow that take a millisecond. A loop without an end is still found.
# Inputs are small; 16 MB in one allocation can only be a length that was believed.
fuzz() {
    local target=$1 corpus="$build/corpus/$1" seeds="$build/seeds/$1" log="$build/$1.log"
    local status=0 started executions peak
    mkdir -p "$corpus" "$seeds"
    seed "$target" "$seeds"
    started=$(date +%s)
    "${same_places[@]}" "$build/bin/$target" "${choices[@]}" -runs="$(runs "$target")" -max_len="$(longest "$target")" -timeout=60 -malloc_limit_mb=16 -rss_limit_mb=1024 \
        -print_final_stats=1 -artifact_prefix="$findings/${target}_" "$corpus" "$seeds" >"$log" 2>&1 || status=$?
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    peak=$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")
    if [ "$status" -ne 0 ]; then
        tail -n 40 "$log" >&2
        echo "$target: a finding, after ${executions:-some} executions. Its input is in $findings;" >&2
        echo "  give that file to the $target program to see it again." >&2
        return 1
    fi
    echo "$target: $executions executions in $(($(date +%s) - started)) s, 0 findings," \
        "$(find "$corpus" -type f | wc -l) inputs kept, peak memory $peak MB"
}

passed=0 failed=0 running=0
finish_one() {
    if wait -n; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    running=$((running - 1))
}
for target in "${targets[@]}"; do
    [ "$running" -lt 2 ] || finish_one
    fuzz "$target" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do finish_one; done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
