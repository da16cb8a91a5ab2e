#!/bin/sh
# The outline of the world of the map page, from what npm brought for faces.sh:
#     tools/land.sh FACES-FOLDER OUT.svg
# Without it the file is empty: the map is a list then.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
out=$(cd "$(dirname "$2")" && pwd)/$(basename "$2") || exit 1

if [ -d "$1/node_modules/world-atlas" ] && cp "$here/land.mjs" "$1/" &&
   (cd "$1" && node land.mjs "$out" >land.log 2>&1); then
    exit 0
fi
[ -s "$1/faces.css" ] &&
    echo "land: there is no map in $1, see land.log there; the map is a list" >&2
: >"$out"
