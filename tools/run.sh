#!/bin/sh
# Read pages into a record and serve it:  tools/run.sh AHD DB PORT PAGES...
# Adding a page twice is harmless, so every start reads them again.
set -eu
ahd=$1 db=$2 port=$3
shift 3

"$ahd" add --db "$db" "$@" || status=$?
case ${status:-0} in
0) ;;
1) echo "Some pages could not be read; the others are in the record." >&2 ;;
*) exit "$status" ;;
esac
cat <<END

  Ahd: who signed what with whom, who says it was broken, who denies it.
  The agreements, and each line at the sentence that says it, are now at

      http://127.0.0.1:$port/

  The record is $db. To read your own pages: make run PAGES=dir

END
exec "$ahd" serve --db "$db" --port "$port"
