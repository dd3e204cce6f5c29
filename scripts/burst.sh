#!/usr/bin/env bash
# Two hundred leads within a minute under Telegram's limits, or as many as named: scripts/burst.sh 50
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PUENTE_LEADS="${1:-200}" cargo test --locked --test puente -- burst:: --nocapture
