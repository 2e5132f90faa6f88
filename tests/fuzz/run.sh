#!/usr/bin/env bash
# Builds one fuzzer with clang and its sanitizers, and runs COUNT executions (50,000 unless told) of
# TARGET (fuzz_frame unless told; or fuzz_clean_file). Prints the figures; fails on any finding, and keeps
# the input that caused it.
#   tests/fuzz/run.sh [COUNT [TARGET]]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
count=${1:-50000}
target=${2:-fuzz_frame}
build="${ALONGSIDE_FUZZ_BUILD:-$root/build/fuzz}"
corpus="$build/$target-corpus" seeds="$build/$target-seeds" findings="$build/findings" log="$build/$target.log"

case "$count" in
    '' | *[!0-9]*) echo "usage: tests/fuzz/run.sh [COUNT [TARGET]], COUNT a whole number" >&2; exit 2 ;;
esac
case "$target" in
    fuzz_frame) seeder=make_seeds ;;
    fuzz_clean_file) seeder=make_picture_seeds ;;
    *) echo "tests/fuzz/run.sh does not know $target; it knows fuzz_frame and fuzz_clean_file" >&2; exit 2 ;;
esac
if ! command -v clang++-19 >/dev/null; then
    echo "$target: clang++-19 is not installed. Run ./alongside setup, then this again." >&2
    exit 1
fi

mkdir -p "$corpus" "$seeds" "$findings"
if ! { cd "$root" && cmake --preset fuzz -B "$build" &&
       cmake --build "$build" --target "$target" "$seeder" -j 2; } >"$build/build.log" 2>&1; then
    tail -n 25 "$build/build.log" >&2
    echo "$target: did not build. The whole log is in $build/build.log" >&2
    exit 1
fi
"$(find "$build" -name "$seeder" -type f -perm -u+x)" "$seeds"

# Inputs are small; 16 MB in one allocation can only be a length that was believed.
started=$(date +%s)
status=0
"$(find "$build" -name "$target" -type f -perm -u+x)" -runs="$count" -max_len=4096 -timeout=5 -malloc_limit_mb=16 \
    -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$findings/" "$corpus" "$seeds" >"$log" 2>&1 || status=$?
seconds=$(($(date +%s) - started))

executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
peak=$(sed -n 's/^stat::peak_rss_mb: *//p' "$log")
if [ "$status" -ne 0 ]; then
    tail -n 40 "$log" >&2
    echo "$target: a finding, after ${executions:-some} executions. Its input is in $findings;" >&2
    echo "  give that file to the $target program to see it again." >&2
    exit 1
fi
echo "$target: $executions executions in $seconds s, 0 findings, $(find "$corpus" -type f | wc -l) inputs kept, peak memory $peak MB"
