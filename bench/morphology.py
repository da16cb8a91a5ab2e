#!/usr/bin/env python3
"""Words, UPOS and lemmas of Arabic beside UDPipe 1:  morphology.py AHD SHARED [--append]

Ten folds of UD Arabic PUD by documents (udpipe_train.py says which), both systems trained
on the same nine and given the raw text of the tenth, a sentence a paragraph. Each fold and
all together, as conllu.py counts. Ahd's trainer and tagger is morph_train, beside AHD; it
does not parse. UDPipe's models are kept in build/bench/udpipe: two hours to make, on one
core. `--append` adds the totals to RESULTS.md.
"""
import collections, os, subprocess, sys

import conllu, udpipe
from common import WORK, append, peer_python
from udpipe_train import FOLDS, split

SHOWN = {"words": "words", "upos": "UPOS", "lemma": "lemma", "feats": "feats", "uas": "UAS",
         "las": "LAS"}


def run(command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr.strip()[-300:]}")
    return done.stdout


def ahd(tool, treebank):
    def read(fold, text):
        weights = f"{WORK}/morphology-{fold}.tsv"
        run([tool, "train", str(FOLDS), str(fold), treebank, weights])
        return run([tool, "tag", weights], text)
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
                 *(f"{conllu.f1(one, metric):.2f}" if one[metric] else "-"
                   for metric in SHOWN)])


def total(folds):
    return sum(folds, collections.Counter())


def beside(ours, theirs):
    """The errors of the two: how many of the peer's are left for each of ours."""
    for metric in ("words", "upos", "lemma"):
        a, b = conllu.f1(ours, metric), conllu.f1(theirs, metric)
        print(f"{SHOWN[metric]}: ahd {a:.2f}, UDPipe {b:.2f}, {a - b:+.2f}; UDPipe has "
              f"{(100 - b) / (100 - a) if a < 100 else 0:.2f} times the errors; "
              f"{'ahead' if a > b else 'NOT AHEAD'}")


def results(counts, command):
    return [(f"PUD 10-fold {SHOWN[metric]}", name, conllu.f1(total(folds), metric) / 100, "F1",
             f"of {total(folds)['gold']} words", command)
            for metric in SHOWN for name, folds in counts.items() if total(folds)[metric]]


def main():
    program, shared = sys.argv[1], sys.argv[2]
    packed = f"{shared}/bench/morphology/ud-arabic-pud.conllu.gz"
    if not os.path.exists(packed):
        sys.exit(f"no treebank in {shared}: nothing to measure")
    os.makedirs(WORK, exist_ok=True)
    treebank = f"{WORK}/pud.conllu"
    with open(treebank, "w", encoding="utf-8") as plain:
        plain.write("\n\n".join(split(packed, "all")[0]) + "\n\n")
    systems, tool = {}, f"{os.path.dirname(program)}/morph_train"
    if os.path.exists(tool):
        systems["ahd"] = ahd(tool, treebank)
    else:
        print(f"ahd not measured: no {tool}")
    python = peer_python([udpipe.NAME])
    if python:
        models = udpipe.models(python, treebank, range(FOLDS))
        systems["UDPipe 1"] = lambda fold, text: run(
            udpipe.command(python, models[str(fold)], "parse"), text)
    counts = measure(systems, treebank)
    show(counts)
    if len(counts) == 2:
        beside(*map(total, counts.values()))
    if "--append" in sys.argv:
        append(results(counts, ["bench/morphology.py", program, shared]))


main()
