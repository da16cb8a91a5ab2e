"""The index of a record beside the keys themselves: the pairs found through
`ahd find`, real articles beside a scan of every word of them, queries that mean
harm. Imported by run.py.
"""
import gzip
import json
import os
import random
import sqlite3
import subprocess
import sys

from outcome import Skip, test, want
from pairs import keys_of, read_pairs

AHD, TMP, SHARED = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
KEYS = os.path.join(os.path.dirname(AHD), "tests/search/keys")
ARTICLES = os.path.join(SHARED, "corpora/ar-political.jsonl.gz")
ENGLISH = os.path.join(SHARED, "corpora/en-conflict.jsonl.gz")
ERROR_STARTS = "ahd: character ", "ahd: the query has "


def record(name, documents):
    """A record of these (id, title, text)."""
    path, lines = f"{TMP}/{name}.db", f"{TMP}/{name}.jsonl"
    for end in "", "-wal", "-shm":
        if os.path.exists(path + end):
            os.remove(path + end)
    with open(lines, "w", encoding="utf-8") as out:
        for ident, title, text in documents:
            out.write(json.dumps({"id": ident, "title": title, "text": text}) + "\n")
    subprocess.run([AHD, "add", "--db", path, lines], check=True, capture_output=True)
    return path


def ask(path, query, *options):
    """What `ahd find` answers, as it ended."""
    return subprocess.run([AHD, "find", "--db", path, "--limit", "1000000", *options, "--",
                           query], capture_output=True)


