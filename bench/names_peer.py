"""Names by CRFsuite:  names_peer.py FOLD < ROWS   (set, fold, word, label, ...; by bench/names.py)

Trains on the sentences of the other folds, prints the labels of this one's, a sentence a
line. Features: the word and its neighbours up to two away, pairs of neighbours, prefixes and
suffixes of up to four letters of the word and of those next to it, digits, Latin letters;
labels in BIO with their pairs. L-BFGS; C1 and C2 are the best of three pairs on fold 0.
"""
import sys

import pycrfsuite

C1, C2, ITERATIONS = 0.02, 0.02, 100


def features(words, at):
    def word(step):
        return words[at + step] if 0 <= at + step < len(words) else "_"
    found = [f"w{step}={word(step)}" for step in range(-2, 3)]
    found += [f"w-1w={word(-1)}/{word(0)}", f"ww1={word(0)}/{word(1)}"]
    for step in (-1, 0, 1):
        for length in range(1, 5):
            found += [f"p{step}={word(step)[:length]}", f"s{step}={word(step)[-length:]}"]
    if any(letter.isdigit() for letter in word(0)):
        found.append("digit")
    if word(0)[0].isascii() and word(0)[0].isalpha():
        found.append("latin")
    return found


def read(rows):
    """(fold, words, labels) of each sentence."""
    for sentence in rows.split("\n\n"):
        cells = [row.split("\t") for row in sentence.split("\n") if row]
        if cells:
            _, fold, words, labels, *_ = zip(*cells)
            yield fold[0], words, labels


def main():
    held = sys.argv[1]
    sentences = list(read(sys.stdin.read()))
    trainer = pycrfsuite.Trainer(verbose=False)
    for fold, words, labels in sentences:
        if fold != held:
            trainer.append([features(words, at) for at in range(len(words))], labels)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": ITERATIONS,
                        "feature.possible_transitions": True})
    model = f"build/bench/names-{held}.crfsuite"
    trainer.train(model)
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    for fold, words, _ in sentences:
        if fold == held:
            print(" ".join(tagger.tag([features(words, at) for at in range(len(words))])))


main()
