# Shared by every script in app/tools: where things are, how progress is told, and how a
# step is made safe to interrupt. Sourced, never run. Expects `set -euo pipefail`.

repo_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache_root="${XDG_CACHE_HOME:-$HOME/.cache}/alongside"
started_at=${ALONGSIDE_STARTED_AT:-$(date +%s)}
export ALONGSIDE_STARTED_AT=$started_at
mkdir -p "$cache_root/stamps"

# One line of progress with the time since the command began.
say() {
    local seconds=$(($(date +%s) - started_at))
    printf '[%2d:%02d] %s\n' $((seconds / 60)) $((seconds % 60)) "$*" >&2
}

# What went wrong, and what the person can do about it.
fail() {
    printf '\nalongside: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Runs a noisy command with its output in a log, and shows the log's end if it fails.
quietly() {
    local log="$cache_root/logs/$1.log"
    shift
    mkdir -p "$cache_root/logs"
    if ! "$@" >"$log" 2>&1; then
        tail -n 25 "$log" >&2
        fail "this command failed: $*" "The whole log is in $log" \
            "Run the same command again: everything that was finished is kept."
    fi
}

# step NAME VERSION FUNCTION: runs FUNCTION unless this version of NAME was finished before.
# The stamp is written only after FUNCTION returns, so an interrupted step runs again.
step() {
    local name=$1 version=$2 function=$3 stamp="$cache_root/stamps/$1"
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$version" ]; then return 0; fi
    say "setup: $name"
    rm -f "$stamp"
    "$function"
    printf '%s' "$version" >"$stamp.partial"
    mv "$stamp.partial" "$stamp"
}

# Puts a finished folder in its place in one rename; what was there before goes.
replace_folder() {
    local finished=$1 place=$2
    rm -rf "$place.old"
    if [ -e "$place" ]; then mv "$place" "$place.old"; fi
    mv "$finished" "$place"
    rm -rf "$place.old"
}

hash_of() { cat "$@" | sha256sum | cut -c1-16; }

# From here on this shell, and what it starts, takes only what others leave of the machine.
go_last() { chrt --idle --pid 0 "$BASHPID" 2>/dev/null || renice -n 19 -p "$BASHPID" >/dev/null; }

# long_only [LENGTH]: how a suite begins that only `test long` runs; it counts as skipped else.
long_only() {
    if [ "${1:-short}" != short ]; then return 0; fi
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
}
