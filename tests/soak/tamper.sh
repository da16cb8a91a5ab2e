#!/bin/sh
# 10,000 tampered records, all of which must be found:
#   tests/soak/tamper.sh OUT SHARED       (COUNT=10000 SEED=n)
set -u
mkdir -p "$1/tests/soak"
COUNT=${COUNT:-10000} exec python3 tests/tamper/run.py "$1/ahd" "$1/tests/soak" "$2"
