#!/usr/bin/env bash
# ./alongside release FOLDER: a signed release, all that a council puts on its machine: council-api, www, the unit of systemd and
# nginx's configuration, the list of what it is made of (bom.cdx.json) and SHA256SUMS. README, "Releasing", says what
# stands in the environment: who signs, whose keys count, the release's number. The same commit, number and keys
# give the same bytes again.
# ./alongside release --check FOLDER: builds all of it a second time, from a fresh clone elsewhere without the compiler's cache,
# and compares. Takes as long as a first build.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"

check=no
if [ "${1:-}" = --check ]; then
    check=yes
    shift
fi
folder=${1:-}
[ -n "$folder" ] || fail "release needs a folder" "./alongside release FOLDER"
for name in ALONGSIDE_SIGNING_KEY ALONGSIDE_RELEASE_KEYS ALONGSIDE_RELEASE; do
    [ -n "${!name:-}" ] || fail "$name is not set" "README, \"Releasing\", says what belongs there."
done
cd "$repo_root"
[ -z "$(git status --porcelain)" ] || fail "there are changes that are in no commit" "Commit them, so that others can build the same."
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

# build_into FOLDER: builds the clone that this script stands in, and puts what belongs to a release there.
build_into() {
    local out=$1
    [ ! -e "$out" ] || fail "$out is there already" "Give a new folder."
    "$tools/setup.sh" run
    "$tools/build.sh" server www
    mkdir -p "$out"
    install -m 755 build/native/bin/council-api "$out/council-api"
    cp -r build/www "$out/www"
    cp app/server/deploy/alongside.service app/server/deploy/nginx.conf LICENSE CHANGELOG.md SECURITY.md "$out/"
    "$cache_root/node/bin/node" "$tools/make_sbom.mjs" "$out/bom.cdx.json" "$out/council-api"
    (cd "$out" && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS)
    "$out/council-api" release verify "$out/www" "$ALONGSIDE_RELEASE_KEYS"
    say "the release is in $out; the SHA-256 of its SHA256SUMS: $(sha256sum <"$out/SHA256SUMS" | cut -d' ' -f1)"
}

if [ "$check" = no ]; then
    build_into "$(realpath -m "$folder")"
    exit 0
fi
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
git clone -q "$repo_root" "$again/clone"
CCACHE_DISABLE=1 "$again/clone/app/tools/release.sh" "$again/out"
diff "$folder/SHA256SUMS" "$again/out/SHA256SUMS" || fail "the second build is another one" "The lines above differ."
say "built twice: $(wc -l <"$folder/SHA256SUMS") files, the same bytes"
