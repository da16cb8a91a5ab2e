#!/usr/bin/env python3
"""A dispute against a reading by hand:  disputes.py SHARED [AHD] [--append]

The 20 documents of one case (tests/disputes) make a record; its largest dispute is compared
with what a reader found in them: the documents that claim a breach, who claims it in each
(a claimant of the registry by id, an outlet that tells it as a fact, any other as "other"),
how many disputes the claims are scattered over, and the count of independent stories."""
import argparse
import collections
import gzip
import json
import os
import subprocess
import tempfile

from common import append

HERE = os.path.dirname(os.path.abspath(__file__))
CASE = "event-yemen-truce-breach-2015-07.ids"
GOLD = os.path.join(HERE, "../tests/disputes/yemen-2015-07.tsv")
AGREEMENT = "ye-truce-2015-07-26"


def gold():
    with open(GOLD, encoding="utf-8") as lines:
        next(lines)
        return {(doc, who if who == "outlet" or who.islower() and "-" in who else "other")
                for doc, who, _ in (line.rstrip("\n").split("\t") for line in lines)}


def documents(shared):
    stories = os.path.join(shared, "corpora/stories")
    with open(os.path.join(stories, CASE), encoding="utf-8") as lines:
        wanted = set(lines.read().split())
    with gzip.open(os.path.join(stories, "documents.jsonl.gz"), "rt", encoding="utf-8") as lines:
        return [line for line in lines if json.loads(line)["id"] in wanted]


def record(ahd, shared, folder):
    db, pages = os.path.join(folder, "case.db"), os.path.join(folder, "case.jsonl")
    with open(pages, "w", encoding="utf-8") as out:
        out.writelines(documents(shared))
    subprocess.run([ahd, "add", "--db", db, pages], check=True, stdout=subprocess.DEVNULL)
    rows = subprocess.run([ahd, "list", "disputes", "--db", db, "--agreement", AGREEMENT, "--json"],
                          check=True, capture_output=True, text=True).stdout.splitlines()
    ids = [json.loads(row)["id"] for row in rows]
    return [json.loads(subprocess.run([ahd, "show", "dispute", "--db", db, "--json", one],
                                      check=True, capture_output=True, text=True).stdout)
            for one in ids]


def told(dispute):
    """Of each telling who claims it, as gold() has them."""
    for claim in dispute["claims"]:
        who = claim["claimant"]["id"] or "other"
        for telling in claim["tellings"]:
            outlet = who == telling["outlet"]["id"] and claim["act"] == "breach"
            yield (telling["document"],
                   "outlet" if outlet else "other" if who.startswith("~") else who)


def ratio(part, whole):
    return f"{part} of {whole} ({part / whole:.2f})" if whole else "-"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared")
    parser.add_argument("ahd", nargs="?", default="build/release/ahd")
    parser.add_argument("--append", action="store_true")
    args = parser.parse_args()
    want = gold()
    with tempfile.TemporaryDirectory() as folder:
        disputes = record(args.ahd, args.shared, folder)
    largest = disputes[0]
    got = set(told(largest))
    want_docs, got_docs = {doc for doc, _ in want}, {doc for doc, _ in got}
    print("disputes about the truce:", len(disputes), "- the largest:", largest["id"])
    print("rung:", largest["rung"]["name"])
    print("documents found:", ratio(len(want_docs & got_docs), len(want_docs)),
          "- of those told:", ratio(len(want_docs & got_docs), len(got_docs)))
    print("claims found:", ratio(len(want & got), len(want)),
          "- of those told:", ratio(len(want & got), len(got)))
    print("independent stories:", largest["stories"], "- by hand:", len(want_docs))
    for name, rest in (("missed", want - got), ("too many", got - want)):
        by = collections.Counter(f"{doc} {who}" for doc, who in rest)
        print(f"{name}:", ", ".join(sorted(by)) or "-")
    if args.append:
        case = "claims of the Yemen truce case"
        command = "bench/disputes.py", "../shared"
        append([(case, "Ahd", round(len(want & got) / len(want), 3), "recall",
                 f"precision {len(want & got) / len(got):.2f}; documents "
                 f"{ratio(len(want_docs & got_docs), len(want_docs))}; disputes {len(disputes)}; "
                 f"stories {largest['stories']}, by hand {len(want_docs)}", command)])


if __name__ == "__main__":
    main()
