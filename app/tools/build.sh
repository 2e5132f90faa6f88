#!/usr/bin/env bash
# Builds parts of Alongside: build.sh server|www|client|tests|fonts|fuzz|sanitizers|threads|bench:NAME …
# build.sh --beside server www: the second, and the first with what it leaves of the machine.
# Output goes to build/<preset>; the whole log of each part is build/logs/<part>.log.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
source "$tools/setup/node.sh"

# Objects are found again by every clone on this machine: paths below the repository count as relative,
# and a precompiled header is the same header whenever it was made.
export CCACHE_DIR="${CCACHE_DIR:-$cache_root/ccache}" CCACHE_BASEDIR="$repo_root" CCACHE_NOHASHDIR=1
export CCACHE_SLOPPINESS=pch_defines,time_macros
# What a file includes is read from what the compiler says it read, so nothing is preprocessed twice.
export CCACHE_DEPEND=1
build="$repo_root/build"
logs="$build/logs"
mkdir -p "$logs"

# Keeps the whole output in a log and shows one line each tenth of the way.
progress() {
    local part=$1 line done_count all_count tenth last=""
    while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
        done_count=${BASH_REMATCH[1]} all_count=${BASH_REMATCH[2]}
        tenth=$((done_count * 10 / all_count))
        [ "$tenth" = "$last" ] || say "  $part: $done_count of $all_count"
        last=$tenth
    done 3>"$logs/$part.log"
}

# shown PART COMMAND…: runs it with progress; on failure shows the errors and where the log is.
shown() {
    local part=$1
    shift
    if ! "$@" 2>&1 | progress "$part"; then
        grep -E -A6 'error|FAILED|check_wasm_imports' "$logs/$part.log" | head -n 60 >&2 || tail -n 40 "$logs/$part.log" >&2
        fail "building the $part failed" "The whole log is in $logs/$part.log"
    fi
}

# configure PART PRESET [-DNAME=VALUE…] [COMMAND…]: the command is what cmake runs under.
configure() {
    local part=$1 preset=$2 options=()
    shift 2
    while [[ ${1:-} == -D* ]]; do
        options+=("$1")
        shift
    done
    cd "$repo_root"
    if ! "$@" cmake --preset "$preset" "${options[@]}" >"$logs/$part-configure.log" 2>&1; then
        tail -n 25 "$logs/$part-configure.log" >&2
        fail "configuring the $part failed" "Run: ./alongside setup" "The log is in $logs/$part-configure.log"
    fi
}

build_native() {
    local part=$1
    shift
    say "building: $part"
    configure "$part" native
    shown "$part" cmake --build "$build/native" "$@"
}

# A bench of native code, with libraries that only the bench needs.
build_bench() {
    local name=$1
    say "building: bench $name"
    local targets=("bench_$name")
    # The oracle needs our native half of it too, and the plugin is weighed as it is.
    if [ "$name" = surveys ]; then
        build_native oracle --target survey_lines
        targets+=(feedback_module)
    fi
    # Search and surveys are measured as families have them: in WebAssembly.
    if [ "$name" = search ] || [ "$name" = surveys ]; then
        configure bench wasm -DALONGSIDE_BENCH=ON "$tools/em.sh" emcmake
        shown bench "$tools/em.sh" cmake --build "$build/wasm" --target "${targets[@]}"
        return 0
    fi
    configure bench native -DALONGSIDE_BENCH=ON
    shown bench cmake --build "$build/native" --target "bench_$name"
}

build_fonts() {
    local stamp="$build/assets/fonts_made_from" identity
    identity=$(hash_of "$tools/make_fonts.py" "$repo_root/assets/icons.txt" "$repo_root/assets/package-lock.json")
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$identity" ]; then return 0; fi
    say "building: fonts"
    quietly fonts /usr/bin/python3 "$tools/make_fonts.py" "$(npm_folder assets)/node_modules" \
        "$repo_root/assets/icons.txt" "$build/assets/fonts"
    printf '%s' "$identity" >"$stamp"
}

# build_client [--target TARGET]
build_client() {
    build_fonts
    say "building: client and plugins"
    configure client wasm "$tools/em.sh" emcmake
    shown client "$tools/em.sh" cmake --build "$build/wasm" "$@"
}

build_fuzz() {
    say "building: fuzz targets"
    configure fuzz fuzz
    shown fuzz cmake --build "$build/fuzz" --target fuzz_targets
}

build_sanitizers() {
    say "building: tests with sanitizers"
    configure sanitizers asan
    shown sanitizers cmake --build "$build/asan"
}

# What uses threads: the server and its tests, alone.
build_threads() {
    say "building: tests with the thread sanitizer"
    configure threads tsan
    shown threads cmake --build "$build/tsan" --target unit_threads unit_server unit_backup
}

# The client is linked by one core, one step after the other; meanwhile what is native is compiled.
build_beside() {
    local beside status=0
    set -m
    (go_last && exec "$tools/build.sh" "$1") &
    set +m
    beside=$!
    trap 'kill -- "-$beside" 2>/dev/null' EXIT
    "$tools/build.sh" "$2"
    wait "$beside" || status=$?
    trap - EXIT
    exit "$status"
}

if [ "${1:-}" = --beside ]; then build_beside "$2" "$3"; fi
for part in "$@"; do
    case $part in
        server) build_native server --target council-api ;;
        tests) build_native tests ;;
        www) build_client --target www ;; # without the tests' own plugins
        client) build_client ;;
        fonts) build_fonts ;;
        fuzz) build_fuzz ;;
        sanitizers) build_sanitizers ;;
        threads) build_threads ;;
        bench:*) build_bench "${part#bench:}" ;;
        *) fail "build.sh does not know '$part'" "It knows: server www client tests fonts fuzz sanitizers threads bench:NAME" ;;
    esac
done