def found(path, query):
    run = ask(path, query, "--json")
    want(run.returncode == 0, f"{query!r}: {run.stderr.decode(errors='replace').strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


# ----------------------------------------------------------------- the pairs

def through_index(pairs):
    """For each pair whether the index finds its text by its query: both in one record, told
    apart by a word that stands nowhere else."""
    documents = [(str(n), "", f"qqz{n}q. {pair.text}. " + "They met. " * 8)
                 for n, pair in enumerate(pairs)]
    path = record("pairs", documents)
    base = sqlite3.connect(path)
    want(base.execute("SELECT count(*) FROM search_documents").fetchone()[0] == len(pairs),
         "not every text became an article")
    return [len(found(path, f"{pair.query} qqz{n}q")) == 1 for n, pair in enumerate(pairs)]


@test
def the_index_finds_of_the_pairs_what_their_keys_do():
    pairs = [pair for pair in read_pairs() if "-" not in pair.query[:1]][::3]
    queries = keys_of(KEYS, [pair.query for pair in pairs])
    # As the query language reads them: words written together are a phrase.
    texts = keys_of(KEYS, [pair.text for pair in pairs])
    keys = [all(any(word & other for other in text) for word in query)
            for query, text in zip(queries, texts)]
    odd = [f"{pair.query}~{pair.text}"
           for pair, one, other in zip(pairs, keys, through_index(pairs)) if one != other]
    want(not odd, f"{len(odd)} of {len(pairs)}: " + " ".join(odd[:10]))


# ------------------------------------------------------------ a scan of words

def articles(path, count):
    if not os.path.exists(path):
        raise Skip("needs ../shared")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        all_of_them = [json.loads(line) for line in lines]
    return all_of_them[::max(1, len(all_of_them) // count)][:count]


class Scan:
    """Every word of every document, and what a query finds in them one by one."""

    def __init__(self, documents):
        self.documents = {}
        for ident, title, text in documents:
            self.documents[ident] = self.words(title), self.words(text)

    @staticmethod
    def words(text):
        run = subprocess.run([KEYS], input=" ".join(text.split()).encode() + b"\n",
                             stdout=subprocess.PIPE, check=True)
        words = [word.split("\t") for word in run.stdout.decode().rstrip("\n").split("\v") if word]
        return [(word[0], word[1], set(word[2:])) for word in words]

    def has(self, part, phrase, exact):
        _, first, stems = phrase[0]
        for at in range(len(part) - len(phrase) + 1):
            if part[at][1] != first if exact else part[at][2].isdisjoint(stems):
                continue
            if all(a[1] == b[1] if exact else a[2] & b[2]
                   for a, b in zip(part[at:at + len(phrase)], phrase)):
                return True
        return False

    def find(self, choices):
        """`choices`: (excluded, [(words, exact)])."""
        return {ident for ident, parts in self.documents.items()
                if all(any(self.has(part, phrase, exact) for part in parts
                           for phrase, exact in any_of) != excluded
                       for excluded, any_of in choices)}


def make_query(random_, scan):
    """A query and what it means, of words that stand in some document."""
    choices, said = [], []
    for n in range(random_.randint(1, 3)):
        any_of, texts = [], []
        excluded = n > 0 and random_.random() < .25
        for _ in range(1 if excluded else random_.choice([1, 1, 1, 2])):
            parts = scan.documents[random_.choice(list(scan.documents))]
            part = parts[random_.random() < .8] or parts[0] or parts[1]
            length = random_.choice([1, 1, 1, 2, 3])
            at = random_.randrange(max(1, len(part) - length + 1))
            phrase, exact = part[at:at + length], random_.random() < .25
            words = " ".join(word[0] for word in phrase)
            any_of.append((Scan.words(words), exact))
            texts.append(("exact:" if exact else "") + f'"{words}"')
        choices.append((excluded, any_of))
        said.append(("-" if excluded else "") + " OR ".join(texts))
    return " ".join(said), choices


def compare(name, path):
    documents = [(a["id"], a.get("title") or "", a["text"]) for a in articles(path, 80)]
    base, scan, random_ = record(name, documents), Scan(documents), random.Random(7)
    hits = 0
    for _ in range(100):
        query, choices = make_query(random_, scan)
        rows = found(base, query)
        index, due = {row["document"] for row in rows}, scan.find(choices)
        hits += len(index)
        want(index == due, f"{query}: index {len(index)}, scan {len(due)}, "
                           f"apart {sorted(index ^ due)[:5]}")
        wanted = any(not excluded for excluded, _ in choices)
        want(all(bool(row["matches"]) == wanted for row in rows), f"{query}: a hit without words")
    want(hits > 100, f"{hits} hits are few")


@test
def of_arabic_articles_the_index_finds_what_a_scan_does():
    compare("arabic", ARTICLES)


@test
def of_english_articles_the_index_finds_what_a_scan_does():
    compare("english", ENGLISH)


# ------------------------------------------------------------------- hostile

PIECES = ['"', "'", "*", "-", "OR", "AND", "NOT", "NEAR", "NEAR(", "(", ")", "{", "}", ":", "^",
          "+", "title:", "text : ", "exact:", "=", "|", "||", "«", "»", "“", "”", "\\", ";", "--",
          "/*", "%", "_", "?1", "$x", "\t", "\n", "\x01", "\x7f", "\u200f", "\u202e", "\u0640",
          "\ufeff", "٭", "،", "؟", "هدنة", "اتفاق", "a", "truce", "5+5", "1701", "\U0001f54a",
          "x" * 300, "ه" * 200, "َُِّ", "ﷺ", "ﻻ", "UNION SELECT", "');DROP TABLE documents;--"]


def odd_queries():
    random_ = random.Random(11)
    for piece in PIECES:
        yield piece.encode()
    for _ in range(200):
        glue = random_.choice(["", " "])
        yield glue.join(random_.choices(PIECES, k=random_.randint(2, 9))).encode()
    for _ in range(40):
        yield bytes(random_.choices(range(1, 256), k=random_.randint(1, 40)))
    yield from (b'"' * 65, b"(" * 4000, b"a " * 64, b"a " * 65, b"a" * 4096, b"a" * 4097,
                b'"' + b"a " * 64 + b'"', b"a|" * 40 + b"a", b"-a " * 60, b"a* " * 20,
                b"ab* " * 60, b"= = =", b"-", b"- - -")


@test
def queries_of_any_bytes_are_answered_or_told_their_place():
    path = record("hostile", [("1", "Truce", "The truce holds. " * 20),
                              ("2", "هدنة", "اتفاق وهدنة بين الطرفين. " * 20)])
    count = 0
    for query in odd_queries():
        run, count = ask(path, query), count + 1
        said = run.stderr.decode(errors="replace")
        if run.returncode == 0:
            want(said == "" and b" document" in run.stdout, f"{query!r}: {said!r}")
        else:
            want(run.returncode == 2 and said.startswith(ERROR_STARTS) and said.count("\n") == 1,
                 f"{query!r}: {run.returncode} {said!r}")
    want(count >= 300, f"{count} queries")
    want(len(found(path, "")) == 2, "the record is not what it was")
