#!/usr/bin/env python3
"""Whom words mean:  bench/resolution.py AHD SHARED [FILE.tsv ...] [--misses] [--append]

The pairs of tests/resolution (dev.tsv, or the files named), read with Ahd in the
documents that they are of. Of a row's words the mention that covers most of them
answers, by its actor; a group of people («fighters of X») by whose they are, and
so does any mention, where the row asks for a body and has only words after its head
(«head of the [government of accord] So-and-so»). A state and its government answer
alike (`xx`, `xx-gov`), and so does its capital where the row has one of these («the
authorities in [Doha]»).
Precision: right among the rows that were given an actor of the registry; recall:
right among those that have one. A row whose actor is `-` can only be given a wrong
one. By kind and in all; --misses prints the ids, never the words, of rows that went
wrong."""
import collections
import glob
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile

from common import append

PAIRS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../tests/resolution")
PLACES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../data/places")
KINDS = "exact variant misspelling hostile post anaphor contested trap".split()
Row = collections.namedtuple("Row", "doc start end words actors kind")


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        names = None
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or not line.strip():
                continue
            if names is None:
                names = cells
                continue
            row = dict(zip(names, cells))
            actors = [] if row["actor"] == "-" else row["actor"].split("|")
            yield Row(row["doc"], int(row["start"]), int(row["end"]), row["words"], actors, row["kind"])


def documents(shared, wanted):
    """The records, as they stand, of the documents that the pairs name."""
    for path in sorted(glob.glob(f"{shared}/corpora/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record.get("id") in wanted:
                    wanted.discard(record["id"])
                    yield line


def read(ahd, records):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(records)
        file.flush()
        told = subprocess.run([ahd, "read", "--json", file.name], capture_output=True, text=True)
    return {doc["id"]: doc for doc in map(json.loads, told.stdout.splitlines())}


def shares(mention, row):
    start, end = mention["at"]
    return min(end, row.end) - max(start, row.start)


def asks_for_person(row):
    return bool(row.actors) and all(actor.startswith("p-") for actor in row.actors)


def is_whose(mention, row):
    """«رئيس [حكومة الوفاق] فلان»: a row that asks for a body, within the words of a
    mention, after its head; or for a person («القوات الموالية ل[فلان]»), within those
    of a body, which is then no answer itself."""
    start, end = mention["at"]
    inside = start < row.start and row.end <= end
    return inside and row.actors and (
        not asks_for_person(row) or mention["kind"] in ("group", "organisation"))


def answer(doc, row):
    """The actor that Ahd takes the words for, or None."""
    over = [m for m in doc.get("mentions", []) if m["kind"] != "agreement" and shares(m, row) > 0]
    if not over:
        return None
    best = max(over, key=lambda m: (shares(m, row), m["at"][0] - m["at"][1]))
    whose = (best.get("for") or {}).get("id")
    if is_whose(best, row):
        if asks_for_person(row):
            return whose if whose and whose.startswith("p-") else None
        if whose:
            return whose
    if best["kind"] == "place":
        return state_of(best, row)
    if best.get("provisional"):
        return None
    return best.get("id") or (whose if best["kind"] == "group" else None)


def capitals():
    """The state of each capital of data/places."""
    found = {}
    for path in glob.glob(f"{PLACES}/*.tsv"):
        with open(path, encoding="utf-8") as lines:
            for cells in (line.split("\t") for line in lines):
                if len(cells) > 2 and cells[1] == "capital":
                    found[cells[0]] = cells[2]
    return found


def state_of(place, row):
    """The state that a capital stands for, where the row's words may."""
    state = CAPITALS.get(place.get("id"))
    return state if is_alike(state, row.actors) else None


def is_alike(actor, actors):
    """Among them, or the state of a government among them, or the reverse."""
    if not actor:
        return False
    other = actor[:-4] if actor.endswith("-gov") else actor + "-gov"
    return actor in actors or other in actors


def is_as_was(doc, row):
    words = (doc.get("text") or "")[row.start:row.end]
    return hashlib.sha256(words.encode()).hexdigest().startswith(row.words)


CAPITALS = capitals()


class Count:
    def __init__(self):
        self.rows = self.have = self.given = self.right = 0

    def add(self, row, actor):
        self.rows += 1
        self.have += bool(row.actors)
        self.given += actor is not None
        self.right += is_alike(actor, row.actors)

    def line(self, name):
        def share(of):
            return f"{100 * self.right / of:5.1f} %" if of else "      -"
        return (f"{name:12} {self.rows:4} rows  given {self.given:4}  right {self.right:4}  "
                f"precision {share(self.given)}  recall {share(self.have)}")


def score(told, rows, misses):
    counts, lost = collections.defaultdict(Count), 0
    for row in rows:
        doc = told.get(row.doc)
        if doc is None or not is_as_was(doc, row):
            lost += 1
            continue
        actor = answer(doc, row)
        counts[row.kind].add(row, actor)
        counts["all"].add(row, actor)
        wrong = not is_alike(actor, row.actors) and (row.actors or actor)
        if misses and wrong:
            print(f"  {row.doc} {row.start} {row.end} {row.kind}: {actor or '-'}, "
                  f"not {'|'.join(row.actors) or '-'}")
    return counts, lost


def add_rows(name, all):
    for what, of in ("precision", all.given), ("recall", all.have):
        append([(f"resolution {name} {what}", "ahd", 100 * all.right / of, "%", f"{all.rows} pairs",
                 ["bench/resolution.py", "build/release/ahd", "../shared", f"tests/resolution/{name}"])])


def main():
    misses = "--misses" in sys.argv
    ahd, shared, *files = [a for a in sys.argv[1:] if not a.startswith("--")]
    files = files or [f"{PAIRS}/dev.tsv", f"{PAIRS}/more.tsv"]
    rows = {path: list(rows_of(path)) for path in files}
    told = read(ahd, documents(shared, {row.doc for all in rows.values() for row in all}))
    for path, pairs in rows.items():
        print(os.path.basename(path))
        counts, lost = score(told, pairs, misses)
        for kind in [k for k in KINDS if k in counts] + sorted(set(counts) - set(KINDS) - {"all"}) + ["all"]:
            print("  " + counts[kind].line(kind))
        if lost:
            print(f"  {lost} rows whose document or words are not there")
        if "--append" in sys.argv:
            add_rows(os.path.basename(path), counts["all"])


if __name__ == "__main__":
    main()
