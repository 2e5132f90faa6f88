#!/usr/bin/env bash
# The simulator in tests/simulation: first its checks of itself, then 1,000 seeds; with long 10,000. ALONGSIDE_SEEDS is
# another number of them (./alongside test sim --seeds N). From a thousand seeds on every kind of fault has to happen a
# tenth as often as there are seeds: with 10,000 a thousand times.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"

simulation="$repo_root/build/native/bin/simulation"
seeds=1000 least=0
if [ "${1:-short}" = long ]; then seeds=10000; fi
seeds=${ALONGSIDE_SEEDS:-$seeds}
if [ "$seeds" -ge 1000 ]; then least=$((seeds / 10)); fi

passed=0 failed=0
note() {
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}
note "$simulation" --check
note "$simulation" --seeds "$seeds" --least "$least" --jobs 2 --kept "$repo_root/tests/simulation/seeds.txt"
if [ "$failed" -gt 0 ]; then
    echo "Run a failed seed again with: $simulation --seed N --trace (or --shrink), and add it to tests/simulation/seeds.txt"
fi
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
