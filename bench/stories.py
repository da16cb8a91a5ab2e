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
    first = {l.from_: l.to for l in links if l.kind == "exact"}  # who copied the seed copied its like
    missed = [m for m, seed in made.items() if (m, seed) not in pairs and story[m] != story[seed]
              and (m, first.get(seed)) not in pairs]
    told = [(a, b) for a, b in pairs if a in made]
    wrong = [(a, b) for a, b in told if seed_of(b) != made[a] and not same(a, b)]
    return len(made) - len(missed), len(made), len(told), len(told) - len(wrong), missed, wrong


def pairs_of(links):
    return {tuple(sorted((l.from_, l.to))) for l in links if l.kind in COPY}


def minhash(python, path, threshold, rows):
    """(pairs, seconds) of datasketch over the same records."""
    with open(path, encoding="utf-8") as records:
        run = subprocess.run([python, "bench/stories_peer.py", str(threshold), str(rows)], stdin=records,
                             stdout=subprocess.PIPE, check=True, text=True)
    *pairs, cost = [line.split("\t") for line in run.stdout.splitlines()]
    return {tuple(sorted(p)) for p in pairs}, float(cost[1]) + float(cost[2])


def b_cubed(gold, told):
    """Precision and recall of clusters, as {document: cluster}, over the documents of the gold."""
    groups, found = collections.defaultdict(set), collections.defaultdict(set)
    for document, cluster in gold.items():
        groups[cluster].add(document)
        found[told[document]].add(document)
    both = [(len(groups[gold[d]] & found[told[d]]), len(found[told[d]]), len(groups[gold[d]])) for d in gold]
    return sum(b / f for b, f, _ in both) / len(both), sum(b / g for b, _, g in both) / len(both)


def joined(documents, pairs):
    """Clusters of all that pairs lead to."""
    first = {d: d for d in documents}

    def of(d):
        while first[d] != d:
            first[d] = first[first[d]]
            d = first[d]
        return d
    for a, b in pairs:
        first[of(a)] = of(b)
    return {d: of(d) for d in documents}


def silver(shared, name, checked):
    """Clusters of the silver; `checked` leaves those that were read and the documents that belong."""
    verdicts = {}
    with open("tests/stories/silver.tsv", encoding="utf-8") as rows:
        for row in rows:
            if not row.startswith(("#", "cluster")):
                cluster, verdict, wrong = row.rstrip("\n").split("\t")
                verdicts[cluster] = verdict, set(wrong.split())
    gold = {}
    with open(f"{shared}/corpora/stories/{name}.jsonl", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            verdict, wrong = verdicts.get(row["cluster"], ("", set()))
            if checked and not verdict:
                continue
            for document in row["docs"]:
                alone = checked and (verdict == "template" or document in wrong)
                gold[document] = document if alone else row["cluster"]
    return gold


def clusters(shared, links, story, rows):
    told = joined(story, [(l.from_, l.to) for l in links if (l.kind in COPY and story[l.from_] == story[l.to])
                          or min(float(l.traits0), float(l.traits1)) >= .5])
    for name, what in (("near-duplicates", story), ("same-event-silver", told)):
        for checked in (False, True):
            gold = silver(shared, name, checked)
            p, r = b_cubed(gold, what)
            note = "read and put right" if checked else "as it is"
            rows.append((f"stories: B3 of {name}, {note}", "ahd", 2 * p * r / (p + r), "F1",
                         f"P {p:.3f} R {r:.3f}; {len(gold)} documents"))


def sizes(everything, rows):
    """Is cost linear? The same documents, and copies of them with other words."""
    for count in (1000, 4000, 16000):
        some = [dict(d, id=f"{i}-{d['id']}") for i, d in enumerate((everything * 2)[:count])]
        path = write(f"{WORK}/some.jsonl", some)
        _, _, cost = find(path, rounds=3)
        rows.append((f"stories: {count} documents", "ahd", count / cost[2], "documents/s",
                     f"{cost[1] / count:.0f} bytes of fingerprint, {cost[3] / count:.0f} bytes of memory each"))


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
    rows = []
    report(options, everything, sets, templates, story, links, cost, rows)
    plain_story, plain_links, _ = find(base)
    clusters(options.shared, plain_links, plain_story, rows)
    sizes(everything, rows)
    python = None if options.no_peer else common.peer_python(["datasketch"])
    if python:
        compare(python, path, everything, sets, templates, cost, rows)
    command = ["bench/stories.py", "../shared"]
    for row in rows:
        print(f"{row[0]:44} {row[1]:24} {common.show(row[2]):>9} {row[3]:12} {row[4]}")
    if options.append:
        common.append([row + (command,) for row in rows])


def compare(python, path, everything, sets, templates, cost, rows):
    """MinHash, twice: for near duplicates, and as low as it may go."""
    words = Words(everything)
    ids = {d["id"] for d in templates}
    for threshold, size in ((.5, 3), (.2, 3)):
        pairs, took = minhash(python, path, threshold, size)
        name = f"MinHash LSH {threshold}"
        for what, made in sets.items():
            seeds = {d["id"]: seed for d, seed in made}
            told = [p for p in pairs if p[0] in seeds or p[1] in seeds]
            found = sum(tuple(sorted(p)) in pairs for p in seeds.items())
            right = sum(seed_of(a) == seed_of(b) or words.share(a, b) >= COPIED for a, b in told)
            rows.append((f"stories: {what}", name, found / len(seeds), "recall",
                         f"precision {right / max(1, len(told)):.3f} of {len(told)} pairs"))
        told = sum(a in ids and b in ids for a, b in pairs)
        rows.append(("stories: templates", name, told, "pairs", f"told as copies among {len(ids)} documents"))
        rows.append(("stories: time", name, took / cost[2], "times ahd",
                     f"{took:.2f} s of CPU for hashing and finding, of ahd {cost[2]:.2f} s for finding"))


def report(options, everything, sets, templates, story, links, cost, rows):
    words = Words(everything)

    def same(a, b):
        return a == b or words.share(a, b) >= COPIED

    print(f"{len(everything)} documents, {cost[1] / cost[0]:.0f} bytes of fingerprint each, "
          f"{cost[0] / cost[2]:,.0f} documents/s, {cost[3] / cost[0]:.0f} bytes of memory each")
    for name, made in sets.items():
        found, due, told, right, missed, wrong = score(name, made, story, links, words, same)
        rows.append((f"stories: {name}", "ahd", found / due, "recall",
                     f"precision {right / max(1, told):.3f} of {told} links; {due} due"))
        for what, list_ in (("missed", missed), ("wrong", wrong)):
            for item in list_[:options.misses]:
                print("   ", what, item)
    ids = {d["id"] for d in templates}
    told = [l for l in links if l.from_ in ids and l.kind in COPY]
    rows.append(("stories: templates", "ahd", len(told), "links", f"told as copies among {len(ids)} documents"))
    plain = [l for l in links if l.kind in COPY and ":" not in l.from_ + l.to and
             not l.from_.startswith("template")]
    for kind in sorted(COPY):
        mine = [l for l in plain if l.kind == kind]
        doubtful = [l for l in mine if words.share(l.from_, l.to) < COPIED]
        if mine:
            rows.append((f"stories: {kind} in the corpora", "ahd", len(doubtful) / len(mine), "doubtful",
                         f"of {len(mine)} links; they share less than a tenth of their rows of five words"))
        for l in doubtful[:options.misses]:
            print("   ", *l)


main()
