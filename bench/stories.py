#!/usr/bin/env python3
"""Which documents are copies:  bench/stories.py ../shared [--misses N] [--append] [--no-peer]

Documents of ../shared/corpora, copies of them that were disturbed in known ways
(stories_make.py), and reports of one template; all of them one set. What is measured
stands in bench/README.md.
"""
import argparse, collections, gzip, json, os, re, subprocess, sys

import common, stories_make

WORK = f"{common.WORK}/stories"
AHD, FIND = "build/release/ahd", "build/release/bench/stories"
COPIED = .10  # of the rows of five words of the smaller: a paragraph that is in both
COPY = {"exact", "near", "spun", "translation"}
LINK = "tag from_ to kind words0 words1 rows0 rows1 traits0 traits1 firm0 firm1 grams told held0 held1 pairs0 pairs1 via".split()
Link = collections.namedtuple("Link", LINK)


def load(shared):
    """The documents of both corpora, an id once, in order of their ids."""
    out = {}
    for name in ("stories/documents", "ar-political"):
        with gzip.open(f"{shared}/corpora/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record.get("date") and record["text"].strip():
                    out.setdefault(record["id"], {k: record[k] for k in
                                                  ("id", "outlet", "date", "title", "text")})
    return [out[i] for i in sorted(out)]


def write(path, documents):
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False) + "\n")
    return path


def read(path):
    """What Ahd reads, by id."""
    run = subprocess.run([AHD, "read", "--json", path], stdout=subprocess.PIPE, check=False)
    return {d["id"]: d for d in map(json.loads, run.stdout.splitlines())}


def find(*paths, rounds=1):
    """(stories by id, links, cost) of the files."""
    run = subprocess.run([FIND, str(rounds), *paths], stdout=subprocess.PIPE, check=True, text=True)
    story, links, cost = {}, [], None
    for line in run.stdout.splitlines():
        cells = line.split("\t")
        if cells[0] == "doc":
            story[cells[1]] = cells[2]
        elif cells[0] == "link":
            links.append(Link(*cells))
        else:
            cost = [float(c) for c in cells[1:]]
    return story, links, cost


# ------------------------------------------------------------------- what is true

class Words:
    """Rows of five words as they are written, but for their spelling."""

    def __init__(self, documents):
        self.rows = {}
        self.text = {d["id"]: d["text"] for d in documents}

    def of(self, key):
        if key not in self.rows:
            words = re.findall(r"\w+", self.text[key])
            words = [re.sub("[أإآ]", "ا", w).replace("ة", "ه").replace("ى", "ي") for w in words]
            self.rows[key] = {hash(tuple(words[i:i + 5])) for i in range(len(words) - 4)}
        return self.rows[key]

    def share(self, a, b):
        """Which part of the smaller is in the other; what was disturbed counts as its seed, too."""
        most = 0
        for p in {a, seed_of(a)}:
            for q in {b, seed_of(b)}:
                x, y = self.of(p), self.of(q)
                most = max(most, len(x & y) / max(1, min(len(x), len(y))))
        return most


def seed_of(key):
    return key.split(":")[0]


def score(name, copies, story, links, words, same):
    """Of a set of disturbed documents: found, due; links told of them, right."""
    made = {d["id"]: seed for d, seed in copies}
    pairs = {(l.from_, l.to) for l in links if l.kind in COPY}
    pairs |= {(b, a) for a, b in pairs}
    missed = [m for m, seed in made.items()
              if (m, seed) not in pairs and story[m] != story[seed]]
    told = [(a, b) for a, b in pairs if a in made]
    wrong = [(a, b) for a, b in told if seed_of(b) != made[a] and not same(a, b)]
    return len(made) - len(missed), len(made), len(told), len(told) - len(wrong), missed, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--append", action="store_true")
    parser.add_argument("--no-peer", action="store_true")
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    subprocess.run(["make", "-s", "MODE=release", "build", FIND], check=True, stdout=subprocess.DEVNULL)
    documents = load(options.shared)
    base = write(f"{WORK}/base.jsonl", documents)
    maker = stories_make.Maker(documents, read(base))
    sets = maker.make()
    copies = [d for made in sets.values() for d, _ in made]
    templates = list(stories_make.templates())
    everything = documents + copies + templates
    path = write(f"{WORK}/all.jsonl", everything)
    story, links, cost = find(path, rounds=3)
    with open(f"{WORK}/links.json", "w") as out:
        json.dump([story, links], out)
    report(options, everything, sets, templates, story, links, cost)


def report(options, everything, sets, templates, story, links, cost):
    words = Words(everything)

    def same(a, b):
        return a == b or words.share(a, b) >= COPIED

    print(f"{len(everything)} documents, {cost[1] / cost[0]:.0f} bytes of fingerprint each, "
          f"{cost[0] / cost[2]:,.0f} documents/s, {cost[3] / cost[0]:.0f} bytes of memory each")
    for name, made in sets.items():
        found, due, told, right, missed, wrong = score(name, made, story, links, words, same)
        print(f"{name:22} recall {found / due:.3f} of {due}  precision {right / max(1, told):.3f} of {told}")
        for what, list_ in (("missed", missed), ("wrong", wrong)):
            for item in list_[:options.misses]:
                print("   ", what, item)
    ids = {d["id"] for d in templates}
    told = [l for l in links if l.from_ in ids and l.kind in COPY]
    print(f"templates: {len(told)} copies told among {len(ids)} documents, "
          f"{len({tuple(sorted((l.from_, l.to))) for l in told})} pairs",
          collections.Counter((l.from_.split('-')[1], l.kind) for l in told))
    plain = [l for l in links if l.kind in COPY and ":" not in l.from_ + l.to and
             not l.from_.startswith("template")]
    for kind in sorted(COPY):
        mine = [l for l in plain if l.kind == kind]
        doubtful = [l for l in mine if words.share(l.from_, l.to) < COPIED]
        print(f"among the corpora {kind}: {len(mine)}, of which {len(doubtful)} share less than a tenth of their rows of five words")
        for l in doubtful[:options.misses]:
            print("   ", *l)


main()
