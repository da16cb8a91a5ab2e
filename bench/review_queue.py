"""Fifty acts of the review queue by keys, and by forms without a script:

    bench/review_queue.py build/release/ahd [../shared] [--items 50] [--append]

Chromium is driven by bench/review_queue.mjs over a record of the examples and, with
../shared, the first 400 articles of ar-political: of ten acts seven are confirmed, two
rejected, one gets another source by typing, and each is looked at for 0.4 s. The time of an act is from the key, or
the click, until the next one is shown; requests and bytes are all that travels for
it, names while typing included. The peer is the same queue without a script in the same run."""
import argparse
import gzip
import json
import os
import signal
import subprocess

import common

ARTICLES = 400


def make_record(ahd, shared):
    folder = f"{common.WORK}/review"
    os.makedirs(folder, exist_ok=True)
    db, pages = f"{folder}/queue.db", ["examples"]
    for end in ("", "-wal", "-shm"):
        if os.path.exists(db + end):
            os.unlink(db + end)
    corpus = f"{shared}/corpora/ar-political.jsonl.gz"
    if shared and os.path.exists(corpus):
        pages.append(f"{folder}/articles.jsonl")
        with gzip.open(corpus, "rt", encoding="utf-8") as lines, open(pages[1], "w", encoding="utf-8") as out:
            for _, line in zip(range(ARTICLES), lines):
                out.write(line)
    subprocess.run([ahd, "add", "--db", db, *pages], check=True, stdout=subprocess.DEVNULL)
    return db


def drive(ahd, db, items, how):
    server = subprocess.Popen([ahd, "serve", "--db", db, "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        base = server.stdout.readline().split("/  ")[0]
        done = subprocess.run(["node", "bench/review_queue.mjs", base, str(items), how], check=True,
                              stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def at(sorted_times, share):
    return sorted_times[min(len(sorted_times) - 1, int(len(sorted_times) * share))]


def main():
    words = argparse.ArgumentParser()
    words.add_argument("ahd")
    words.add_argument("shared", nargs="?", default="")
    words.add_argument("--items", type=int, default=50)
    words.add_argument("--append", action="store_true")
    words = words.parse_args()
    rows = []
    for how in ("keys", "forms"):
        got = drive(words.ahd, make_record(words.ahd, words.shared), words.items, how)
        times = sorted(got["times"])
        note = (f"p99 {at(times, 0.99):.0f}, {words.items} acts in {got['all'] / 1000:.1f} s; an act: "
                f"{got['requests'] / words.items:.1f} requests, {got['bytes'] / words.items:,.0f} bytes; "
                f"{got['kept']} reviews kept")
        name = "by keys" if how == "keys" else "forms without a script, the same run"
        rows.append(("review of an act", name, at(times, 0.5), "ms to the next", note,
                     ["bench/review_queue.py", words.ahd, *([words.shared] if words.shared else [])]))
        print(f"{name:40} {at(times, 0.5):7.1f} ms at the median; {note}")
        if got["kept"] != words.items:
            raise SystemExit(f"FAIL {got['kept']} reviews were kept, not {words.items}")
    if words.append:
        common.append(rows)


main()
