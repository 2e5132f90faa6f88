# Lighthouse, which `bench lighthouse` asks: from npm, in a folder named after its lock file's hash. Sourced by
# setup.sh.

set_up_lighthouse() {
    local from="$repo_root/tests/bench/lighthouse" folder
    folder="$cache_root/npm/bench-lighthouse-$(hash_of "$from/package-lock.json")"
    if [ ! -d "$folder" ]; then
        say "setup: Lighthouse, for bench lighthouse"
        ensure_npm
        rm -rf "$folder.partial"
        mkdir -p "$folder.partial"
        cp "$from/package.json" "$from/package-lock.json" "$folder.partial/"
        (cd "$folder.partial" && quietly npm-lighthouse npm ci --ignore-scripts --no-audit --no-fund)
        mv "$folder.partial" "$folder"
    fi
    mkdir -p "$repo_root/build/npm"
    ln -sfn "$folder" "$repo_root/build/npm/bench-lighthouse"
}
