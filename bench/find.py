#!/usr/bin/env python3
"""What an index of words costs and how fast it answers, beside SQLite's own:
    find.py AHD SHARED [--documents N] [--copies N] [--without AHD] [--recall] [--append]

The documents are those of ar-political, or N of them, `copies` times with every tenth word changed for
another of the corpus, so that no two are alike.
  cost     seconds (CPU, of two runs the better with --without) and bytes a document of `ahd add`; --without
           is a program whose record.c does not call ahd_indexing_put. Beside it an
           FTS5 table of the same texts, unicode61, without content
  latency  500 queries in one process (AHD's bench/find): words by how frequent they
           are, two and three words, phrases, beginnings; counts, rank, 20 hits with
           their words. Beside it unicode61 with content: count, rank, 20 snippets;
           and `grep -c` for each tenth word
  recall   50 words, and the documents that have them in any form, as the tagger
           reads each in its sentence (`ahd read --dump=morph`): which are found
"""
import argparse
import gzip
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import time

from common import WORK, append, timed

NOUNS = """اتفاق هدنة محادثة مفاوضة وزير رئيس حكومة دولة قوة جيش قرار مجلس عملية منطقة مدينة حرب
سلام حزب زعيم بيان مبعوث حوار لقاء اجتماع عقوبة هجوم مقاتل طائرة غارة ضحية قتيل لاجئ سلاح صاروخ التزام
شرط خرق انتهاك وثيقة بند""".split()
VERBS = "أعلن دعا رفض اتهم نفى أكد التقى وافق طالب هدد".split()


def corpus(shared, most):
    with gzip.open(f"{shared}/corpora/ar-political.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    return documents[::max(1, len(documents) // most)][:most]


def write(documents, copies, path):
    random_ = random.Random(3)
    words = [word for document in documents[::20] for word in document["text"].split(" ")]
    with open(path, "w", encoding="utf-8") as out:
        for copy in range(copies):
            for document in documents:
                if copy > 0:
                    text = [random_.choice(words) if random_.random() < .1 else word
                            for word in document["text"].split(" ")]
                    document = dict(document, id=f"{document['id']}-{copy}", text=" ".join(text))
                    document.pop("url", None)
                out.write(json.dumps(document, ensure_ascii=False) + "\n")


def remove(path):
    for end in "", "-wal", "-shm":
        if os.path.exists(path + end):
            os.remove(path + end)


def add(program, lines, path, runs):
    best = None
    for _ in range(runs):
        remove(path)
        took = timed([program, "add", "--db", path, lines], "/dev/null", runs=1)[1]
        best = took if best is None else min(best, took)
    return best, os.path.getsize(path)


def index_bytes(path):
    rows = sqlite3.connect(path).execute("SELECT name, sum(pgsize) FROM dbstat WHERE name LIKE"
                                         " 'search%' OR name = 'acts_page' GROUP BY 1")
    return dict(rows)


def peer(documents, path, content):
    """An FTS5 table; the seconds it took."""
    remove(path)
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE t USING fts5(title, text, "
                 + ("" if content else "content='', ") + "tokenize='unicode61 remove_diacritics 2')")
    began = time.process_time()
    base.executemany("INSERT INTO t(rowid, title, text) VALUES (?, ?, ?)",
                     ((n, d["title"], d["text"]) for n, d in enumerate(documents)))
    base.commit()
    return base, time.process_time() - began


def queries(documents):
    """500 queries: (kind, for Ahd, for FTS5)."""
    random_ = random.Random(5)
    count = {}
    for document in documents:
        for word in set(re.findall(r"[\u0621-\u064a]{3,}", document["text"])):
            count[word] = count.get(word, 0) + 1
    ranked = sorted(count, key=lambda word: (-count[word], word))
    bands = ranked[:100], ranked[100:2000], ranked[2000:20000]

    def word():
        return random_.choice(random_.choice(bands))

    def run(length):
        while True:
            words = re.findall(r"[\u0621-\u064a]{2,}", random_.choice(documents)["text"])
            if len(words) > length:
                at = random_.randrange(len(words) - length)
                return words[at:at + length]

    for _ in range(200):
        one = word()
        yield "word", one, f'"{one}"'
    for length in 2, 3:
        for _ in range(100):
            some = [word() for _ in range(length)]
            yield "words", " ".join(some), " ".join(f'"{one}"' for one in some)
    for length in 2, 3:
        for _ in range(25):
            some = " ".join(run(length))
            yield "phrase", f'"{some}"', f'"{some}"'
    for _ in range(50):
        one = word()[:4]
        yield "beginning", f"{one}*", f'"{one}"*'


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))] / 1000


def told(times):
    return f"p50 {percentile(times, .5):.1f}, p99 {percentile(times, .99):.1f}"


def measure_peer(base, asked):
    times = []
    for _, _, query in asked:
        best = None
        for _ in range(3):
            began = time.perf_counter()
            base.execute("SELECT count(*) FROM t WHERE t MATCH ?", (query,)).fetchone()
            base.execute("SELECT rowid, snippet(t, 1, '<', '>', '…', 24) FROM t WHERE t MATCH ?"
                         " ORDER BY rank LIMIT 20", (query,)).fetchall()
            took = (time.perf_counter() - began) * 1e6
            best = took if best is None else min(best, took)
        times.append(best)
    return times


