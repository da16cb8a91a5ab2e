#!/bin/sh
# The rules of the house, on what was built:  tests/house/run.sh OUT
# From the environment: PURE (modules), CC, CHECK_FLAGS (how to compile).
# ONLY=function runs one check. tests/house/selftest.sh breaks each of them.
set -u
out=$1
here=tests/house
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C
failed=0

# check NAME FUNCTION: its output is the reason.
check() {
    name=$1
    [ "${ONLY:-$2}" = "$2" ] || return
    if "$2" >"$tmp/why" 2>&1; then
        echo "ok $name"
    else
        cat "$tmp/why"
        echo "FAIL $name: $(grep -am1 . "$tmp/why" || echo "no reason given")"
        failed=1
    fi
}

# The files of the project: what git has or would add; all but build without.
files() {
    git ls-files -co --exclude-standard 2>/dev/null | grep . ||
        find . -path ./build -prune -o -path ./.git -prune -o \
            -path '*/node_modules' -prune -o -type f -print
}

layers() {
    find src app include -name '*.[ch]' -exec awk -f $here/check_layers.awk \
        LAYERS {} +
}

purity() {
    for module in $PURE; do
        [ -d "$out/src/$module" ] && objects="$(find "$out/src/$module" \
            -name '*.o' ! -name '*_test.o')" || continue
        # shellcheck disable=SC2086  # a list of files
        [ -z "$objects" ] || nm -uA $objects || return 1
    done >"$tmp/undefined" || return 1
    [ -s "$tmp/undefined" ] || { echo "no pure object to look at"; return 1; }
    awk -f $here/check_purity.awk "$tmp/undefined"
}

exports() {
    nm -D --defined-only "$out/libahd.so" |
        awk '$2 ~ /^[B-Z]$/ { print $3 }' | sort >"$tmp/exported"
    diff $here/exported.txt "$tmp/exported" >"$tmp/diff" && return
    sed -n 's/^> \(.*\)/\1 is exported but not in exported.txt/p
            s/^< \(.*\)/\1 is in exported.txt but not exported/p' "$tmp/diff"
    return 1
}

headers_alone() {
    bad=0
    find include src app -name '*.h' >"$tmp/headers"
    while read -r header; do
        # shellcheck disable=SC2086  # flags are words
        echo 'extern int nothing;' | "$CC" $CHECK_FLAGS -fsyntax-only -x c \
            -include "$header" - 2>"$tmp/cc" || {
            echo "$header does not compile alone"
            cat "$tmp/cc"
            bad=1
        }
    done <"$tmp/headers"
    return $bad
}

data_files() {
    "$out/kbc" "$tmp/kb.bin" data "$out/gazetteer" && cmp "$tmp/kb.bin" "$out/kb.bin"
}

knowledge() {
    awk -F '\t' -f $here/check_knowledge.awk data/actors/*.tsv \
        data/names/*.tsv data/posts/*.tsv data/ties/*.tsv \
        data/agreements/*.tsv data/effective/*.tsv data/commitments/*.tsv \
        data/exceptions/*.tsv data/relations/*.tsv data/values/*.tsv \
        data/texts/*.tsv data/parties/*.tsv
}

# Each page that ships is read, and is an article.
examples() {
    find examples -type f ! -name '*.md' | sort >"$tmp/pages"
    [ -s "$tmp/pages" ] || { echo "examples/ holds no page"; return 1; }
    while read -r page; do
        "$out/ahd" read --json "$page" >"$tmp/json" || {
            echo "$page cannot be read"
            return 1
        }
        grep -q '"kind": *"article"' "$tmp/json" || {
            echo "$page is not read as an article"
            return 1
        }
    done <"$tmp/pages"
}

budgets() {
    find include src app tools tests fuzz -name '*.[ch]' -exec awk \
        -f $here/check_budgets.awk {} +
}

# A file's name tells the file, wherever it is written.
unique_names() {
    find include src app tools -name '*.[ch]' | sort | awk -F/ '
        $NF in seen { print $0 ":1: has the name of " seen[$NF]; bad = 1 }
        { seen[$NF] = $0 }
        END { exit bad }'
}

# Errors that are translated are said so somewhere.
said() {
    find src app -name '*.c' ! -name '*_test.c' ! -name words_said.c -exec \
        awk -f $here/check_said.awk app/web/words_said.c {} +
}

# What the documents at the top and in docs/ point at is there.
links() {
    grep -noE '\]\([^)#:]+\)' ./*.md docs/*/*.md |
        sed 's/^\([^:]*\):\([0-9]*\):](\(.*\))$/\1 \2 \3/' |
        while read -r file line target; do
            [ -e "$(dirname "$file")/$target" ] ||
                echo "$file:$line: $target is not there"
        done >"$tmp/links"
    cat "$tmp/links"
    [ ! -s "$tmp/links" ]
}

# Nothing of one machine: its folders, its package hosts, its lock files.
no_machine() {
    files | grep -Ev '\.(png|gz|bin|ttf|woff2?)$' | while read -r file; do
        [ -f "$file" ] && grep -aHnE \
            '(^|[^[:alnum:]_.~/-])/(work|root|home|Users)/|registry\.npmjs|snapshot\.debian\.org|"resolved": *"http' \
            "$file"
    done | grep -v "^\(\./\)\?$here/run\.sh:" >"$tmp/machine"
    [ -s "$tmp/machine" ] || return 0
    sed 's/^\([^:]*:[0-9]*\):.*/\1: names a machine/' "$tmp/machine"
    return 1
}

check "layers follow LAYERS" layers
check "understanding is pure" purity
case $out in
*/debug | */release) check "exported symbols are as listed" exports ;;
*) echo "skip exported symbols: sanitisers add their own" ;;
esac
check "headers compile alone" headers_alone
check "data files are valid" data_files
check "facts do not contradict each other" knowledge
check "example pages are articles" examples
check "files and functions keep their size" budgets
check "every file has its own name" unique_names
check "errors are translated as they are said" said
check "links of the documents lead somewhere" links
check "nothing names a machine" no_machine
exit $failed
