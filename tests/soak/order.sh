#!/bin/sh
# All articles of ar-political in any order, by 1 and 2 threads: one dump.
#   tests/soak/order.sh OUT SHARED
set -u
make --no-print-directory -s MODE="$(basename "$1")" "$1/tests/store/ticker" ||
    exit 1
ticker=$(realpath "$1/tests/store/ticker") ahd=$(realpath "$1/ahd")
corpus=$(realpath "$2/corpora/ar-political.jsonl.gz")
rm -rf "$1/tests/soak/order"
mkdir -p "$1/tests/soak/order"
cd "$1/tests/soak/order" || exit 1
gzip -dc "$corpus" | split -l 100 --additional-suffix=.jsonl - part-
for way in 1:ls 2:ls 2:shuf; do
    list=$(ls part-*)
    [ "${way#*:}" = shuf ] && list=$(ls part-* | shuf)
    rm -f ./*.db ./*.db-*
    # shellcheck disable=SC2086
    "$ticker" "-${way%:*}" order.db $list >told || exit 1
    "$ahd" export --db order.db --hash | tee -a hashes
done
if [ "$(sort -u hashes | wc -l)" = 1 ]; then
    echo "ok $(tail -1 told | cut -d' ' -f1) pages in any order: one dump"
else
    echo "FAIL pages in any order: other dumps"
    exit 1
fi
