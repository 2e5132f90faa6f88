#!/usr/bin/env bash
# Makes this machine ready: setup.sh run|check|test [BENCH]|bench NAME. Installs only what is missing, keeps everything in
# the user's cache folder, and may be interrupted and started again at any point.
#   run: what building and serving needs. test: also browsers, clang and the test tools.
#   bench NAME: also what ours is measured beside.
set -euo pipefail
tools=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$tools/common.sh"
source "$tools/emscripten_version.sh"
source "$tools/setup/packages.sh"
source "$tools/setup/debian_source.sh"
source "$tools/setup/toolchain.sh"
source "$tools/setup/libraries.sh"
source "$tools/setup/dependencies.sh"
source "$tools/setup/node.sh"
source "$tools/setup/actual.sh"
source "$tools/setup/own_npm.sh"
source "$tools/setup/survey_pages.sh"

group=${1:-run}
bench=${2:-}

exec 9>"$cache_root/setup.lock"
if ! flock -n 9; then
    say "setup: waiting for another setup on this machine to finish"
    flock 9
fi

install_packages run "${packages_for_run[@]}"
if [ "$group" = check ]; then install_packages check clang-format-19; fi
if [ "$group" = test ]; then install_packages test "${packages_for_test[@]}"; fi
if [ "$group" = bench ]; then install_packages bench "${packages_for_bench[@]}"; fi
set_up_dependencies
set_up_toolchain
set_up_libraries
set_up_node
set_up_npm assets
if [ "$group $bench" = "bench ledger" ]; then set_up_actual; fi
if [ "$bench" = lighthouse ]; then set_up_own_npm bench-lighthouse tests/bench/lighthouse "Lighthouse, for bench lighthouse"; fi
if [ "$bench" = beside ]; then set_up_own_npm beside tests/browser/beside "the design systems, for screens beside"; fi
if [ "$group $bench" = "bench surveys" ]; then set_up_survey_pages; fi
if [ "$group" = test ] || [ "$group" = bench ]; then set_up_npm tests; fi
say "setup: everything for '$group' is there ($cache_root)"
