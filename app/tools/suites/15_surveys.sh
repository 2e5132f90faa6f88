#!/usr/bin/env bash
# The survey engine beside survey-core: random expressions and surveys in both, compared.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
source "$tools/common.sh"

count=3000
[ "${1:-short}" = short ] || count=50000
TZ=UTC exec "$cache_root/node/bin/node" "$repo_root/tests/surveys/suite.mjs" "$count"
