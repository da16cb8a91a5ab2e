#!/bin/sh
# Every suite, or those named:  tests/check.sh MODE SHARED [SUITE...]
# Ends with the one line "N passed, N failed[, N skipped]"; status 1 when
# anything failed. Logs: build/check/SUITE.log.
set -u
cd "$(dirname "$0")/.." || exit 1
mode=$1 shared=$2
shift 2
[ $# = 0 ] && set -- house house-broken unit asan replay cases cli http \
    containers feeds watch hostile store reviews api pages layouts verify tamper bundle html5 scorers search treebank browser
unset MAKEFLAGS MFLAGS MAKELEVEL
mkdir -p build/check
rm -f build/check/*.log

suite() {
    name=$1 in=$2
    shift 2
    tests/tally.sh "$name" "build/check/$name.log" \
        make --no-print-directory -s -k -j"$(nproc)" SHARED="$shared" \
        MODE="$in" "$@"
}

if suite build "$mode" suite-build; then
    for name; do
        case $name in
        asan) suite asan asan suite-unit ;;
        replay) suite replay asan suite-replay ;;
        *) suite "$name" "$mode" "suite-$name" ;;
        esac
    done
fi
cat build/check/*.log | awk '
    /^tally / { ok += $2; failed += $3; skipped += $4 }
    END {
        printf "%d passed, %d failed", ok, failed
        if (skipped) printf ", %d skipped", skipped
        print ""
        exit failed > 0 || ok == 0
    }'
