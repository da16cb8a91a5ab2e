#!/bin/sh
# The outline of the world of the map page, from what npm brought for faces.sh:
#     tools/land.sh FACES-FOLDER OUT.svg
# Without it the file is empty, which is told once: the map is a list then.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
out=$(cd "$(dirname "$2")" && pwd)/$(basename "$2") || exit 1

if [ -d "$1/node_modules/world-atlas" ] && cp "$here/land.mjs" "$1/" &&
   (cd "$1" && node land.mjs "$out" >land.log 2>&1); then
    exit 0
fi
echo "land: there is no world-atlas in $1; the map is a list of places (remove $1 to try again)" >&2
: >"$out"
