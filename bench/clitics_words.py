#!/usr/bin/env python3
"""For who annotates clitics:  clitics_words.py choose SHARED | propose SHARED OUT PARTS

`choose` prints bench/clitics/sentences.tsv (record, start and end in code points of its
text): 500 sentences of ar-political, seeded, as many of each outlet, one a document, none
of a document of the gold. `propose` writes PARTS files OUT/proposals-N.tsv, the sentence as
a comment, then a line a word: record, start, end, word, segments joined by +, as Stanford
CoreNLP cuts them, and how others do where they do not agree. They hold text: OUT is
scratch, never the project. What is corrected there comes home by `clitics.py --import`.
"""
import collections, gzip, json, os, random, re, sys

from clitics import systems
from segmenters import records, segment_words, words

COUNT, SEED = 500, 4
NOT_ASKED = {"ahd", "no cut at all"}  # who is measured proposes nothing
FEWEST, MOST = 8, 40
SENTENCE = re.compile(r"[^\s.!?؟](?:[^\n.!?؟]|[.!?؟](?!\s|$))*[.!?؟]?", re.M)
CHOICE = os.path.join(os.path.dirname(__file__), "clitics/sentences.tsv")


def gold(shared):
    """What tells a document of the gold: its id, and how its text begins."""
    told = set()
    for name in ("dev", "dev-en"):
        with open(f"{shared}/gold/{name}.docs.jsonl", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                told |= {record["id"], record["text"][:100]}
    return told


def is_usable(text):
    count = len(words(text))
    return FEWEST <= count <= MOST and count * 5 >= len(text.split()) * 4


def choose(shared):
    known, chance = gold(shared), random.Random(SEED)
    outlets = collections.defaultdict(list)
    with gzip.open(f"{shared}/corpora/ar-political.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if not {record["id"], record["text"][:100]} & known:
                outlets[record["outlet"]].append((record["id"], record["text"]))
    for name in sorted(outlets):
        chance.shuffle(outlets[name])
    chosen, seen = [], set()
    while len(chosen) < COUNT:
        for name in sorted(outlets):
            chosen += next_sentence(outlets[name], seen, chance)
    chance.shuffle(chosen)
    for name, start, end in chosen[:COUNT]:
        print(f"{name}\t{start}\t{end}")


def next_sentence(documents, seen, chance):
    """A sentence of the next document that has a usable one, as a list; or none."""
    while documents:
        name, text = documents.pop()
        spans = [match.span() for match in SENTENCE.finditer(text)
                 if is_usable(match.group()) and match.group() not in seen]
        if spans:
            start, end = chance.choice(spans)
            seen.add(text[start:end])
            return [(name, start, end)]
    return []


def chosen():
    with open(CHOICE, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [(name, int(start), int(end)) for name, start, end in rows]


def propose(shared, out, parts):
    rows = chosen()
    documents = records(shared, {name for name, _, _ in rows})
    texts = [documents[name][start:end] for name, start, end in rows]
    told = {name: segment(texts) for name, segment in systems("", shared)
            if name not in NOT_ASKED}
    cuts = [segment_words(texts, begins) for begins in told.values() if begins]
    cuts.reverse()  # CoreNLP first
    each = -(-len(rows) // parts)
    for part in range(parts):
        with open(f"{out}/proposals-{part + 1}.tsv", "w", encoding="utf-8") as file:
            for i in range(part * each, min(len(rows), (part + 1) * each)):
                file.write("\n".join(lines_of(rows[i], texts[i], [cut[i] for cut in cuts]))
                           + "\n")


def lines_of(row, text, cuts):
    """The first proposal for each word, and the others that differ from it."""
    name, begin, _ = row
    lines = ["", "# " + text]
    for (start, end), *told in zip(words(text), *cuts):
        first, *others = [spelled(text[start:end], lengths) for lengths in told]
        differ = dict.fromkeys(other for other in others if other != first)
        lines.append("\t".join([name, str(begin + start), str(begin + end), text[start:end],
                                first, *differ]))
    return lines


def spelled(word, lengths):
    at, segments = 0, []
    for length in lengths:
        segments.append(word[at:at + length])
        at += length
    return "+".join(segments)


def main():
    if sys.argv[1:2] == ["choose"] and len(sys.argv) == 3:
        choose(sys.argv[2])
    elif sys.argv[1:2] == ["propose"] and len(sys.argv) == 5:
        propose(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(__doc__)


main()
