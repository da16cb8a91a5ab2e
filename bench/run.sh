#!/bin/sh
# Measure and append to bench/RESULTS.md:  bench/run.sh AHD SHARED
set -eu
cd "$(dirname "$0")/.."
tools/install-packages.sh --optional bench
exec python3 bench/run.py "$@"
