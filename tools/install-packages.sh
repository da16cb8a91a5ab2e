#!/bin/sh
# Install what is missing of sections of packaging/packages.txt.
#     tools/install-packages.sh [--optional] SECTION...
# Silent when nothing is missing. With --optional a failure is only told.
set -u
cd "$(dirname "$0")/.." || exit 1

optional=no
[ "${1:-}" = --optional ] && { optional=yes; shift; }

# "package command" of the sections asked for.
wanted() {
    awk -v sections=" $* " '
        { sub(/#.*/, "") }
        /^\[/ { gsub(/[][]/, "", $1); on = index(sections, " " $1 " "); next }
        on && NF { print $1, $2 }' packaging/packages.txt
}

is_there() {
    [ -n "$2" ] && command -v "$2" >/dev/null 2>&1 && return 0
    dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null |
        grep -qx installed
}

give_up() {
    echo "$1" >&2
    [ $optional = yes ] && exit 0
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing=$(wanted "$@" | while read -r package command; do
    is_there "$package" "$command" || printf '%s ' "$package"
done)
[ -z "$missing" ] && exit 0

command -v apt-get >/dev/null ||
    give_up "needed, and no apt-get to install it: $missing"
[ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    give_up "run as root, or install sudo: needed are $missing"
echo "installing: $missing"
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # a list of words
if as_root apt-get update -qq >"$log" 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends $missing >>"$log" 2>&1; then
    exit 0
fi
tail -5 "$log" >&2
give_up "could not install: $missing"
