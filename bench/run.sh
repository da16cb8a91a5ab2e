#!/bin/sh
# Measure and append to bench/RESULTS.md:  bench/run.sh AHD SHARED
set -eu
cd "$(dirname "$0")/.."
tools/install-packages.sh --optional bench
for part in run pages scraped; do
    python3 "bench/$part.py" "$@"
done
