#!/usr/bin/env python3
"""Names in Arabic text beside CRFsuite:  names.py AHD SHARED [--folds 0,1] [--append]

Ten folds of three texts with marked names (blocks of twenty consecutive sentences, fold =
block mod 10), the same for all: names_train, beside AHD, reads the text as it is written
(clitics joined again where the set has them apart) with weights of morphology and of names
that have not seen the fold; CRFsuite (PyPI) is given the rows of the sets as they are, with
words, affixes and neighbours (names_peer.py). A name is right when its first and last row and
its kind are. Weights of morphology are kept in build/bench. `--append` adds the totals to
RESULTS.md. `--posts`: posts (Wojood's OCC) instead of names.
"""
import argparse, collections, gzip, hashlib, json, os, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

from common import WORK, append, peer_python

FOLDS = 10
KINDS = {"PER": "persons", "LOC": "places", "ORG": "organisations", None: "all"}
CORPORA = ("ar-political", "ar-satire-negatives")
EVERY, TOGETHER = 3, 16  # paragraphs of the corpora that are read
PUD = "bench/morphology/ud-arabic-pud.conllu.gz"
PEER = "python-crfsuite==0.9.12"


def run(command, **more):
    done = subprocess.run(command, **{"capture_output": True, "text": True, **more})
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {(done.stderr or '').strip()[-300:]}")
    return done.stdout


# --------------------------------------------------------------------------- ours

def morphs(tools, shared):
    """The weights of morphology that have not seen a fold."""
    pattern = f"{WORK}/names-morph-%d.tsv"
    with open(f"{WORK}/pud.conllu", "w") as plain:
        subprocess.run(["gzip", "-dc", f"{shared}/{PUD}"], stdout=plain, check=True)
    for fold in range(FOLDS):
        if not os.path.exists(pattern % fold):
            run([f"{tools}/morph_train", "train", str(FOLDS), str(fold), f"{WORK}/pud.conllu",
                 pattern % fold, f"{shared}/bench/names", "models/morph/labels.tsv",
                 f"{shared}/corpora/ar-political.jsonl.gz"])
    return pattern


def news(shared):
    """Titles and texts, a paragraph a line; sixteen of every forty-eight."""
    path, lines = f"{WORK}/names-news.txt", []
    for name in CORPORA:
        with gzip.open(f"{shared}/corpora/{name}.jsonl.gz", "rt") as records:
            for record in map(json.loads, records):
                lines += [record.get("title") or "", *record["text"].split("\n")]
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for at, line in enumerate(lines)
                       if (at + 1) // TOGETHER % EVERY == 0)
    return path


def ours(told, folds):
    """Sentences: (set, fold, words, gold labels, labels of Ahd)."""
    tools = os.path.dirname(told.ahd)
    rows = run([f"{tools}/names_train", "posts" if told.posts else "folds",
                f"{told.shared}/bench/names", morphs(tools, told.shared),
                "models/names/words.tsv", news(told.shared), "".join(map(str, folds))])
    reliability(rows, folds)
    sentences = []
    for sentence in rows.split("\n\n"):
        cells = [row.split("\t") for row in sentence.split("\n") if row]
        if cells:
            sets, fold, words, gold, said, *_ = zip(*cells)
            sentences.append((sets[0], int(fold[0]), words, gold, list(said)))
    return sentences


# --------------------------------------------------------------------------- the peer

def peer_fold(python, rows, fold):
    """The labels of the peer, kept by what it was given and its own script."""
    with open("bench/names_peer.py") as script:
        known = hashlib.sha256((script.read() + rows).encode()).hexdigest()[:16]
    kept = f"{WORK}/names-peer-{fold}-{known}.txt"
    if not os.path.exists(kept):
        said = run([python, "bench/names_peer.py", str(fold)], input=rows)
        with open(kept, "w") as out:
            out.write(said)
    with open(kept) as said:
        return said.read().splitlines()


def crfsuite(python, sentences, folds):
    """The labels of the peer, sentence by sentence, for those of `folds`."""
    rows = "\n\n".join("\n".join(f"{name}\t{fold}\t{word}\t{label}"
                                 for word, label in zip(words, gold))
                       for name, fold, words, gold, _ in sentences)
    with ThreadPoolExecutor(2) as pool:
        said = dict(zip(folds, pool.map(lambda fold: peer_fold(python, rows, fold), folds)))
    return [said[fold].pop(0).split() if fold in said else None for _, fold, *_ in sentences]


