#!/bin/sh
# The tokenizer and the choice of a charset beside the standard:
#     tests/html5/run.sh AHD FOLDER SHARED
set -u
out=$(dirname "$1")

for program in tokens charsets; do
    make --no-print-directory -s MODE="$(basename "$out")" \
        "$out/tests/html5/$program" ||
        { echo "FAIL html5: tests/html5/$program.c does not build"; exit 1; }
done
exec python3 "$(dirname "$0")/compare.py" "$out/tests/html5" "$3"
