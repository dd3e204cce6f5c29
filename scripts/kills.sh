#!/usr/bin/env bash
# A thousand kills of a serving bot under load at moments that chance decides, or as many as named: scripts/kills.sh 200 [seed]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PUENTE_KILLS="${1:-1000}" PUENTE_SEED="${2:-$RANDOM}" cargo test --release --locked --test puente -- serve::twenty_kills --nocapture