# --------------------------------------------------------------------------- scores

def spans(labels):
    """(kind, first, end) of every name."""
    found, kind, first = set(), None, 0
    for at, label in enumerate([*labels, "O"]):
        if kind and not (label[0] == "I" and label[2:] == kind):
            found.add((kind, first, at))
            kind = None
        if label != "O" and kind is None:
            kind, first = label[2:], at
    return found


def is_people(words, name):
    """AQMAR has peoples among persons here and there; they are no names of ours."""
    kind, first, end = name
    word = words[first]
    return (kind == "PER" and end - first == 1 and len(word) > 6 and word.startswith("ال")
            and word.endswith(("ين", "ون")))


def count(sentences, said, folds):
    """{(set, kind, what): number}"""
    counts = collections.Counter()
    for (name, fold, words, gold, _), labels in zip(sentences, said):
        if fold not in folds:
            continue
        due, told = ({one for one in spans(row) if not is_people(words, one)}
                     for row in (gold, labels))
        for what, names in (("gold", due), ("told", told), ("right", due & told)):
            for kind, _, _ in names:
                for key in ((name, kind), (name, None), ("all", kind), ("all", None)):
                    counts[*key, what] += 1
    return counts


def f1(counts, name, kind):
    gold, told, right = (counts[name, kind, what] for what in ("gold", "told", "right"))
    return (100 * right / max(told, 1), 100 * right / max(gold, 1),
            200 * right / max(gold + told, 1))


def reliability(rows, folds):
    """Of names told with a score in each fifth, how many are right."""
    bins = collections.defaultdict(list)
    for sentence in rows.split("\n\n"):
        cells = [row.split("\t") for row in sentence.split("\n") if row]
        if not cells or int(cells[0][1]) not in folds:
            continue
        due = spans([cell[3] for cell in cells])
        for kind, first, end in spans([cell[4] for cell in cells]):
            score = float(cells[first][5])
            bins[min(int(score * 5), 4)].append((score, (kind, first, end) in due))
    for part, names in sorted(bins.items()):
        print(f"score {part / 5:.1f}-{part / 5 + .2:.1f}: {len(names)} names, mean score "
              f"{sum(score for score, _ in names) / len(names):.2f}, right "
              f"{sum(right for _, right in names) / len(names):.2f}")


def show(counts):
    print("| set | kind | names |", " | ".join(f"{tool} P | R | F1" for tool in counts), "|")
    print("|" + " --- |" * (3 + 3 * len(counts)))
    for name in ("NewsFANE", "AQMAR", "Wojood", "all"):
        for kind, words in KINDS.items():
            cells = [f"{value:.1f}" for one in counts.values() for value in f1(one, name, kind)]
            gold = next(iter(counts.values()))[name, kind, "gold"]
            if gold:
                print(f"| {name} | {words} | {gold} |", " | ".join(cells), "|")


def arguments():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ahd")
    asked.add_argument("shared")
    asked.add_argument("--folds", default="0,1,2,3,4,5,6,7,8,9")
    asked.add_argument("--no-peer", action="store_true")
    asked.add_argument("--posts", action="store_true")
    asked.add_argument("--append", action="store_true")
    return asked.parse_args()


def main():
    told = arguments()
    folds = [int(fold) for fold in told.folds.split(",")]
    os.makedirs(WORK, exist_ok=True)
    sentences = ours(told, folds)
    counts = {"ahd": count(sentences, [s[4] for s in sentences], folds)}
    python = None if told.no_peer else peer_python([PEER])
    if python:
        counts["CRFsuite"] = count(sentences, crfsuite(python, sentences, folds), folds)
    show(counts)
    if told.append:
        append([(f"names 10-fold {name} {words}", tool, f1(one, name, kind)[2] / 100, "F1",
                 f"of {one[name, kind, 'gold']}", ["bench/names.py", told.ahd, told.shared])
                for name in ("NewsFANE", "AQMAR", "Wojood", "all")
                for kind, words in KINDS.items() for tool, one in counts.items()])


main()
