#!/bin/sh
# Shows that every house check, and the harness itself, fails when it should:
#   tests/house/selftest.sh MODE
# In a copy of the tree each break is made, seen to fail with the right words,
# and taken back.
set -u
mode=$1
out=build/$mode
copy=$(mktemp -d) || exit 1
trap 'rm -rf "$copy"' EXIT
unset MAKEFLAGS MFLAGS MAKELEVEL
export LC_ALL=C

for each in Makefile LAYERS src app include data models tests tools examples fuzz \
    packaging docs README.md CONTRIBUTING.md ARCHITECTURE.md; do
    [ -e "$each" ] && cp -a "$each" "$copy/"
done
mkdir -p "$copy/build"
cp -a "$out" "$copy/build/"
cd "$copy" || exit 1
find . -path ./build -prune -o -name node_modules -prune -exec rm -rf {} +

# says NAME PATTERN FILE: the output must hold a FAIL line and the pattern.
says() {
    if grep -aq '^FAIL ' "$3" && grep -aqE "$2" "$3"; then
        echo "ok $1 is found"
    else
        tail -5 "$3"
        echo "FAIL $1 is found: no failure with /$2/"
    fi
}

# broken NAME CHECK PATTERN FILE [GOAL]: runs CHECK on FILE as it stands now
# and puts FILE back as it was.
broken() {
    name=$1 check=$2 pattern=$3 file=$4 goal=${5:-}
    [ -z "$goal" ] || make -s MODE="$mode" "$goal" >log 2>&1 || cat log
    ONLY=$check sh tests/house/run.sh "$out" >log 2>&1
    says "$name" "$pattern" log
    if [ -e "$file.kept" ]; then mv "$file.kept" "$file"; else rm -f "$file"; fi
    [ -z "$goal" ] || make -s MODE="$mode" "$goal" >log 2>&1 || cat log
}

# keep FILE: a copy that `broken` puts back; its time is that of now, so that
# make sees it.
keep() {
    cp "$1" "$1.kept"
}

first() {
    find "$@" | sort | head -n 1
}

pure=$(first src/text -name '*.c' ! -name '*_test.c')
program=$(first app/cli -name '*.c' ! -name '*_test.c')
rows=$(first data/actors -name '*.tsv')
twin=src/base/$(basename "$(first src/acts src/quotes -name '*.c')")

keep "$pure"
echo '#include "engine/engine.h"' >>"$pure"
broken "an include against the layers" layers \
    "$pure:[0-9]+: text must not include engine" "$pure"

keep "$program"
echo '#include "doc/doc.h"' >>"$program"
broken "an app that goes round the public header" layers \
    "$program:[0-9]+: cli must not include doc" "$program"

keep LAYERS
sed -i 's/^cli: .*/& doc/' LAYERS
keep "$program"
echo '#include "doc/doc.h"' >>"$program"
broken "a layer file that lets the app do so" layers \
    "$program:[0-9]+: app must not include doc" LAYERS
mv "$program.kept" "$program"

keep include/ahd.h
sed -i 's|#include "base/str.h"|&\n#include "doc/doc.h"|' include/ahd.h
broken "a public header that shows the inside" layers \
    "ahd.h:[0-9]+: the public header must not include doc" include/ahd.h

keep "$program"
echo '#include "ahd_find.h"' >>"$program"
broken "a part of the public header by itself" layers \
    "$program:[0-9]+: ahd_find.h is a part of ahd.h" "$program"

keep LAYERS
sed -i 's/^kb: .*/& engine/' LAYERS
broken "a circle of layers" layers "LAYERS:[0-9]+: engine is not a lower" LAYERS

keep "$pure"
cat >>"$pure" <<'END'
#include <stdlib.h>
void *ahd_broken(void);
void *ahd_broken(void)
{
    return malloc(7);
}
END
broken "malloc in understanding" purity "uses malloc" "$pure" \
    "$out/${pure%.c}.o"

keep src/base/str.c
cat >>src/base/str.c <<'END'
AHD_API int ahd_extra(void);
int ahd_extra(void)
{
    return 7;
}
END
broken "a symbol nobody listed" exports "ahd_extra is exported but not" \
    src/base/str.c "$out/libahd.so"

keep tests/house/exported.txt
echo ahd_zero >>tests/house/exported.txt
broken "a listed symbol that is missing" exports "ahd_zero is in exported" \
    tests/house/exported.txt

keep src/base/buf.h
sed -i '/#include "base\/str.h"/d' src/base/buf.h
broken "a header that leans on its includer" headers_alone \
    "src/base/buf.h does not compile alone" src/base/buf.h

