#!/bin/sh
# Run one suite and count it:  tests/tally.sh SUITE LOG COMMAND...
# A suite prints lines "ok NAME", "FAIL NAME: why" or "skip NAME: why"; other
# lines are detail. All goes to LOG; what is not ok is shown. A suite that ends
# badly without a FAIL line, or says nothing at all, is one failure.
# The last line of LOG becomes "tally OK FAIL SKIP".
set -u
suite=$1 log=$2
shift 2

begin=$(date +%s)
{ "$@" 2>&1; echo "status $?"; } </dev/null >"$log"
status=$(sed -n '$s/^status //p' "$log")
sed -i '$d' "$log"
ok=$(grep -ac '^ok ' "$log")
fail=$(grep -ac '^FAIL ' "$log")
skip=$(grep -ac '^skip ' "$log")
if [ "$status" != 0 ] && [ "$fail" = 0 ]; then
    echo "FAIL $suite: ended with status $status" >>"$log"
    fail=1
elif [ $((ok + fail + skip)) = 0 ]; then
    echo "FAIL $suite: ran no test" >>"$log"
    fail=1
fi
if [ "$fail" != 0 ]; then
    grep -avE '^(ok|cc|as|ld) ' "$log" | tail -n 80
else
    grep -a '^skip ' "$log"
fi
printf '%-13s %4d ok, %d failed, %d skipped  (%d s)\n' "$suite" \
    "$ok" "$fail" "$skip" $(($(date +%s) - begin))
echo "tally $ok $fail $skip" >>"$log"
[ "$fail" = 0 ]
