# What a single command asks of npm, each in a folder named after its lock file's hash: Lighthouse for `bench lighthouse`,
# the design systems for `screens beside`. Sourced by setup.sh.

# set_up_own_npm NAME FOLDER WORDS: FOLDER has package.json and its lock file; build/npm/NAME leads to what was fetched.
set_up_own_npm() {
    local name=$1 from="$repo_root/$2" words=$3 folder
    folder="$cache_root/npm/$name-$(hash_of "$from/package-lock.json")"
    if [ ! -d "$folder" ]; then
        say "setup: $words"
        ensure_npm
        rm -rf "$folder.partial"
        mkdir -p "$folder.partial"
        cp "$from/package.json" "$from/package-lock.json" "$folder.partial/"
        (cd "$folder.partial" && quietly "npm-$name" npm ci --ignore-scripts --no-audit --no-fund)
        mv "$folder.partial" "$folder"
    fi
    mkdir -p "$repo_root/build/npm"
    ln -sfn "$folder" "$repo_root/build/npm/$name"
}
