#!/usr/bin/env python3
"""What an act is about:  links.py SHARED [--held] [--misses] [--append]

The acts of the documents of tests/links (models/acts/marks.tsv) are given to Ahd by their
words and types, as in slots.py, so that only the linking is measured: of each pair of the
half `dev` (with --held of the other), the acts and events that its act points at in its role.
One that overlaps a right answer of the pair is right. Precision: right links among all told
of these acts; recall: pairs with a right link among those that have an answer; `none`: pairs
without an answer that were given no link.
Content: `there` is one told; it is right when the words it shares with what a reader marked
are half of both together."""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

from common import append
from resolution import documents
from slots import readings

HERE = os.path.dirname(os.path.abspath(__file__))
PAIRS = os.path.join(HERE, "../tests/links")
MARKS = os.path.join(HERE, "../models/acts/marks.tsv")
ROLES = "alleged_breach", "denied_claim"
Row = collections.namedtuple("Row", "doc act at role right")


def span(cell):
    return tuple(map(int, cell.split("|")[0].split("-")))


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            doc, act, at, role, right = line.rstrip("\n").split("\t")
            yield Row(doc, act, span(at), role,
                      [] if right == "-" else [span(one.split()[-1]) for one in right.split(";")])


def marks_of(wanted):
    """The marked acts of each document, in the order of its text."""
    marks = collections.defaultdict(set)
    with open(MARKS, encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0] in wanted and cells[1] != "none":
                marks[cells[0]].add((*span(cells[2]), cells[1]))
    return {doc: sorted(acts) for doc, acts in marks.items()}


def word_start(text, at):
    """Marks leave out what is written on to a word: «و» of «ونفى»."""
    while at > 0 and text[at - 1].isalpha():
        at -= 1
    return at


def read(shared, wanted):
    """Of each document its text, the acts that were given, and its reading."""
    marks, texts, rows = marks_of(wanted), {}, []
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, line in enumerate(documents(shared, set(wanted))):
            record = json.loads(line)
            text = (record.get("title") or "") + "\n" + record["text"]
            texts[record["id"]] = text
            file.write(line)
            for start, end, act in marks[record["id"]]:
                start = word_start(text, start)
                rows.append(f"{number} {len(text[:start].encode())} {len(text[start:end].encode())} {act}")
        file.flush()
        return {doc: (text, marks[doc], reading)
                for (doc, text), reading in zip(texts.items(), readings(file.name, rows))}


def act_of(row, given, reading):
    return reading["acts"][given.index((*row.at, row.act))]


def targets(act, role, given, reading):
    """Where the acts, as given, and the events stand that an act points at."""
    for about in act["about"]:
        if about["role"] == role:
            yield (reading["events"][about["event"] - 1]["trigger"] if "event" in about
                   else given[about["act"] - 1][:2])


def is_over(a, b):
    return min(a[1], b[1]) > max(a[0], b[0])


def share(text, due, told):
    """How much of the words of both is common to both."""
    words = [collections.Counter(text[slice(*s)].split()) for s in (due, told)]
    return 2 * sum((words[0] & words[1]).values()) / sum(map(lambda w: sum(w.values()), words))


def show(row, text, spans):
    def words(s):
        return f"{s[0]} ...{text[max(0, s[0] - 30):s[0]]}[{text[slice(*s)]}]{text[s[1]:s[1] + 30]}...".replace("\n", " ")
    print(f"{row.doc} {row.act} {words(row.at)}\n    due  " + " | ".join(map(words, row.right)) +
          "\n    told " + " | ".join(map(words, spans)))


def measure_links(rows, docs, role, misses):
    hit = told = due = found = none = silent = 0
    for row in rows:
        if row.role != role:
            continue
        text, given, reading = docs[row.doc]
        spans = list(targets(act_of(row, given, reading), role, given, reading))
        right = sum(any(is_over(s, r) for r in row.right) for s in spans)
        told, hit = told + len(spans), hit + right
        due, found = due + bool(row.right), found + bool(right)
        none, silent = none + (not row.right), silent + (not row.right and not spans)
        if misses and (right < len(spans) or (row.right and not right)):
            show(row, text, spans)
    p, r = hit / told if told else 0.0, found / due if due else 0.0
    return p, r, f"P {p:.3f} R {r:.3f}; {due} due, {told} told; none: {silent} of {none}"


def measure_content(rows, docs, misses):
    hit = told = due = 0
    for row in rows:
        if row.role != "content":
            continue
        text, given, reading = docs[row.doc]
        content = act_of(row, given, reading)["content"]
        right = bool(content) and share(text, row.right[0], content) >= .5
        due, told, hit = due + 1, told + bool(content), hit + right
        if misses and not right:
            show(row, text, [content] if content else [])
    p, r = hit / told if told else 0.0, hit / due if due else 0.0
    return p, r, f"P {p:.3f} R {r:.3f}; {due} due, there {told}, right {hit}"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("shared"), p.add_argument("--held", action="store_true")
    p.add_argument("--misses", action="store_true"), p.add_argument("--append", action="store_true")
    a = p.parse_args()
    if a.held and a.misses:
        sys.exit("the held-out half is not to be looked at")
    half, out = "held" if a.held else "dev", []
    rows = list(rows_of(f"{PAIRS}/{half}.tsv"))
    docs = read(a.shared, {row.doc for row in rows})
    found = {role: measure_links(rows, docs, role, a.misses) for role in ROLES}
    found["content"] = measure_content(rows, docs, a.misses)
    for what, (pr, re, note) in found.items():
        f = 2 * pr * re / (pr + re) if pr + re else 0.0
        print(f"{half:5} {what:15} F1 {f:.3f}  {note}")
        out.append((f"{what} of given acts, {half}", "ahd", f, "F1", note,
                    ["bench/links.py", "../shared"] + ["--held"] * a.held))
    if a.append:
        append(out)


if __name__ == "__main__":
    main()
