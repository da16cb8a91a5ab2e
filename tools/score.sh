#!/bin/sh
# The scores on the development gold:  tools/score.sh AHD SHARED
set -eu
ahd=$1 gold=$2/gold

[ -d "$gold" ] || { echo "no gold in $2: nothing to score" >&2; exit 1; }
for set in dev dev-en; do
    "$ahd" read --json "$gold/$set.docs.jsonl" > "build/score-$set.jsonl"
    echo "== $set (the weights have seen it: quote models/acts/train.py --cross)"
    python3 "$gold/score.py" "$gold/$set.docs.jsonl" "$gold/$set.acts.jsonl" \
        "build/score-$set.jsonl" --same tests/agreements/same.tsv
done
