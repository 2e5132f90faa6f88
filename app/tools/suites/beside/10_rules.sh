#!/usr/bin/env bash
# What ./alongside check checks: format, include rules, words, sizes, forbidden things.
exec "$(dirname "${BASH_SOURCE[0]}")/../../check.sh" --no-setup
