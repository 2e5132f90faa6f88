#!/usr/bin/env bash
# A release built twice is the same bytes: `./alongside release` and `release --check`, of what is committed, in clones
# of their own, with a key made for it. Long only: it is a whole build, and one more without the compiler's cache.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$tools/common.sh"
long_only "$@"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone -q "$repo_root" "$folder/clone"

# The ring is what make_signing_key.mjs prints, as a list. The key counts from the day of the commit, whose time a release has.
key=$("$cache_root/node/bin/node" "$tools/make_signing_key.mjs" "$folder/key.pem" "$(git -C "$folder/clone" log -1 --format=%cs)")
printf '[%s]\n' "$key" >"$folder/ring.json"
export ALONGSIDE_SIGNING_KEY="$folder/key.pem" ALONGSIDE_RELEASE_KEYS="$folder/ring.json" ALONGSIDE_RELEASE=2

passed=0 failed=0
for step in "" --check; do
    # shellcheck disable=SC2086 # no step is no word
    if [ "$failed" -eq 0 ] && "$folder/clone/app/tools/release.sh" $step "$folder/out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
