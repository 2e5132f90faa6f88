#!/usr/bin/env bash
# Runs a command where Emscripten works: as it is when a new enough emcc is on PATH,
# otherwise inside the private Debian root that ./alongside setup made.
#   app/tools/em.sh emcc --version
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$repo_root/app/tools/emscripten_version.sh"

export CCACHE_DIR="${CCACHE_DIR:-$cache_root/ccache}"
export CCACHE_COMPILERTYPE=clang
mkdir -p "$CCACHE_DIR"

if system_emcc_is_suitable; then exec "$@"; fi

root="$cache_root/toolchain"
[ -x "$root/usr/bin/emcc" ] ||
    fail "the WebAssembly compiler is not set up yet" "Run: ./alongside setup"

# Debian freezes Emscripten's cache; ours is a folder we may write to.
export EM_FROZEN_CACHE=0
export EM_CACHE="$cache_root/em_cache"
export EMCC_LOCAL_PORTS="sdl2=$cache_root/deps/sdl2"
export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
mkdir -p "$EM_CACHE"

exec bwrap --die-with-parent \
    --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var \
    --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
    --dev /dev --proc /proc --bind /tmp /tmp \
    --bind "$repo_root" "$repo_root" --bind "$cache_root" "$cache_root" \
    --chdir "$PWD" "$@"
