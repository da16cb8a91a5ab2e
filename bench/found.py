#!/usr/bin/env python3
"""Agreements that no registry has, merged across documents:  found.py AHD SHARED [--pairs N] [--append]

Adds ../shared/corpora (stories, ar-political, en-conflict) to a fresh record and counts the discoveries
of single documents and the entries that they are merged into. Of the pairs of tests/wild/found-pairs.tsv,
judged by reading (same, other, open), it tells how many that are one entry are the same agreement, and
how many of the same are one entry. --pairs prints pairs to be judged: of each entry its first telling with
each further one of other words, then N of the nearest pairs that are not one: two parties in common,
a week apart at most."""
import argparse
import collections
import datetime
import gzip
import itertools
import os
import sqlite3
import subprocess
import sys

from common import WORK, append

SETS = ("stories/documents", "ar-political", "en-conflict")
VERDICTS = "tests/wild/found-pairs.tsv"


def make_record(ahd, shared):
    os.makedirs(WORK, exist_ok=True)
    path, pages = f"{WORK}/found.db", []
    for name in SETS:
        pages.append(f"{WORK}/{os.path.basename(name)}.jsonl")
        with gzip.open(f"{shared}/corpora/{name}.jsonl.gz") as given, open(pages[-1], "wb") as out:
            out.write(given.read())
    for old in (path, path + "-wal", path + "-shm"):
        if os.path.exists(old):
            os.remove(old)
    subprocess.run([ahd, "add", "--db", path, *pages], check=True, stdout=subprocess.DEVNULL)
    return sqlite3.connect(path)


def read(record):
    found = {}
    for row in record.execute("SELECT f.id, coalesce(f.name_ar, f.name_en), f.sentence, coalesce(f.date, d.published)"
                              " FROM found_agreements f JOIN documents d USING (page) ORDER BY f.id"):
        found.setdefault(row[0], row[1:])
    entry = {one: one for one in found}
    entry.update(record.execute("SELECT found, entry FROM merged_agreements"))
    sides = collections.defaultdict(set)
    for one, actor in record.execute("SELECT agreement, actor FROM signatures WHERE actor IS NOT NULL"):
        if one in found:
            sides[one].add(actor)
    return found, entry, sides


def merged_pairs(found, entry):
    for one in sorted(found):
        first = entry[one]
        if first != one and first in found and found[first][1] != found[one][1]:
            yield first, one


def near_pairs(found, entry, sides):
    shelves = collections.defaultdict(list)
    for one in found:
        for pair in itertools.combinations(sorted(sides[one]), 2):
            shelves[pair].append(one)
    seen = set()
    for pair in sorted(shelves):
        dated = sorted((found[one][2], one) for one in shelves[pair] if found[one][2])
        for (day, one), (later, other) in zip(dated, dated[1:]):
            apart = datetime.date.fromisoformat(later) - datetime.date.fromisoformat(day)
            heads = entry[one], entry[other]
            if heads[0] != heads[1] and heads not in seen and apart.days <= 7:
                seen.add(heads)
                yield one, other


def judge(entry):
    counts = collections.Counter()
    for line in open(VERDICTS, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        one, other, verdict = line.split()
        if one in entry and other in entry:
            counts[verdict, entry[one] == entry[other]] += 1
    return counts


def main():
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("ahd")
    asks.add_argument("shared")
    asks.add_argument("--pairs", type=int)
    asks.add_argument("--append", action="store_true")
    given = asks.parse_args()
    found, entry, sides = read(make_record(given.ahd, given.shared))
    if given.pairs is not None:
        near = list(itertools.islice(near_pairs(found, entry, sides), given.pairs))
        for one, other in [*merged_pairs(found, entry), *near]:
            print(f"{one}\t{other}\t{'merged' if entry[one] == entry[other] else 'apart'}")
            for which in (one, other):
                print(f"    {found[which][2]}  {sorted(sides[which])}  {found[which][0]}\n        {found[which][1][:300]}")
        return
    entries = set(entry.values())
    several = collections.Counter(entry.values())
    known = sum(1 for one in entry.values() if one not in found)
    counts = judge(entry)
    right, wrong = counts["same", True], counts["other", True]
    kept = counts["same", False]
    print(f"{len(found)} discoveries, {len(entries)} entries, {sum(n > 1 for n in several.values())} of several"
          f" documents, {known} known in the registry")
    print(f"judged pairs: {right} of {right + wrong} that are one are the same agreement;"
          f" {right} of {right + kept} of the same are one; {counts['open', True] + counts['open', False]} open")
    if given.append:
        append([("found agreements, merged", "ahd", len(entries), f"entries of {len(found)} discoveries",
                 f"pairs judged: {right} of {right + wrong} that are one are the same, {right} of {right + kept}"
                 " of the same are one", ["bench/found.py", given.ahd, given.shared])])


if __name__ == "__main__":
    sys.exit(main())
