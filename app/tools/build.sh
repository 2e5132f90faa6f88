#!/usr/bin/env bash
# Builds parts of Alongside: build.sh server|client|tests|fuzz|fonts …
# Output goes to build/<preset>; the whole log of each part is build/logs/<part>.log.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
source "$tools/setup/node.sh"

export CCACHE_DIR="${CCACHE_DIR:-$cache_root/ccache}"
build="$repo_root/build"
logs="$build/logs"
mkdir -p "$logs"

# Keeps the whole output in a log and shows one line each tenth of the way.
progress() {
    awk -v log_file="$logs/$1.log" -v started="$started_at" -v name="$1" '
        { print > log_file; fflush(log_file) }
        $1 ~ /^\[[0-9]+\/[0-9]+\]$/ {
            split(substr($1, 2, length($1) - 2), part, "/")
            tenth = int(part[1] * 10 / part[2])
            if (tenth != last) {
                last = tenth
                "date +%s" | getline now; close("date +%s")
                printf "[%2d:%02d]   %s: %d of %d\n", (now - started) / 60, (now - started) % 60, name, part[1], part[2]
                fflush()
            }
        }' >&2
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

configure() {
    local part=$1 preset=$2
    shift 2
    cd "$repo_root"
    if ! "$@" cmake --preset "$preset" >"$logs/$part-configure.log" 2>&1; then
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

build_fonts() {
    local stamp="$build/assets/fonts_made_from" identity
    identity=$(hash_of "$tools/make_fonts.py" "$repo_root/assets/icons.txt" "$repo_root/assets/package-lock.json")
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$identity" ]; then return 0; fi
    say "building: fonts"
    quietly fonts /usr/bin/python3 "$tools/make_fonts.py" "$(npm_folder assets)/node_modules" \
        "$repo_root/assets/icons.txt" "$build/assets/fonts"
    printf '%s' "$identity" >"$stamp"
}

build_client() {
    build_fonts
    say "building: client and plugins"
    configure client wasm "$tools/em.sh" emcmake
    shown client "$tools/em.sh" cmake --build "$build/wasm"
}

build_fuzz() {
    say "building: fuzz targets"
    configure fuzz fuzz
    shown fuzz cmake --build "$build/fuzz" --target fuzz_targets
}

for part in "$@"; do
    case $part in
        server) build_native server --target council-api ;;
        tests) build_native tests ;;
        client) build_client ;;
        fonts) build_fonts ;;
        fuzz) build_fuzz ;;
        *) fail "build.sh does not know '$part'" "It knows: server client tests fonts fuzz" ;;
    esac
done
