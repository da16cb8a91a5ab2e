#!/bin/sh
# The command line, case by case:  tests/cli/run.sh AHD FOLDER
# A case is a shell script run in an empty folder, with `ahd` in PATH and
# $EXAMPLES the example pages; expected are its output (both streams) and
# "(exit N)" unless it ends with 0. UPDATE=1 rewrites what is expected.
set -u
ahd=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
cd "$(dirname "$0")/../.." || exit 1
EXAMPLES=$(pwd)/examples
PATH=$(dirname "$ahd"):$PATH
LC_ALL=C.UTF-8
unset NO_COLOR
export EXAMPLES PATH LC_ALL

bad=0
for file in tests/cli/*.txt; do
    empty=$work/$(basename "$file" .txt)
    rm -rf "$empty"
    mkdir -p "$empty"
    awk -v cmd="tests/cli/in_folder.sh '$empty'" -v tmp="$work/case.sh" \
        -v update="${UPDATE:-}" -f tests/house/run_cases.awk "$file" || bad=1
done
exit $bad
