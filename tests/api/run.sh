#!/bin/sh
# Install into an empty folder, then use it as a stranger would:
#   tests/api/run.sh MODE
set -u
mode=$1
tree=$(mktemp -d) || exit 1
trap 'rm -rf "$tree"' EXIT
unset MAKEFLAGS MFLAGS MAKELEVEL
prefix=/opt/ahd

# step NAME COMMAND...: ok when it succeeds; else its output, and the end.
step() {
    name=$1
    shift
    if "$@" >"$tree/log" 2>&1; then
        echo "ok $name"
    else
        cat "$tree/log"
        echo "FAIL $name: $(grep -m1 . "$tree/log")"
        exit 1
    fi
}

is_installed() {
    for file in bin/ahd include/ahd/ahd.h include/ahd/ahd_find.h \
        include/ahd/ahd_review.h include/ahd/base/api.h \
        lib/libahd.so lib/libahd.so.0 lib/libahd.a lib/pkgconfig/ahd.pc \
        share/man/man1/ahd.1; do
        [ -s "$tree$prefix/$file" ] || { echo "$file is missing"; return 1; }
    done
}

pkg() {
    PKG_CONFIG_PATH="$tree$prefix/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$tree" \
        pkg-config "$@" ahd
}

compile() {
    # shellcheck disable=SC2046  # flags are words
    "${CC:-cc}" -std=c11 -Wall -Wextra -Werror -o "$tree/$1" \
        tests/api/foreign.c $2 $(pkg --cflags) $3
}

reads() {
    printf 'x' >"$tree/log"
    out=$(cd "$tree" && LD_LIBRARY_PATH="$tree$prefix/lib" "./$1" "$pages" \
        "$tree/gone.html") || { echo "ended badly: $out"; return 1; }
    echo "$out"
    echo "$out" | grep -Eq '^ahd [0-9.]+: [1-9][0-9]* articles, 1 skipped' ||
        return 1
}

pages=$(pwd)/examples
step "make install" make --no-print-directory -s MODE="$mode" \
    DESTDIR="$tree" PREFIX=$prefix install
step "everything is installed" is_installed
step "a foreign program links the shared library" compile shared "" \
    "$(pkg --libs)"
step "it reads pages" reads shared
step "a foreign program links the static library" compile static "" \
    "$tree$prefix/lib/libahd.a $(pkg --libs --static | sed 's/-lahd//')"
step "it reads them too" reads static
step "the installed program runs" "$tree$prefix/bin/ahd" --version
