#!/bin/sh
# 1,000 kills of programs that work on a record; see tests/store/kill.py:
#   tests/soak/kills.sh OUT SHARED       (COUNT=1000)
set -u
for program in ticker old; do
    make --no-print-directory -s MODE="$(basename "$1")" \
        "$1/tests/store/$program" || exit 1
done
mkdir -p "$1/tests/soak"
exec python3 tests/store/kill.py "$1/ahd" "$1/tests/soak/kill" "${COUNT:-1000}"
