#!/bin/sh
# The record as a whole program uses it:  tests/store/run.sh AHD FOLDER
set -u
here=$(dirname "$0")
out=$(dirname "$1")
work=$2

for program in record ticker; do
    make --no-print-directory -s MODE="$(basename "$out")" \
        "$out/tests/store/$program" ||
        { echo "FAIL store: tests/store/$program.c does not build"; exit 1; }
done
rm -rf "$work/records"
mkdir -p "$work/records"
"$out/tests/store/record" "$work/records"
sh "$here/kill.sh" "$1" "$out/tests/store/ticker" "$work"
