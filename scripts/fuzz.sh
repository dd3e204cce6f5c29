#!/usr/bin/env bash
# A million values for each property of tests/puente/properties.rs, or as many as named: scripts/fuzz.sh 100000
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PROPTEST_CASES="${1:-1000000}" cargo test --release --locked --test puente -- properties:: --nocapture
