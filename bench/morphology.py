#!/usr/bin/env python3
"""Words, UPOS and lemmas of Arabic beside UDPipe 1:  morphology.py AHD SHARED [--parse FOLDS]
                                                        [--append]

Ten folds of UD Arabic PUD by documents (udpipe_train.py says which), both systems trained
on the same nine and given the raw text of the tenth, a sentence a paragraph; Ahd, as it
ships, also learns from names and labelled words of news, none of PUD. Each fold and all together, as conllu.py counts. Ahd's trainer and tagger is morph_train, beside AHD; it
does not parse. UDPipe does on the folds of `--parse` (0,1,2 or all; 0 alone by default,
for a parser takes four minutes to train), and its UAS and LAS are of those. Its models
are kept in build/bench/udpipe: an hour to make, on one core. `--append` adds the totals
to RESULTS.md.
"""
import argparse, collections, os, subprocess, sys

import conllu, udpipe
from common import WORK, append, peer_python
from udpipe_train import FOLDS, split

SHOWN = {"words": "words", "upos": "UPOS", "lemma": "lemma", "feats": "feats", "uas": "UAS",
         "las": "LAS"}
LABELS = "models/morph/labels.tsv"


def run(command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr.strip()[-300:]}")
    return done.stdout


def ahd(tool, treebank, more):
    def read(fold, text):
        weights = f"{WORK}/morphology-{fold}.tsv"
        run([tool, "train", str(FOLDS), str(fold), treebank, weights, *more])
        return run([tool, "tag", weights], text)
    return read


def udpipe_reader(python, treebank, parse):
    parsed = range(FOLDS) if parse == "all" else [int(fold) for fold in parse.split(",")]
    models = udpipe.models(python, treebank, "tag", range(FOLDS))
    parsers = udpipe.models(python, treebank, "parse", parsed)

    def read(fold, text):
        fold = str(fold)
        if fold in parsers:
            return run(udpipe.command(python, parsers[fold], "parse"), text)
        return run(udpipe.command(python, models[fold], "tag"), text)
    return read


def measure(systems, treebank):
    """{system: [counts of each fold]}."""
    counts = collections.defaultdict(list)
    for fold in range(FOLDS):
        held = split(treebank, fold)[1]
        gold, text = conllu.read("\n\n".join(held)), "\n".join(conllu.texts(held)) + "\n"
        for name, read in systems.items():
            counts[name].append(conllu.count(gold, conllu.read(read(fold, text))))
    return counts


def row(cells):
    print("|", " | ".join(cells), "|", flush=True)


def show(counts):
    row(["fold", "system", "gold words", *SHOWN.values()])
    row(["---"] * (3 + len(SHOWN)))
    for fold in [*range(FOLDS), "all"]:
        for name, folds in counts.items():
            one = total(folds) if fold == "all" else folds[fold]
            row([str(fold), name, str(one["gold"]),
                 *(cell(folds if fold == "all" else [one], metric) for metric in SHOWN)])


def total(folds):
    return sum(folds, collections.Counter())


def score(folds, metric):
    """Over the folds where it was told; None when it was on none."""
    where = [fold for fold in folds if fold[metric]]
    return conllu.f1(total(where), metric) if where else None


def cell(folds, metric):
    value = score(folds, metric)
    return "-" if value is None else f"{value:.2f}"


def beside(ours, theirs):
    """The errors of the two: how many of the peer's are left for each of ours."""
    for metric in ("words", "upos", "lemma"):
        a, b = conllu.f1(ours, metric), conllu.f1(theirs, metric)
        print(f"{SHOWN[metric]}: ahd {a:.2f}, UDPipe {b:.2f}, {a - b:+.2f}; UDPipe has "
              f"{(100 - b) / (100 - a) if a < 100 else 0:.2f} times the errors; "
              f"{'ahead' if a > b else 'NOT AHEAD'}")


def results(counts, command):
    return [(f"PUD 10-fold {SHOWN[metric]}", name, score(folds, metric) / 100, "F1",
             f"of {sum(fold['gold'] for fold in folds if fold[metric])} words", command)
            for metric in SHOWN for name, folds in counts.items() if score(folds, metric)]


def arguments():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ahd")
    asked.add_argument("shared")
    asked.add_argument("--parse", default="0")
    asked.add_argument("--append", action="store_true")
    return asked.parse_args()


def main():
    told = arguments()
    packed = f"{told.shared}/{udpipe.TREEBANK}"
    if not os.path.exists(packed):
        sys.exit(f"no treebank in {told.shared}: nothing to measure")
    os.makedirs(WORK, exist_ok=True)
    treebank = f"{WORK}/pud.conllu"
    with open(treebank, "w", encoding="utf-8") as plain:
        plain.write("\n\n".join(split(packed, "all")[0]) + "\n\n")
    systems, tool = {}, f"{os.path.dirname(told.ahd)}/morph_train"
    if os.path.exists(tool):
        systems["ahd"] = ahd(tool, treebank, [f"{told.shared}/bench/names", LABELS,
                                              f"{told.shared}/corpora/ar-political.jsonl.gz"])
    else:
        print(f"ahd not measured: no {tool}")
    python = peer_python([udpipe.NAME])
    if python:
        systems["UDPipe 1"] = udpipe_reader(python, treebank, told.parse)
    counts = measure(systems, treebank)
    show(counts)
    if len(counts) == 2:
        beside(*map(total, counts.values()))
    if told.append:
        append(results(counts, ["bench/morphology.py", told.ahd, told.shared, "--parse",
                                told.parse]))


main()
