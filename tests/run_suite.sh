#!/bin/sh
# Run the suite in tests/SUITE/:  tests/run_suite.sh SUITE OUT SHARED
# Its run.sh or run.py gets the program, a folder to write in, and ../shared.
set -u
suite=$1 out=$2 shared=$3

mkdir -p "$out/tests/$suite"
set -- "$out/ahd" "$out/tests/$suite" "$shared"
[ -f "tests/$suite/run.sh" ] && exec sh "tests/$suite/run.sh" "$@"
[ -f "tests/$suite/run.py" ] && exec python3 "tests/$suite/run.py" "$@"
echo "FAIL $suite: tests/$suite/run.sh or run.py is missing"
exit 1
