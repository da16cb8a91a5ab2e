#!/bin/sh
# Every case under tests/cases/:  tests/run_cases.sh OUT [1 to update]
# A folder is a stage. The program that reads a case's input is the "$ ..."
# line at the head of the file (with `ahd` in PATH), else the folder's dump.c.
set -u
out=$1 update=${2:-}
here=$(pwd)
PATH=$here/$out:$PATH
export PATH

found=0 bad=0
for file in tests/cases/*/*.txt; do
    [ -f "$file" ] || continue
    found=1
    stage=$(dirname "$file")
    command=$(sed -n '1s/^\$ //p' "$file")
    [ -n "$command" ] || command=$out/$stage/dump
    mkdir -p "$out/$stage"
    LC_ALL=C awk -v cmd="$command" -v tmp="$out/$file.in" \
        -v update="$update" -f tests/house/run_cases.awk "$file" || bad=1
done
[ $found = 1 ] || echo "skip cases: there are none yet"
exit $bad
