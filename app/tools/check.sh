#!/usr/bin/env bash
# ./alongside check: every rule that needs no running program. Each line is one check.
# ./alongside check tidy: clang-tidy, which takes minutes.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
if [ "${1:-}" = tidy ]; then exec "$tools/tidy.sh" "${@:2}"; fi
[ "${1:-}" = --no-setup ] || "$tools/setup.sh" check

node="$cache_root/node/bin/node"
passed=0 failed=0 skipped=0
cd "$repo_root"

# check NAME COMMAND…: silent when it holds; otherwise what it says, indented.
check() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "holds: $name${said:+ ($(tail -n 1 <<<"$said"))}"
    else
        failed=$((failed + 1))
        echo "BROKEN: $name"
        sed 's/^/    /' <<<"$said"
    fi
}

format_differs() {
    find app plugins tests \( -name '*.cpp' -o -name '*.hpp' \) -not -path '*/node_modules/*' -print0 |
        xargs -0 -P 2 -n 50 clang-format-19 --dry-run --Werror && return
    echo "Format each file named here with: clang-format-19 -i FILE"
    return 1
}

scripts_parse() {
    local file status=0
    while IFS= read -r file; do bash -n "$file" || status=1; done \
        < <(echo alongside; echo .ci/run; find app/tools -name '*.sh')
    while IFS= read -r file; do "$node" --check "$file" || status=1; done \
        < <(find app plugins tests web -name '*.mjs' -not -path '*/node_modules/*')
    return $status
}

if command -v clang-format-19 >/dev/null; then
    check "C++ is formatted by clang-format 19" format_differs
else
    skipped=$((skipped + 1))
    echo "skipped: clang-format-19 is not installed"
fi
check "scripts parse" scripts_parse
check "nobody includes what they may not" "$node" "$tools/check_includes.mjs"
check "file sizes: median 150 lines at most, none over 400" "$node" "$tools/check_sizes.mjs"
check "every word is there in English and Welsh, and used" "$node" "$tools/check_words.mjs"
check "the page of licences names all that is made of others' work" "$node" "$tools/check_licences.mjs"
check "no forbidden construct" "$node" "$tools/check_forbidden.mjs"
check "ASVS 5.0: each requirement has its test or its reason" "$node" "$tools/check_asvs.mjs"
if [ -f build/wasm/bin/app.wasm ]; then
    check "plugins import only what the application exports" "$node" "$tools/check_wasm_imports.mjs" \
        build/wasm/bin/app.wasm build/wasm/bin/app.mjs $(find build/wasm/bin -name '*.wasm' -not -name app.wasm)
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
