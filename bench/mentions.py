#!/usr/bin/env python3
"""How many of those who act are found as mentions:  mentions.py AHD SHARED [options]

Of the arguments of the development gold (source, target, speaker; places apart) that stand in
their document word for word: how many are told by a mention whose words are the same by the
rule of the scorer (half of them shared, in a place where the argument stands), and how many to the
letter, clitics aside. Beside it the mentions a sentence, so that coverage is not bought with noise.

    --missed [KIND]   print what no mention tells
    --sample N        print N mentions of the gold's documents, or of those of --corpus, chosen by --seed,
                      each in its sentence, to be judged by a reader
    --corpus FILE     JSONL of documents, gzipped or not
"""
import argparse
import collections
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile

SLOTS = ("source", "target", "speaker", "place")


def load_scorer(shared):
    sys.path.insert(0, os.path.join(shared, "gold"))
    import score
    return score


def read(ahd, path):
    out = subprocess.run([ahd, "read", "--json", path], capture_output=True, text=True, check=False).stdout
    return {d["id"]: d for d in map(json.loads, out.splitlines())}


def places_of(text, words):
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def told(score, text, mentions, words):
    """0: not at all, 1: half of its words, 2: to the letter."""
    best = 0
    for start, end in places_of(text, words):
        for m in mentions:
            low, high = m["at"]
            if low >= end or high <= start:
                continue
            mine = text[low:high]
            if score.words(mine) == score.words(words) and score.words(words):
                return 2
            if score.same(mine, words):
                best = 1
    return best


def measure(score, shared, name, pages, missed):
    """Counts by slot: [arguments, half, exact]."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for line in open(f"{shared}/gold/{name}.acts.jsonl", encoding="utf-8"):
        act = json.loads(line)
        page = pages.get(act["doc"])
        if act["act"] == "none" or page is None:
            continue
        for slot in SLOTS:
            for words in score.listed(act, slot):
                if words not in page["whole"]:
                    continue
                how = told(score, page["whole"], page["mentions"], words)
                for key in (slot, "who" if slot != "place" else "place "):
                    counts[key][0] += 1
                    counts[key][1] += how > 0
                    counts[key][2] += how > 1
                if how == 0:
                    missed.append((slot, act["doc"], words, act["quote"]))
    return counts


def report(name, pages, counts):
    sentences = sum(len(p.get("sentences") or []) for p in pages.values())
    mentions = sum(len(p["mentions"]) for p in pages.values())
    kinds = collections.Counter(m["kind"] for p in pages.values() for m in p["mentions"])
    known = sum(bool(m.get("id")) for p in pages.values() for m in p["mentions"])
    print(f"{name}: {len(pages)} documents, {mentions} mentions, {mentions / max(sentences, 1):.2f} a sentence, "
          f"{known / max(mentions, 1):.2f} of them known; " + ", ".join(f"{k} {n}" for k, n in kinds.most_common()))
    for slot in SLOTS[:3] + ("who", "place"):
        total, half, exact = counts[slot]
        print(f"  {slot:8} {total:5} arguments  told {half / max(total, 1):.3f}  exactly {exact / max(total, 1):.3f}")


def sample(pages, number, seed, kinds):
    every = [(i, k) for i in sorted(pages, key=str) for k, m in enumerate(pages[i]["mentions"])
             if not kinds or m["kind"] in kinds.split(",")]
    for i, k in random.Random(seed).sample(every, min(number, len(every))):
        page, m = pages[i], pages[i]["mentions"][k]
        low, high = m["at"]
        text = page["whole"]
        print(f"{m['kind']:12} {str(m.get('id')):14} {m['match']['how'] or '-':8} "
              f"{text[max(0, low - 50):low]}[{text[low:high]}]{text[high:high + 50]}".replace("\n", " / "))


def chosen(path, count, seed):
    """A sample of the documents of a corpus, as a file of their own."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        some = random.Random(seed).sample(lines.readlines(), count)
    out = tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8")
    with out:
        out.writelines(some)
    return out.name


def with_text(pages):
    for page in pages.values():
        page["whole"] = page["text"]
        page["mentions"] = [m for m in page.get("mentions") or [] if m["kind"] != "agreement"]
    return pages


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("ahd")
    options.add_argument("shared")
    options.add_argument("--missed", nargs="?", const="")
    options.add_argument("--sample", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--kinds", help="only mentions of these kinds, by commas")
    options.add_argument("--corpus")
    options.add_argument("--documents", type=int, default=60, help="of the corpus")
    args = options.parse_args()
    if args.corpus:
        path = chosen(args.corpus, args.documents, args.seed)
        pages = with_text(read(args.ahd, path))
        os.unlink(path)
        sample(pages, args.sample or 60, args.seed, args.kinds)
        return
    score = load_scorer(args.shared)
    for name in ("dev", "dev-en"):
        pages = with_text(read(args.ahd, f"{args.shared}/gold/{name}.docs.jsonl"))
        missed = []
        report(name, pages, measure(score, args.shared, name, pages, missed))
        if args.missed is not None:
            for slot, doc, words, quote in missed:
                if args.missed in ("", slot):
                    print(f"  {slot:8} {doc:16} {words}  | {quote[:150]}".replace("\n", " "))
        if args.sample:
            sample(pages, args.sample, args.seed, args.kinds)


if __name__ == "__main__":
    main()
