#!/bin/sh
# Run unit tests, several at once:  tests/run_unit.sh PROGRAM...
# A program built with test.h's RUN names its own tests; for any other its
# exit status decides.
set -u

one() {
    [ -x "$1" ] || { echo "FAIL $(basename "$1"): is not built"; return; }
    out=$(timeout 60 "$1" 2>&1)
    status=$?
    name=$(basename "$1")
    printf '%s\n' "$out" | grep -a . | sed "s/^ok /ok $name: /; s/^FAIL /FAIL $name: /"
    printf '%s\n' "$out" | grep -aq '^FAIL ' && return
    if [ $status = 124 ]; then
        echo "FAIL $name: still running after 60 s"
    elif [ $status != 0 ]; then
        echo "FAIL $name: ended with status $status"
    elif ! printf '%s\n' "$out" | grep -aq '^ok '; then
        echo "ok $name"
    fi
}

if [ "${1:-}" = --one ]; then
    text=$(one "$2")    # in one piece, so that programs do not mix
    printf '%s\n' "$text"
    exit 0
fi
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 "$0" --one
