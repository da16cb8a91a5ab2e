"""How long typical queries take in a record of a million acts:

    bench/latency.py build/release ../shared [--acts 1000000] [--rounds 200]
                     [--most MS] [--append]

A record that pile.py made is asked by tests/soak/million.c, through ahd.h as the
program and the web pages do: at most 1,000 rows a time, a few agreements and actors
having most acts. Own is the time of the
program itself, whatever else the machine does. With --most, a query whose own 99th
percentile is above it fails."""
import argparse
import os
import subprocess

import common
import pile


def main():
    words = argparse.ArgumentParser()
    words.add_argument("out")
    words.add_argument("shared")
    words.add_argument("--acts", type=int, default=1000000)
    words.add_argument("--rounds", type=int, default=200)
    words.add_argument("--most", type=float)
    words.add_argument("--append", action="store_true")
    words = words.parse_args()
    million, mode = f"{words.out}/tests/soak/million", os.path.basename(words.out)
    subprocess.run(["make", "--no-print-directory", "-s", f"MODE={mode}", million], check=True)
    db = pile.record(words.out, words.shared, words.acts)
    asked = subprocess.run([million, db, str(words.rounds)], check=True,
                           stdout=subprocess.PIPE, text=True).stdout
    rows, slow = [], []
    for line in asked.splitlines():
        name, median, worst, own_median, own_worst, count = line.split("\t")
        print(f"{name:30} {median:>9} ms {worst:>9} ms; own {own_median:>8} ms"
              f" {own_worst:>8} ms {count:>6} rows")
        rows.append((f"query: {name}", "ahd.h", float(own_median), "ms CPU at the median",
                     f"p99 {own_worst} ms; by the clock of a shared machine {median} and {worst}"
                     f" ms; {count} rows; {words.acts:,} acts",
                     ["bench/latency.py", words.out, words.shared, "--acts", str(words.acts)]))
        if words.most and float(own_worst) > words.most:
            slow.append(name)
    if words.append:
        common.append(rows)
    if words.most:
        print(f"FAIL queries take long: {', '.join(slow)}" if slow
              else f"ok no query takes more than {words.most:.0f} ms")
    raise SystemExit(bool(slow))


main()
