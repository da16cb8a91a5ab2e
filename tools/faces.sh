#!/bin/sh
# The faces of type of the web UI, by the lock file of app/web/ui:
#     tools/faces.sh FOLDER
# Without node or a package registry the files are made empty, which is told
# once: pages are set in the fonts of the reader's system then.
set -u
folder=$1
here=$(cd "$(dirname "$0")/.." && pwd) || exit 1
log=$folder/faces.log

do_without() {
    echo "faces: $1; pages use the fonts of the system (remove $folder to try again)" >&2
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
