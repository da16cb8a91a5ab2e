#!/bin/sh
# Kill a program that adds pages, at random moments, and look what is left:
#   tests/store/kill.sh AHD TICKER FOLDER [ROUNDS]
# Nothing that was reported as added may be lost, and no page may be torn.
set -u
ahd=$(realpath "$1") ticker=$(realpath "$2")
rounds=${4:-20}
rm -rf "$3/kill"
mkdir -p "$3/kill/pages"
cd "$3/kill" || exit 1
failed=0

fail()
{
    echo "FAIL $1: $2"
    failed=1
}

# 300 pages that say something, each other bytes.
n=0
while [ $n -lt 300 ]; do
    name=$(printf 'pages/%03d.txt' $n)
    {
        echo "اتفاق وقف إطلاق النار، الصفحة $n"
        echo
        echo "وقعت حكومة الوفاق الوطني والجيش الوطني الليبي اتفاقا دائما لوقف إطلاق النار في جنيف يوم 23 أكتوبر 2020."
        echo "وقال المتحدث باسم الجيش أحمد المسماري إن قطر خرقت الاتفاق، وهذه الصفحة رقمها $n."
    } >"$name"
    n=$((n + 1))
done
ls pages | sed 's|^|pages/|' >all

# Milliseconds since 1970, and a number below $1.
now() { date +%s%3N; }
below() { echo $(($(od -An -N4 -tu4 /dev/urandom) % $1)); }

kept() # DB: the paths of its documents, in order
{
    "$ahd" list documents --db "$1" --json 2>list.err |
        sed -n 's/.*"path":"\([^"]*\)".*/\1/p' | sort
}

is_sound() # DB
{
    python3 - "$1" <<'PY'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
sound = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
whole = not db.execute("PRAGMA foreign_key_check").fetchall()
alone = db.execute("SELECT count(*) FROM pages LEFT JOIN documents USING (page) "
                   "WHERE documents.page IS NULL").fetchone()[0]
sys.exit(not (sound and whole and alone == 0))
PY
}

# One round without a kill: how long it takes, and what all of it is.
start=$(now)
"$ticker" whole.db pages >whole.told 2>err ||
    { fail "adding 300 pages" "$(head -1 err)"; exit 1; }
took=$(($(now) - start + 1))
kept whole.db | cmp -s - all ||
    { fail "adding 300 pages" "$(kept whole.db | wc -l) are in the record"; exit 1; }
echo "ok 300 pages are added"

# "0.123" of milliseconds
seconds() { printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)); }

killed=0 lost=0 torn=0 unlisted=0 unfinished=0 round=0
while [ $round -lt "$rounds" ]; do
    round=$((round + 1))
    db=$round.db
    "$ticker" $db pages >told 2>err &
    sleep "$(seconds "$(below $took)")"
    kill -9 $! 2>/dev/null && killed=$((killed + 1))
    wait $! 2>/dev/null
    told=$(tail -1 told | cut -d' ' -f1)
    head -n "${told:-0}" all >reported
    if [ -s $db ] && [ "${told:-0}" -gt 0 ]; then
        kept $db >is
        [ -s list.err ] && unlisted=$((unlisted + 1))
        [ -n "$(comm -23 reported is)" ] && lost=$((lost + 1))
        is_sound $db || torn=$((torn + 1))
    fi
    "$ahd" add --db $db pages >added 2>err || unfinished=$((unfinished + 1))
    kept $db | cmp -s - all || unfinished=$((unfinished + 1))
    is_sound $db || torn=$((torn + 1))
    rm -f $db $db-wal $db-shm
done

verdict() # COUNT NAME WHY
{
    if [ "$1" = 0 ]; then echo "ok $2"; else fail "$2" "$1 times $3"; fi
}
verdict $lost "killed $killed times, no page reported as added is lost" "a page was lost"
verdict $torn "the database is sound after each kill" "it was not"
verdict $unlisted "the record can be listed after each kill" "it could not: $(head -1 list.err)"
verdict $unfinished "adding again completes the record" "it did not: $(head -1 err)"
exit $failed
