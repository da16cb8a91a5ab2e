#!/bin/sh
# Feed each fuzz target its committed corpus:  tests/run_replay.sh PROGRAM...
# Every program also gets the empty input and some broken bytes.
set -u
[ $# = 0 ] && { echo "skip replay: there is no fuzz target yet"; exit 0; }
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
: > "$tmp/empty"
printf '\377\376\000\330<a <!--\342\200 ]]>&#x110000;{"text":"\\ud800' > "$tmp/broken"
head -c 65536 /dev/urandom > "$tmp/random"

for program; do
    name=$(basename "$program")
    [ -x "$program" ] || { echo "FAIL $name: is not built"; continue; }
    files=$(find "fuzz/corpus/$name" -type f 2>/dev/null | sort)
    # shellcheck disable=SC2086  # names of the corpus have no spaces
    if out=$(timeout 120 "$program" "$tmp/empty" "$tmp/broken" "$tmp/random" $files 2>&1)
    then
        echo "ok $name: $(printf '%s\n' "$files" | grep -c .) files and 3 odd ones"
    else
        cp "$tmp/random" "$program.random"
        printf '%s\n' "$out" | tail -30
        echo "FAIL $name: replay failed (random bytes kept as $program.random)"
    fi
done
