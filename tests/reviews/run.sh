#!/bin/sh
# What people decided, and what becomes of it:  tests/reviews/run.sh AHD FOLDER
set -u
out=$(dirname "$1")
make --no-print-directory -s MODE="$(basename "$out")" \
    "$out/tests/reviews/reviewer" ||
    { echo "FAIL reviews: tests/reviews/reviewer.c does not build"; exit 1; }
exec python3 "$(dirname "$0")/run.py" "$1" "$out/tests/reviews/reviewer" "$2"
