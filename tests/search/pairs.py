"""The pairs of the search test, and which of them Ahd's keys find."""
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


class Pair:
    def __init__(self, kind, row):
        self.must = kind == "must-match"
        self.query, self.text, self.why, self.half = row
        self.english = self.why == "english"


def read_pairs():
    """Every pair of both files, in order."""
    pairs = []
    for kind in "must-match", "must-not-match":
        with open(f"{HERE}/{kind}.tsv", encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        pairs += [Pair(kind, row) for row in rows[1:]]
    return pairs


def keys_of(program, phrases):
    """Of each phrase the stem keys of its words, a set a word."""
    run = subprocess.run([program], input="".join(p + "\n" for p in phrases).encode(),
                         stdout=subprocess.PIPE, check=True)
    lines = run.stdout.decode().split("\n")[:-1]
    return [[set(word.split("\t")[2:]) for word in line.split("\v") if word]
            for line in lines]


def find_by_keys(program, pairs):
    """For each pair whether every word of the query shares a key with a word of the text."""
    queries = keys_of(program, [pair.query for pair in pairs])
    texts = keys_of(program, [pair.text for pair in pairs])
    return [all(any(word & other for other in text) for word in query)
            for query, text in zip(queries, texts)]