def measure_grep(lines, asked):
    times = []
    for _, query, _ in [row for row in asked if row[0] == "word"][::10]:
        began = time.perf_counter()
        subprocess.run(["grep", "-cF", query, lines], capture_output=True,
                       env=dict(os.environ, LC_ALL="C"))
        times.append((time.perf_counter() - began) * 1e6)
    return times


# ------------------------------------------------------------------- recall

def lemmas(ahd, lines):
    """Of each document the (part of speech, bare lemma) of its segments."""
    run = subprocess.Popen([ahd, "read", "--dump=morph", "--threads", "1", lines],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    documents = []
    for line in run.stdout:
        line = line.decode()
        if line.startswith("morph: "):
            documents.append(set())
        found = re.match(r"  (NOUN|VERB|ADJ)\s.*?\u2068(.*?)\u2069", line)
        if found:
            documents[-1].add((found[1], re.sub("[\u064b-\u0652\u0670]", "", found[2])))
    return documents


def recall(ahd, db, base, lines, documents):
    gold = lemmas(ahd, lines)
    ids = {document["id"]: n for n, document in enumerate(documents)}
    if len(gold) != len(documents):
        sys.exit(f"{len(gold)} documents of {len(documents)} were tagged")
    sums = {name: [0, 0, 0] for name in ("ahd", "unicode61", "grep")}
    for word, tags in [(w, ("NOUN", "ADJ")) for w in NOUNS] + [(w, ("VERB",)) for w in VERBS]:
        due = {n for n, has in enumerate(gold) if any((tag, word) in has for tag in tags)}
        run = subprocess.run([ahd, "find", "--db", db, "--json", "--limit", "1000000", word],
                             stdout=subprocess.PIPE, check=True)
        got = {"ahd": {ids[json.loads(line)["document"]] for line in run.stdout.splitlines()},
               "unicode61": {row[0] for row in base.execute(
                   "SELECT rowid FROM t WHERE t MATCH ?", (f'"{word}"',))},
               "grep": {n for n, d in enumerate(documents) if word in d["title"] + d["text"]}}
        for name, one in got.items():
            for i, more in enumerate((len(one & due), len(due), len(one))):
                sums[name][i] += more
    return {name: (hit / due, hit / got, due) for name, (hit, due, got) in sums.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ahd")
    parser.add_argument("shared")
    parser.add_argument("--documents", type=int, default=1000000)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--without")
    parser.add_argument("--recall", action="store_true")
    parser.add_argument("--append", action="store_true")
    o = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    lines, db = f"{WORK}/find.jsonl", f"{WORK}/find.db"
    write(corpus(o.shared, o.documents), o.copies, lines)
    with open(lines, encoding="utf-8") as all_lines:
        documents = [json.loads(line) for line in all_lines]
    n = len(documents)
    command = ["bench/find.py", "build/release/ahd", "../shared", *sys.argv[3:]]
    rows = []

    took, size = add(o.ahd, lines, db, 2 if o.without else 1)
    parts = index_bytes(db)
    index = sum(parts.values())
    note = f"{index / n:,.0f} bytes a document of {size / n:,.0f}, {index / (size - index):.0%} more"
    if o.without:
        other = add(o.without, lines, f"{WORK}/find-without.db", 2)[0]
        note += f"; CPU {took:.1f} s, {other:.1f} s without, same minutes"
        rows.append((f"index of words, {n:,} documents", "ahd", took / other, "of the time without",
                     note, command))
    else:
        rows.append((f"index of words, {n:,} documents", "ahd", index / n, "bytes a document", note,
                     command))
    base, peer_took = peer(documents, f"{WORK}/find-peer.db", content=False)
    base.close()
    peer_size = os.path.getsize(f"{WORK}/find-peer.db")
    rows.append((f"index of words, {n:,} documents", f"SQLite {sqlite3.sqlite_version} unicode61",
                 peer_size / n, "bytes a document", f"{peer_took:.1f} s CPU; nothing can be taken "
                 "out of it", command))

    base, _ = peer(documents, f"{WORK}/find-peer.db", content=True)
    asked = list(queries(documents))
    run = subprocess.run([os.path.join(os.path.dirname(o.ahd), "bench/find"), db],
                         input="".join(query + "\n" for _, query, _ in asked).encode(),
                         stdout=subprocess.PIPE, check=True)
    ours = [int(line.split(b"\t")[1]) for line in run.stdout.splitlines()]
    theirs, grep = measure_peer(base, asked), measure_grep(lines, asked)
    for name, times in (("ahd", ours), (f"SQLite {sqlite3.sqlite_version} unicode61", theirs),
                        ("grep -F", grep)):
        rows.append((f"500 queries, {n:,} documents", name, percentile(times, .5), "ms p50",
                     told(times) + " ms", command))
    for kind in "word", "words", "phrase", "beginning":
        some = [told([t for t, row in zip(times, asked) if row[0] == kind])
                for times in (ours, theirs)]
        print(f"{kind}: ahd {some[0]}; unicode61 {some[1]}")
    if o.recall:
        for name, (found, right, due) in recall(o.ahd, db, base, lines, documents).items():
            rows.append(("50 words in any form", name, found, "recall",
                         f"precision {right:.3f}; {due:,} documents due", command))
    print(parts)
    if o.append:
        append(rows)
    else:
        for row in rows:
            print(" | ".join(str(field) for field in row[:5]))


main()
