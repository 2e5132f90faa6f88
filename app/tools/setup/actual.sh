# Actual, which `bench ledger` is measured beside: from npm, in a folder named after its lock file's hash. Its
# SQLite binding is compiled here, since the prebuilt one is not on npm. Sourced by setup.sh.

set_up_actual() {
    local from="$repo_root/tests/bench/ledger" folder
    folder="$cache_root/npm/bench-ledger-$(hash_of "$from/package-lock.json")"
    if [ ! -d "$folder" ]; then
        say "setup: Actual, for bench ledger (about 200 MB; its SQLite takes a minute or two to compile)"
        ensure_npm
        rm -rf "$folder.partial"
        mkdir -p "$folder.partial"
        cp "$from/package.json" "$from/package-lock.json" "$folder.partial/"
        (cd "$folder.partial" && quietly npm-actual npm ci --ignore-scripts --no-audit --no-fund)
        (cd "$folder.partial/node_modules/better-sqlite3" && quietly actual-sqlite "$cache_root/node/bin/node" \
            ../node-gyp/bin/node-gyp.js rebuild --release --nodedir="$cache_root/node" -j 2)
        mv "$folder.partial" "$folder"
    fi
    mkdir -p "$repo_root/build/npm"
    ln -sfn "$folder" "$repo_root/build/npm/bench-ledger"
}
