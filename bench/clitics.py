#!/usr/bin/env python3
"""Clitics of real news, beside other segmenters:  clitics.py AHD SHARED [--append]

    clitics.py --import SHARED PROPOSALS...  > bench/clitics/words-N.tsv

The words of bench/clitics/words-*.tsv were annotated by hand: record of ar-political, start
and end in code points of its text, lengths of the segments (1+1+6). Each system gets the
sentences (sentences.tsv) that they stand in. *exact*: words cut as annotated; P, R and F1
of the cuts inside words; *cut*: the words exact among those that have a cut to find. Ahd
is morph_train with the weights it ships. Words whose cut is a convention (OPEN) are left
out for all. Peers: UDPipe trained on the whole of UD Arabic
PUD, Stanford CoreNLP, the port of Farasa and Qalsadi, all mapped to our conventions
(segment_peer.py). `--import` checks what annotators corrected and keeps no text of it.
"""
import collections, glob, os, re, sys

import segmenters, udpipe
from common import WORK, append, peer_python

HERE = os.path.join(os.path.dirname(__file__), "clitics")
PEERS = [udpipe.NAME, "farasa==0.0.1", "qalsadi==0.5.1"]
# ك+ما in one treebank, كما in the next; UD Arabic PUD itself has both of some.
OPEN = re.compile("[وف]?(?:كما|عندما|مما|بما|فيما|عما|بينما|حينما|بعدما|كذلك|ممن|عمن|ألا)")
WEIGHTS = "models/morph/weights.tsv"


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file
                if line.strip() and not line.startswith("#")]


def gold():
    """{(record, start, end): lengths} of the annotated words."""
    return {(name, int(start), int(end)): [int(length) for length in parts.split("+")]
            for path in sorted(glob.glob(f"{HERE}/words*.tsv"))
            for name, start, end, parts in rows(path)}


def settled(annotated, documents):
    """Without the words whose cut is a convention."""
    return {(name, start, end): lengths for (name, start, end), lengths in annotated.items()
            if not OPEN.fullmatch(documents[name][start:end])}


def sentences(annotated):
    """(record, start, end) of the sentences that have annotated words."""
    known = {name for name, _, _ in annotated}
    return [(name, int(start), int(end)) for name, start, end in rows(f"{HERE}/sentences.tsv")
            if name in known]


def cuts(lengths):
    """Where a word is cut, in letters from its start."""
    at, found = 0, set()
    for length in lengths[:-1]:
        at += length
        found.add(at)
    return found


def score(annotated, told):
    counts = collections.Counter()
    for word, lengths in annotated.items():
        due, got = cuts(lengths), cuts(told.get(word, [word[2] - word[1]]))
        counts.update(words=1, exact=due == got, right=len(due & got), due=len(due),
                      told=len(got), cut=bool(due), cut_exact=bool(due) and due == got)
    return counts


def systems(program, shared):
    """Each system that is here: its name, and what answers for texts."""
    tool = f"{os.path.dirname(program)}/morph_train"
    if os.path.exists(tool) and os.path.exists(WEIGHTS):
        yield "ahd", lambda texts: segmenters.treebank(texts, [tool, "tag", WEIGHTS])
    else:
        print(f"ahd not measured: no {tool}, or no {WEIGHTS}")
    python = peer_python(PEERS)
    if python:
        model = udpipe.models(python, f"{shared}/{udpipe.TREEBANK}", "tag", ["all"])["all"]
        yield "UDPipe 1 (PUD)", lambda texts: segmenters.treebank(
            texts, udpipe.command(python, model, "tag"))
        for name in ("farasa", "qalsadi"):
            yield name, lambda texts, name=name: segmenters.by_word(
                texts, [python, "bench/segment_peer.py", name])
    yield f"CoreNLP {segmenters.CORENLP}", lambda texts: segmenters.corenlp(texts, WORK)
    yield "no cut at all", lambda texts: [[] for _ in texts]


def show(name, counts):
    precision = counts["right"] / max(1, counts["told"])
    recall = counts["right"] / max(1, counts["due"])
    f1 = 2 * counts["right"] / max(1, counts["told"] + counts["due"])
    print(f"| {name} | {counts['words']} | {100 * counts['exact'] / counts['words']:.2f} | "
          f"{100 * counts['cut_exact'] / max(1, counts['cut']):.2f} | {100 * precision:.2f} | "
          f"{100 * recall:.2f} | {100 * f1:.2f} |", flush=True)
    return f1


def measure(program, shared):
    annotated = gold()
    if not annotated:
        sys.exit("no words in bench/clitics")
    places = sentences(annotated)
    documents = segmenters.records(shared, {name for name, _, _ in places})
    texts = [documents[name][start:end] for name, start, end in places]
    words, results = settled(annotated, documents), []
    print(f"{len(annotated) - len(words)} of {len(annotated)} words left out\n")
    print("| system | words | exact | cut | P | R | F1 |\n|---|---|---|---|---|---|---|")
    for name, segment in systems(program, shared):
        begins = segment(texts)
        if begins is None:
            continue
        told = {}
        for (record, at, _), text, cut in zip(places, texts,
                                              segmenters.segment_words(texts, begins)):
            for (start, end), lengths in zip(segmenters.words(text), cut):
                told[record, at + start, at + end] = lengths
        counts = score(words, told)
        results.append((name, counts, show(name, counts)))
    return results


def import_words(shared, paths):
    """Prints what annotators made of proposals, if it is still of the texts."""
    corrected = [(path, row) for path in paths for row in rows(path)]
    documents = segmenters.records(shared, {row[0] for _, row in corrected})
    for path, (name, start, end, word, segments, *_) in corrected:
        parts = segments.split("+")
        if documents[name][int(start):int(end)] != word or "".join(parts) != word \
                or "" in parts:
            sys.exit(f"{path}: {name} {start}: segments or offsets do not make the word")
        print(f"{name}\t{start}\t{end}\t{'+'.join(str(len(part)) for part in parts)}")


def main():
    if sys.argv[1] == "--import":
        import_words(sys.argv[2], sys.argv[3:])
        return
    results = measure(sys.argv[1], sys.argv[2])
    if "--append" in sys.argv:
        append([("clitics", name, counts["exact"] / counts["words"], "words exact",
                 f"of {counts['words']}; F1 of cuts {f1:.3f}", ["bench/clitics.py", *sys.argv[1:3]])
                for name, counts, f1 in results])


if __name__ == "__main__":
    main()
