# Sources and headers that both compilers read, unpacked from Debian packages into the cache. They
# are not installed: Boost 1.81 would remove another version from the machine, and Emscripten must
# not see /usr/include. Sourced by setup.sh.

header_packages=(libcereal-dev rapidjson-dev libfmt-dev libfast-float-dev doctest-dev libcli11-dev libspdlog-dev)
imgui_suite=sid

# unpack_headers FOLDER PACKAGES…: the packages' /usr/include as FOLDER.
unpack_headers() {
    local folder=$1 work="$1.partial" package
    shift
    rm -rf "$work"
    mkdir -p "$work/debs" "$work/root"
    if ! (cd "$work/debs" && apt-get -q download "$@") >/dev/null 2>&1; then
        quietly apt-update as_root apt-get -q update
        (cd "$work/debs" && quietly "headers-$(basename "$folder")" apt-get -q download "$@")
    fi
    for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$work/root"; done
    replace_folder "$work/root/usr/include" "$folder"
    rm -rf "$work"
}

get_headers() { unpack_headers "$cache_root/deps/headers" "${header_packages[@]}"; }
get_boost() { unpack_headers "$cache_root/deps/boost_headers" libboost1.81-dev; }
get_imgui() { debian_source "$imgui_suite" imgui "$cache_root/deps/imgui"; }

# The port recipe copies the whole folder and stops at a dangling link.
get_sdl2() {
    debian_source trixie libsdl2 "$cache_root/deps/sdl2"
    find "$cache_root/deps/sdl2" -xtype l -delete
}

# `apt-get download` needs this machine's package lists; a fresh container has none.
ensure_package_lists() {
    apt-cache show libcereal-dev >/dev/null 2>&1 || quietly apt-update as_root apt-get -q update
}

set_up_dependencies() {
    command -v apt-get >/dev/null || {
        say "setup: no apt-get here; headers come from the system and Dear ImGui from upstream"
        return 0
    }
    mkdir -p "$cache_root/deps"
    ensure_package_lists
    step headers "1 ${header_packages[*]}" get_headers
    step boost "1 1.81" get_boost
    step imgui "1 $imgui_suite" get_imgui
    system_emcc_is_suitable || step sdl2 "1 trixie" get_sdl2
}
