#!/usr/bin/env bash
# ./alongside check tidy [FILES…]: clang-tidy over our own sources, or the ones named. Minutes, not
# seconds, so it is apart from the other checks. Prints what it finds; fails when it finds anything.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
cd "$repo_root"

"$tools/setup.sh" test
[ -f build/native/compile_commands.json ] || cmake --preset native >/dev/null
cmake --build build/native >/dev/null # generated headers
if [ $# -eq 0 ]; then
    mapfile -t files < <(git ls-files --cached --others --exclude-standard 'app/**/*.cpp' 'plugins/**/*.cpp' |
        grep -vE '_web\.cpp$|/window_|app/client/(application|module)|app/cmake|app/tools')
else
    files=("$@")
fi
say "clang-tidy: ${#files[@]} files"
log="$repo_root/build/logs/tidy.log"
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P 2 clang-tidy-19 -p build/native --quiet >"$log" 2>/dev/null || true
grep -E 'warning:|error:' "$log" | sort -u || true
found=$(grep -cE 'warning:|error:' "$log" || true)
say "clang-tidy: $found findings"
[ "$found" -eq 0 ]
