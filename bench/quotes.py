#!/usr/bin/env python3
"""Who said what:  quotes.py SHARED [--held] [--misses] [--append] [--ahd AHD]

The statements of tests/quotes (dev.tsv; with --held the other half), read with Ahd in
the documents that they are of, Arabic and English apart. A statement is found when a
quotation's cue overlaps its cue. Of the found: speaker and via share half of their
words with one of the gold's (the measure of gold/score.py); the content overlaps by
half of the characters of both; medium, class and directness are the same. `who` is
found and speaker right, `all` content right too: of all statements, told and due."""
import argparse
import collections
import importlib.util
import os
import subprocess
import sys

from common import append
from resolution import documents, read

PAIRS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../tests/quotes")
Row = collections.namedtuple("Row", "doc cue speaker via medium content direct kind")
SAME_CLASS = {"continue": "say"}


def scorer(shared):
    spec = importlib.util.spec_from_file_location("score", f"{shared}/gold/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spans(cell):
    return [] if cell == "-" else [tuple(map(int, s.split("-"))) for s in cell.split(";")]


def rows_of(path):
    """The statements of each document; none of some."""
    rows = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            held = rows[cells[0]]
            if cells[1] != "none":
                doc, cue, speaker, via, medium, content, direct, kind = cells
                held.append(Row(doc, spans(cue), spans(speaker), spans(via), medium, spans(content)[0],
                                direct == "direct", kind))
    return rows


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def is_close(a, b):
    """Half of the characters of both together."""
    common = max(0, overlap(a, b))
    return common * 2 >= a[1] - a[0] + b[1] - b[0] - common


def pairs(due, told):
    """(row, quotation) by cue: the quotation of several whose content is closest."""
    found, used = [], set()
    for row in due:
        options = [i for i, q in enumerate(told) if i not in used and
                   any(overlap(q["cue"], c) > 0 for c in row.cue)]
        if options:
            best = max(options, key=lambda i: overlap(told[i]["at"], row.content))
            used.update(options)
            found.append((row, told[best]))
    return found, used


def arg_words(text, cell):
    return [text[a:b] for a, b in cell]


class Count:
    def __init__(self):
        self.hit = self.due = self.told = 0

    def add(self, due, told, hit):
        self.due += due
        self.told += told
        self.hit += hit

    def row(self):
        p = self.hit / self.told if self.told else 0.0
        r = self.hit / self.due if self.due else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def judge(score, text, row, quote, counts):
    """Adds what is right of a pair; the names of what is not."""
    wrong = []
    for slot in ("speaker", "via"):
        due, told = arg_words(text, getattr(row, slot)), quote.get(slot)
        words = told and told.get("text")
        hit = bool(due and words and any(score.same(d, words) for d in due))
        counts[slot].add(bool(due), bool(words), hit)
        if not hit and (due or words):
            wrong.append(slot)
    medium = (quote.get("medium") or "-").replace("_", " ")
    medium = "-" if medium == "none" else medium
    counts["medium"].add(row.medium != "-", medium != "-", medium != "-" and medium == row.medium)
    kind = SAME_CLASS.get(quote.get("class"), quote.get("class"))
    for name, right in (("content", is_close(row.content, quote["at"])), ("class", kind == row.kind),
                        ("direct", quote["direct"] == row.direct)):
        counts[name].add(1, 1, right)
        if not right:
            wrong.append(name)
    if medium != row.medium:
        wrong.append("medium")
    return wrong


def show_miss(name, text, row, quote, wrong):
    print(f"{row.doc} {text[slice(*row.cue[0])]!r} {name} {' '.join(wrong)}")
    for slot in wrong:
        if slot in ("speaker", "via"):
            print(f"    {slot}: due {arg_words(text, getattr(row, slot))} told {(quote.get(slot) or {}).get('text')}")
        elif slot == "content":
            print(f"    due  {text[slice(*row.content)]!r}\n    told {text[slice(*quote['at'])]!r}")
        else:
            print(f"    {slot}: due {getattr(row, 'kind' if slot == 'class' else slot)} told {quote.get(slot)}")


def measure(score, rows, docs, misses):
    counts = {n: Count() for n in "cue speaker content via medium class direct who all".split()}
    for doc, due in rows.items():
        text, told = docs[doc]["text"], docs[doc].get("quotes", [])
        found, used = pairs(due, told)
        counts["cue"].add(len(due), len(told) - len(used) + len(found), len(found))
        who = whole = 0
        for row, quote in found:
            wrong = judge(score, text, row, quote, counts)
            who += "speaker" not in wrong
            whole += "speaker" not in wrong and "content" not in wrong
            if misses and wrong:
                show_miss("found", text, row, quote, wrong)
        for name, hit in (("who", who), ("all", whole)):
            counts[name].add(len(due), len(told) - len(used) + len(found), hit)
        if misses:
            for cue in sorted({tuple(row.cue) for row in due} - {tuple(row.cue) for row, _ in found}):
                print(f"{doc} MISSED ...{text[max(0, cue[0][0] - 40):cue[0][1] + 60]!r}")
            for i, q in enumerate(told):
                if i not in used:
                    print(f"{doc} EXTRA {q.get('class')} {text[q['cue'][0]:q['cue'][1]]!r} by "
                          f"{(q.get('speaker') or {}).get('text')}: {text[q['cue'][0] - 40:q['cue'][1] + 60]!r}")
    return counts


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("shared"), p.add_argument("--held", action="store_true")
    p.add_argument("--misses", action="store_true"), p.add_argument("--append", action="store_true")
    p.add_argument("--ahd", default="build/release/ahd")
    a = p.parse_args()
    if a.held and a.misses:
        sys.exit("the held-out half is not to be looked at")
    half = "held" if a.held else "dev"
    score, rows = scorer(a.shared), rows_of(f"{PAIRS}/{half}.tsv")
    docs, told = read(a.ahd, list(documents(a.shared, set(rows)))), []
    for lang in ("ar", "en"):
        mine = {doc: due for doc, due in rows.items() if docs[doc]["lang"] == lang}
        print(f"== {half} {lang}: {len(mine)} documents, {sum(map(len, mine.values()))} statements")
        for name, count in measure(score, mine, docs, a.misses).items():
            precision, recall, f1 = count.row()
            note = f"P {precision:.3f} R {recall:.3f}; {count.due} due, {count.told} told"
            print(f"{name:8} F1 {f1:.3f}  {note}")
            told.append((f"quotes {name}, {half} {lang}", "ahd", f1, "F1", note,
                         ["bench/quotes.py", "../shared"] + ["--held"] * a.held))
    if a.append:
        append(told)


if __name__ == "__main__":
    main()
