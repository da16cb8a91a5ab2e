#!/bin/sh
# Pages of a record of a million acts, fifty readers; see bench/serving.py:
#   tests/soak/serving.sh OUT SHARED     (COUNT=1000000)
set -u
exec python3 bench/serving.py "$1" "$2" --acts "${COUNT:-1000000}" --strict
