# Emscripten: the one on PATH when it is new enough, else a private Debian root with it; then the
# system libraries and SDL2 as position-independent code, built once. Sourced by setup.sh.

toolchain_version="trixie-1 emscripten cmake ninja-build ccache"

make_private_root() {
    local root="$cache_root/toolchain" mirror
    mirror=$(debian_mirror)
    as_root rm -rf --one-file-system "$root.partial" "$root"
    # In a mount namespace of its own, so that an interrupted run leaves nothing mounted behind.
    quietly toolchain as_root unshare --mount mmdebstrap --variant=apt \
        --include=emscripten,cmake,ninja-build,ccache trixie "$root.partial" "$mirror"
    as_root rm -rf "$root.partial/var/cache/apt/archives" "$root.partial/usr/share/doc" "$root.partial/usr/share/man"
    as_root mv "$root.partial" "$root"
}

# A link of a small program makes Emscripten build each system library it would need later.
build_system_libraries() {
    local work="$cache_root/warm-up"
    rm -rf "$work"
    mkdir -p "$work"
    cp "$tools/setup/warm_up_main.cpp" "$tools/setup/warm_up_side.cpp" "$work/"
    quietly system-libraries "$tools/em.sh" bash "$tools/setup/warm_up.sh" "$work"
    rm -rf "$work"
}

set_up_toolchain() {
    local identity
    if system_emcc_is_suitable; then
        identity="system $(emcc --version | head -n 1)"
        say "setup: using the Emscripten on PATH"
    else
        command -v mmdebstrap >/dev/null && command -v bwrap >/dev/null ||
            fail "no emcc $required_emcc or newer on PATH, and no mmdebstrap and bwrap to make one" \
                "Install emsdk $required_emcc and put it on PATH, or run this on Debian 12 or newer."
        step toolchain "$toolchain_version" make_private_root
        identity="$toolchain_version"
    fi
    step system-libraries "$identity $(hash_of "$tools"/setup/warm_up*)" build_system_libraries
}
