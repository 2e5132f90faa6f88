# Says whether the emcc on PATH is new enough for us. Sourced by setup and em.sh.

required_emcc=3.1.69

system_emcc_is_suitable() {
    [ -z "${ALONGSIDE_PRIVATE_TOOLCHAIN:-}" ] || return 1
    command -v emcc >/dev/null || return 1
    local version
    version=$(emcc --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)
    [ -n "$version" ] || return 1
    [ "$(printf '%s\n%s\n' "$required_emcc" "$version" | sort -V | head -n 1)" = "$required_emcc" ]
}
