#!/usr/bin/env python3
"""Resolved mentions to be judged by reading:  agreements_sample.py AHD SHARED [--count N] [--seed S] [--open]

Of the Arabic political corpus without the documents of the gold: N mentions of agreements that Ahd
resolved to an entry of its registry, at most one a document and entry, drawn by the seed. A line each:
the id, how, the day of the page, the words, the text around them. --open draws mentions that stayed open."""
import argparse
import gzip
import json
import random
import subprocess

AROUND = 170


def gold_ids(shared):
    ids = set()
    for name in ("dev", "dev-en"):
        with open(f"{shared}/gold/{name}.docs.jsonl", encoding="utf-8") as docs:
            ids |= {json.loads(line)["id"] for line in docs}
    return ids


def readings(ahd, path):
    with gzip.open(path) as packed:
        run = subprocess.run([ahd, "read", "--json", "-"], stdin=packed, stdout=subprocess.PIPE)
    return map(json.loads, run.stdout.splitlines())


def candidates(ahd, shared, want_open):
    left_out, seen = gold_ids(shared), set()
    for doc in readings(ahd, f"{shared}/corpora/ar-political.jsonl.gz"):
        for m in doc.get("mentions") or []:
            key = doc["id"], m["id"] or m["at"][0]
            known = bool(m["id"]) and not m["id"].startswith("found:")
            if m["kind"] != "agreement" or known == want_open or doc["id"] in left_out or key in seen:
                continue
            seen.add(key)
            yield doc, m


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("ahd"), p.add_argument("shared")
    p.add_argument("--count", type=int, default=100), p.add_argument("--seed", type=int, default=6)
    p.add_argument("--open", action="store_true")
    a = p.parse_args()
    found = list(candidates(a.ahd, a.shared, a.open))
    random.Random(a.seed).shuffle(found)
    for doc, m in found[:a.count]:
        first, end = m["at"]
        text = doc["text"]
        around = (f"{text[max(0, first - AROUND):first]}[[{text[first:end]}]]"
                  f"{text[end:end + AROUND]}").replace("\n", " / ")
        others = [(o["id"], o["score"]) for o in m["match"]["others"][:2]]
        print(f"{doc['id']}\t{m['id']}\t{m['match']['how']}\t{(doc['published'] or {}).get('date')}\t{around}\t{others}")


if __name__ == "__main__":
    main()
