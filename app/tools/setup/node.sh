# A pinned Node, whatever the machine has, and the npm packages of a package-lock.json in a folder
# named after the lock file's hash. Sourced by setup.sh.

node_version=22.23.3

ensure_npm() {
    command -v npm >/dev/null && return 0
    command -v apt-get >/dev/null || fail "npm is not installed" "Install Node.js 18 or newer with npm."
    install_packages npm nodejs npm
}

get_node() {
    ensure_npm
    local machine work="$cache_root/node.partial"
    case $(uname -m) in
        x86_64) machine=linux-x64 ;;
        aarch64) machine=linux-arm64 ;;
        *) fail "no prebuilt Node for $(uname -m)" "Put Node $node_version in $cache_root/node/bin/node." ;;
    esac
    rm -rf "$work"
    mkdir -p "$work"
    (cd "$work" && quietly node npm pack --silent "node-$machine@$node_version")
    tar -xzf "$work"/*.tgz -C "$work"
    replace_folder "$work/package" "$cache_root/node"
    rm -rf "$work"
}

set_up_node() {
    step node "$node_version" get_node
}

npm_folder() { printf '%s/npm/%s-%s' "$cache_root" "$1" "$(hash_of "$repo_root/$1/package-lock.json")"; }

# set_up_npm assets|tests: npm ci of that folder's lock file, then a link from build/ to it.
set_up_npm() {
    local name=$1 folder
    folder=$(npm_folder "$name")
    if [ ! -d "$folder" ]; then
        say "setup: npm packages of $name/package-lock.json"
        ensure_npm
        rm -rf "$folder.partial"
        mkdir -p "$folder.partial"
        cp "$repo_root/$name/package.json" "$repo_root/$name/package-lock.json" "$folder.partial/"
        (cd "$folder.partial" && quietly "npm-$name" npm ci --ignore-scripts --no-audit --no-fund)
        mv "$folder.partial" "$folder"
    fi
    mkdir -p "$repo_root/build/npm"
    ln -sfn "$folder" "$repo_root/build/npm/$name"
    # Scripts in tests/ import packages by their bare names, which Node looks for beside them.
    if [ "$name" = tests ]; then
        [ -L "$repo_root/tests/node_modules" ] || rm -rf "$repo_root/tests/node_modules"
        ln -sfn "$folder/node_modules" "$repo_root/tests/node_modules"
    fi
}
