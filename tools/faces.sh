#!/bin/sh
# The faces of type of the web UI, by the lock file of app/web/ui:
#     tools/faces.sh FOLDER
#     tools/faces.sh --retry FOLDER    forget those that were made without npm
# Without node or a package registry the files are made empty, which is told
# once: pages are set in the fonts of the reader's system then.
set -u
if [ "$1" = --retry ]; then
    [ -s "$2/faces.css" ] || ! command -v npm >/dev/null || rm -rf "$2"
    exit 0
fi
folder=$1
here=$(cd "$(dirname "$0")/.." && pwd) || exit 1
log=$folder/faces.log

do_without() {
    echo "faces: $1; pages use the fonts of the system, and the map is a list" \
        "(with nodejs and npm installed: rm -r $folder, and make again)" >&2
    for name in naskh arabic label serif label-western serif-western \
        label-further serif-further; do
        : >"$folder/$name.woff2"
    done
    : >"$folder/faces.css"
    exit 0
}

mkdir -p "$folder" || exit 1
command -v node >/dev/null && command -v npm >/dev/null ||
    do_without "there is no node or npm"
cp "$here/app/web/ui/package.json" "$here/app/web/ui/package-lock.json" \
    "$here/tools/faces.mjs" "$folder/" && cd "$folder" || exit 1
npm ci --no-audit --no-fund --fetch-retries 1 --fetch-timeout 20000 \
    >faces.log 2>&1 </dev/null ||
    { cd "$here" && do_without "npm ci failed, see $log"; }
node faces.mjs . >>faces.log 2>&1 ||
    { cd "$here" && do_without "node failed, see $log"; }
