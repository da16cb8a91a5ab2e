#!/usr/bin/env python3
"""Who did it to whom, when the act is given:  slots.py SHARED [--append] [--misses N]

The words and types of the acts of the development gold are given to Ahd, which finds their
arguments. So this measures names and roles apart from the finding of acts. An argument is
right by the measure of gold/score.py: half of its words."""
import argparse
import importlib.util
import json
import subprocess
import sys

from common import WORK, append

SLOTS = "build/release/bench/slots"


def scorer(shared):
    spec = importlib.util.spec_from_file_location("score", f"{shared}/gold/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def given_rows(docs, gold):
    """The rows for slots.c, and the acts of gold in their order."""
    rows, acts = [], []
    for number, (doc, text) in enumerate(docs.items()):
        for act in gold.get(doc, []):
            start, end = act["trigger"]
            first = len(text[:start].encode())
            rows.append(f"{number} {first} {len(text[start:end].encode())} {act['act']}")
            acts.append((doc, act))
    return rows, acts


def readings(path, rows):
    """The readings of the documents that were given some acts."""
    run = subprocess.run([SLOTS, path], input="\n".join(rows), capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stderr)
    some = {int(row.split()[0]) for row in rows}
    return [json.loads(line) for number, line in enumerate(run.stdout.splitlines()) if number in some]


def read(path, rows):
    """The acts that were given, with their arguments."""
    return [act for reading in readings(path, rows) for act in reading["acts"]]


def measure(score, path, gold_path, misses):
    docs = score.load_docs(path)
    rows, gold = given_rows(docs, score.load_gold(gold_path, docs))
    got = read(path, rows)
    if len(got) != len(gold):
        sys.exit(f"{path}: {len(gold)} acts were given, {len(got)} came back")
    counts = {slot: score.Count() for slot in ("source", "target", "speaker", "via", "place")}
    for (doc, want), act in zip(gold, got):
        for slot, count in counts.items():
            due, told = score.listed(want, slot), score.listed(act, slot)
            count.gold += len(due)
            count.got += len(told)
            count.hit += score.argument_hits(due, told)
            if misses > 0 and score.argument_hits(due, told) < max(len(due), len(told)):
                misses -= 1
                print(f"{doc} {want['act']} {slot}: due {due} told {told}\n    {want['quote']}")
    return {slot: count.row() for slot, count in counts.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("shared"), p.add_argument("--append", action="store_true")
    p.add_argument("--misses", type=int, default=0)
    a = p.parse_args()
    score, rows = scorer(a.shared), []
    for name in ("dev", "dev-en"):
        told = measure(score, f"{a.shared}/gold/{name}.docs.jsonl", f"{a.shared}/gold/{name}.acts.jsonl",
                       a.misses)
        for slot, r in told.items():
            note = f"P {r['p']:.3f} R {r['r']:.3f}; {r['gold']} due, {r['got']} told"
            print(f"{name:8} {slot:8} F1 {r['f1']:.3f}  {note}")
            rows.append((f"{slot} of given acts, {name}", "ahd", r["f1"], "F1", note,
                         ["bench/slots.py", "../shared"]))
    if a.append:
        append(rows)


if __name__ == "__main__":
    main()
