#!/usr/bin/env python3
"""Words of news labelled by hand:  labels.py SHARED CORRECTED... > models/morph/labels.tsv

CORRECTED: drafts that were corrected, a word a line: record of ar-political, start and end in code
points of its text, segments joined by +, the part of speech of each joined by + (_: not
told); a blank line after a sentence. What is printed has lengths in place of segments, and no record
where it is that of the row above. Nothing is printed when a word is not what the text has;
sentences of documents that are measured, in bench/clitics or as gold, are left out.
"""
import gzip, json, os, sys

BENCH = os.path.join(os.path.dirname(__file__), "../../bench/clitics/sentences.tsv")
TAGS = set("NOUN PROPN ADJ VERB AUX ADV PRON DET NUM ADP CCONJ SCONJ PART INTJ PUNCT SYM X _"
           .split())
HEAD = ("# Words of {} sentences of ar-political, as labelled by hand; README.md says how.\n"
        "record\tstart\tend\tlengths\ttags")


def corrected(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip() and not line.startswith("# "):
                    yield f"{path}:{number}", line.rstrip("\n").split("\t")


def records(shared):
    with gzip.open(f"{shared}/corpora/ar-political.jsonl.gz", "rt", encoding="utf-8") as file:
        return {record["id"]: record["text"] for record in map(json.loads, file)}


def measured(shared, texts):
    """Documents that are measured on, as a test of a record's id and text."""
    with open(BENCH, encoding="utf-8") as file:
        bench = {line.split("\t")[0] for line in file}
    told = bench | {texts[name][:100] for name in bench}
    for name in ("dev", "dev-en"):
        with open(f"{shared}/gold/{name}.docs.jsonl", encoding="utf-8") as file:
            for record in map(json.loads, file):
                told |= {record["id"], record["text"][:100]}
    return told


def problem(cells, texts):
    name, start, end, word, tags = cells
    parts = word.split("+") if word.strip("+") else [word]
    if name not in texts or "".join(parts) != texts[name][int(start):int(end)] or "" in parts:
        return "is not what the text has"
    if len(tags.split("+")) != len(parts) or not TAGS.issuperset(tags.split("+")):
        return "has other tags than segments"
    return None


def main():
    shared, *paths = sys.argv[1:]
    texts, rows, last = records(shared), list(corrected(paths)), None
    for where, cells in rows:
        wrong = "is no row" if len(cells) != 5 else problem(cells, texts)
        if wrong:
            sys.exit(f"{where}: {wrong}")
    known = measured(shared, texts)
    names = {cells[0] for _, cells in rows}
    held = {name for name in names if {name, texts[name][:100]} & known}
    print("left out:", *sorted(held), file=sys.stderr)
    print(HEAD.format(len(names - held)))
    for _, (name, start, end, word, tags) in rows:
        if name in held:
            continue
        lengths = "+".join(str(len(part)) for part in word.split("+")) if word != "+" else "1"
        print("\t".join([name if name != last else "", start, end, lengths, tags]))
        last = name


main()
