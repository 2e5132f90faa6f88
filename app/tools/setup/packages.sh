# Which Debian packages this machine needs, and how the missing ones are installed. Sourced by setup.sh.

packages_for_run=(
    build-essential ca-certificates cmake ninja-build ccache git
    libcurl4-openssl-dev libbrotli-dev libsqlite3-dev libpq-dev libssl-dev libgumbo-dev libreadstat-dev libqrencode-dev
    libfido2-dev libzip-dev libexpat1-dev prometheus-cpp-dev
    dpkg-dev mmdebstrap bubblewrap debian-archive-keyring
    python3-fonttools woff2
)
packages_for_test=(
    chromium firefox-esr webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb xauth curl
    clang-19 libclang-rt-19-dev clang-format-19 clang-tidy-19
    librapidcheck-dev hledger libglpk-dev nginx-light clamav-daemon postgresql slowhttptest
)

packages_for_bench=(libprotobuf-dev protobuf-compiler libmsgpack-cxx-dev ledger hledger nginx-light postgresql)

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]
}

# install_packages NAME PACKAGES…: only what is missing, so that a machine that has everything
# needs neither the network nor root.
install_packages() {
    local name=$1 missing=() package
    shift
    command -v apt-get >/dev/null || {
        say "setup: no apt-get here; these are taken to be installed already: $*"
        return 0
    }
    for package in "$@"; do is_installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "setup: installing ${#missing[@]} Debian packages for '$name': ${missing[*]}"
    quietly apt-update as_root apt-get -q update
    quietly "apt-$name" as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y \
        --no-install-recommends "${missing[@]}"
}
