#!/bin/sh
# Queries of a record of a million acts; see bench/latency.py:
#   tests/soak/latency.sh OUT SHARED     (COUNT=1000000 MOST=100, milliseconds)
set -u
exec python3 bench/latency.py "$1" "$2" --acts "${COUNT:-1000000}" --most "${MOST:-100}"
