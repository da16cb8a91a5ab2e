#!/usr/bin/env python3
"""Words of news labelled by hand:  labels.py SHARED CORRECTED... > models/morph/labels.tsv

CORRECTED: drafts that were corrected, a word a line: record of ar-political, start and end in
code points of its text, segments joined by +, the part of speech of each joined by + (_: not
told); a blank line after a sentence. What is printed has lengths in place of segments, and no
record where it is that of the row above. Nothing is printed when a word is not what the text
has; sentences that stand in what is measured, bench/clitics or the gold, or that are of a
document which does, are left out.
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
    """What is measured on: ids and beginnings of documents; and texts."""
    with open(BENCH, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    told = {name for name, _, _ in rows} | {texts[name][:100] for name, _, _ in rows}
    read = [texts[name][int(start):int(end)] for name, start, end in rows]
    for name in ("dev", "dev-en"):
        with open(f"{shared}/gold/{name}.docs.jsonl", encoding="utf-8") as file:
            for record in map(json.loads, file):
                told |= {record["id"], record["text"][:100]}
                read.append(record["text"])
    return told, read


def held(sentence, text, told, read):
    name, start, end = sentence
    inside = text[start:end].rstrip(". ")
    return not told.isdisjoint({name, text[:100]}) or any(
        inside in other or other.rstrip(". ") in text[start:end] for other in read)


def sentences(rows):
    """(record, start, end) of each; a record has one."""
    spans = {}
    for _, (name, start, end, _, _) in rows:
        spans[name] = (name, min(int(start), spans.get(name, (0, int(start)))[1]), int(end))
    return list(spans.values())


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
    told, read = measured(shared, texts)
    all_of_them = sentences(rows)
    out = {one[0] for one in all_of_them if held(one, texts[one[0]], told, read)}
    print("left out:", *sorted(out), file=sys.stderr)
    print(HEAD.format(len(all_of_them) - len(out)))
    for _, (name, start, end, word, tags) in rows:
        if name in out:
            continue
        lengths = "+".join(str(len(part)) for part in word.split("+")) if word != "+" else "1"
        print("\t".join([name if name != last else "", start, end, lengths, tags]))
        last = name


main()
