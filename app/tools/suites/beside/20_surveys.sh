#!/usr/bin/env bash
# The survey engine beside survey-core: random expressions and surveys in both, compared.
set -euo pipefail
tools="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
source "$tools/common.sh"

scale=1
[ "${1:-short}" = short ] || scale=10
TZ=UTC exec "$cache_root/node/bin/node" "$repo_root/tests/surveys/suite.mjs" "$scale"
