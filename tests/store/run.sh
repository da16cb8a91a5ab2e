#!/bin/sh
# The record as a whole program uses it:  tests/store/run.sh AHD FOLDER
set -u
here=$(dirname "$0")
out=$(dirname "$1")
work=$2

for program in record ticker old; do
    make --no-print-directory -s MODE="$(basename "$out")" \
        "$out/tests/store/$program" ||
        { echo "FAIL store: tests/store/$program.c does not build"; exit 1; }
done
rm -rf "$work/records" "$work/drill" "$work/kill"
mkdir -p "$work/records"
"$out/tests/store/record" "$work/records"
python3 "$here/drill.py" "$1" "$work/drill" ||
    echo "FAIL drill: it ended with $?"
python3 "$here/kill.py" "$1" "$work/kill" 50 || echo "FAIL kill: it ended with $?"
