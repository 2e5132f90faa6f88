# Fetches packages of another Debian release without touching this machine's own apt
# configuration. The mirror is the one the machine already uses. Sourced by setup.sh.

debian_mirror() {
    if [ -n "${ALONGSIDE_DEBIAN_MIRROR:-}" ]; then
        printf '%s' "$ALONGSIDE_DEBIAN_MIRROR"
        return
    fi
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 'Created-By: Packages' |
        awk '$2 == "Debian" && $3 == "Debian" { print $1; exit }')
    [ -n "$mirror" ] || fail "no Debian mirror in this machine's apt sources" \
        "Put emcc $required_emcc or newer on PATH," \
        "or set ALONGSIDE_DEBIAN_MIRROR to the address of a Debian mirror."
    printf '%s' "${mirror%/}"
}

# apt_of SUITE ARGUMENTS…: apt-get with lists and sources of its own, for one release.
# Sid's index may be older than apt likes on a mirror that is a snapshot; signatures still count.
apt_of() {
    local suite=$1 state="$cache_root/apt/$1"
    shift
    mkdir -p "$state/lists/partial" "$state/archives/partial"
    if [ ! -f "$state/sources.list" ]; then
        local mirror keys=/usr/share/keyrings/debian-archive-keyring.gpg
        mirror=$(debian_mirror)
        printf '%s [signed-by=%s] %s %s main\n' deb "$keys" "$mirror" "$suite" \
            deb-src "$keys" "$mirror" "$suite" >"$state/sources.list"
    fi
    apt-get -q -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none \
        -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false \
        -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false \
        -o APT::Sandbox::User= -o APT::Update::Post-Invoke-Success= \
        -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$state/lists" -o Dir::Cache="$state" \
        -o Dir::Cache::archives="$state/archives" "$@"
}

# debian_source SUITE PACKAGE FOLDER: the source package, unpacked into FOLDER. The lists are read
# anew when they are missing or name a version that the mirror no longer has.
debian_source() {
    local suite=$1 package=$2 folder=$3 work="$3.partial"
    rm -rf "$work"
    mkdir -p "$work"
    if [ ! -f "$cache_root/apt/$suite/updated" ] || ! download_source "$suite" "$package" "$work" >/dev/null 2>&1; then
        quietly "apt-$suite" apt_of "$suite" update
        touch "$cache_root/apt/$suite/updated"
        quietly "source-$package" download_source "$suite" "$package" "$work"
    fi
    (cd "$work" && quietly "unpack-$package" dpkg-source --no-check -x ./*.dsc unpacked)
    replace_folder "$work/unpacked" "$folder"
    rm -rf "$work"
}

download_source() {
    (cd "$3" && apt_of "$1" source --download-only "$2")
}