keep "$rows"
printf 'no-such\tcolumns\n' >>"$rows"
broken "a bad row of data" data_files \
    "$rows:$(wc -l <"$rows"): " "$rows"

keep "$rows"
printf 'zz-a\tgroup\tly\t-\t-\tZz\t-\t2012-01-01\t2011-01-01\tpublic record\n' >>"$rows"
broken "what ends before it begins" knowledge "it ends before it begins" "$rows"

keep "$rows"
printf 'zz-%s\tgroup\tly\t-\t-\tZz Zz\t-\t-\t-\tpublic record\n' a b >>"$rows"
broken "two actors of one official name" knowledge "is called \"zz zz\"" "$rows"

posts=$(first data/posts -name '*.tsv')
keep "$posts"
sed '/^#/d' "$posts.kept" | sed -n 2p >>"$posts"
broken "a post held twice at a time" knowledge "is held twice at a time" "$posts"

effective=$(first data/effective -name '*.tsv')
keep "$effective"
printf 'ps-mecca-2007-02-08\t2006-01-01\tpublic record\n' >>"$effective"
broken "an agreement in force before it was made" knowledge \
    "it is in force before it was made" "$effective"

commitments=$(first data/commitments -name 'more.tsv')
keep "$commitments"
printf 'ps-mecca-2007-02-08\t9\tparties\teffective+1d\t-\tX\t-\tpublic record\n' >>"$commitments"
broken "a deadline from no known day" knowledge \
    "it counts from a day that effective does not have" "$commitments"

exceptions=$(first data/exceptions -name '*.tsv')
keep "$exceptions"
printf 'ps-mecca-2007-02-08\t77\tX\t-\tpublic record\n' >>"$exceptions"
broken "an exception of no commitment" knowledge \
    "there is no such commitment" "$exceptions"

relations=$(first data/relations -name '*.tsv')
keep "$relations"
printf 'unscr-1970\tlikes\tunscr-1973\tpublic record\n' >>"$relations"
broken "a relation of no known kind" knowledge \
    "unknown relation \"likes\"" "$relations"

: >examples/broken.html
broken "an example that is no page" examples "broken.html cannot be read" \
    examples/broken.html

keep "$pure"
{ echo 'void f(void)'; echo '{'; yes '    ;' | head -60; echo '}'; } >>"$pure"
broken "a long function" budgets \
    "$pure:[0-9]+: function of 62 lines" "$pure"

keep "$pure"
yes '/* . */' | head -601 >>"$pure"
broken "a long file" budgets "$pure:[0-9]+: file of [0-9]+ lines" "$pure"

keep include/ahd.h
yes '/* . */' | head -801 >>include/ahd.h
broken "a long public header" budgets \
    "ahd.h:[0-9]+: file of [0-9]+ lines .800" include/ahd.h

keep src/search/query.c
sed -i 's/is not closed; close it/is open/' src/search/query.c
broken "a translated error that nothing says" said \
    "words_said.c: nothing says .this quotation" src/search/query.c

: >"$twin"
echo '/* twin */' >>"$twin"
broken "two files of one name" unique_names "has the name of" "$twin"

printf 'see /%s/shared\n' work >packaging/note.txt
broken "a path of one machine" no_machine \
    "packaging/note.txt:1: names a machine" packaging/note.txt

keep README.md
echo '[gone](docs/gone.md)' >>README.md
broken "a link to nowhere" links "README.md:[0-9]+: docs/gone.md is not" README.md

# ------------------------------------------------------------- the harness

harness() {
    name=$1 pattern=$2
    shift 2
    "$@" >log 2>&1 && echo "status 0" >>log
    grep -q '^status 0$' log && sed -i 's/^FAIL /fail /' log
    says "$name" "$pattern" log
}

harness "a suite that crashes" "ended with status 3" \
    sh tests/tally.sh s t sh -c 'echo ok a; exit 3'
harness "a suite that runs nothing" "ran no test" sh tests/tally.sh s t true
harness "a failing suite that ends with 0" "FAIL a: b" \
    sh tests/tally.sh s t echo "FAIL a: b"
printf '=== one\nx\n---\ny\n' >case.txt
harness "a case with another outcome" "FAIL case.txt: one" \
    awk -v cmd=cat -v tmp=in -f tests/house/run_cases.awk case.txt
harness "a case whose program fails" "exit 3" \
    awk -v cmd='sh -c "exit 3"' -v tmp=in -f tests/house/run_cases.awk case.txt
printf '#!/bin/sh\nkill -SEGV $$\n' >crash
chmod +x crash
harness "a unit test that crashes" "FAIL crash: ended with status 139" \
    sh tests/tally.sh s t sh tests/run_unit.sh "$copy/crash"
