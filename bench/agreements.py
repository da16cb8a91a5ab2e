#!/usr/bin/env python3
"""Which agreement is meant, without the finding of acts:  agreements.py SHARED [--append] [--misses N]

For each act of the development gold with an agreement: *mention*: is an agreement read at those
words (the ones nearest to the act's quote), and does it share half of its words with them, by
gold/score.py; *which*: is the one that it is resolved to the one that the gold names. Then the acts
are given (bench/slots.c), and *slot* and *identity* are those of gold/score.py: which mention an act
is about, and what that is resolved to. Names that mean the same agreement as an entry of the registry
stand in tests/agreements/same.tsv."""
import argparse
import json

import slots
from common import append

SAME = "tests/agreements/same.tsv"
SETS = ("dev", "dev-en")


def same_pairs(path):
    with open(path, encoding="utf-8") as rows:
        return frozenset(tuple(row.rstrip("\n").split("\t")[:2]) for row in rows
                         if "\t" in row and not row.startswith("#"))


def nearest(text, words, quote_at):
    """Where the words stand in the text, nearest to the quote; half a quote counts as inside."""
    best, at = None, text.find(words)
    while at >= 0:
        far = max(quote_at[0] - at, at + len(words) - quote_at[1], 0)
        if best is None or far < best[0]:
            best = (far, at)
        at = text.find(words, at + 1)
    return best and (best[1], best[1] + len(words))


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def mention_at(mentions, span):
    """The agreement read there: the one that shares most with the span."""
    met = [m for m in mentions if m["kind"] == "agreement" and overlap(m["at"], span) > 0]
    return max(met, key=lambda m: overlap(m["at"], span), default=None)


def count_mention(score, counts, text, want, told, pairs):
    span = nearest(text, want["agreement"], want["quote_at"])
    met = mention_at(told, span) if span else None
    counts["mention"].gold += 1
    counts["mention"].got += met is not None
    good = met and score.same(want["agreement"], text[met["at"][0]:met["at"][1]])
    counts["mention"].hit += bool(good)
    if not want.get("agreement_en"):
        return bool(good), met
    right = met and met["id"] and score.identity_right(want["agreement_en"], {"agreement": [met]}, pairs)
    counts["which"].gold += 1
    counts["which"].got += bool(met and met["id"])
    counts["which"].hit += bool(right)
    return bool(good and right), met


def count_act(score, counts, want, act, pairs):
    due, told = score.listed(want, "agreement"), score.listed(act, "agreement")
    counts["slot"].gold += len(due)
    counts["slot"].got += len(told)
    counts["slot"].hit += score.argument_hits(due, told)
    if not want.get("agreement_en"):
        return
    counts["identity"].gold += 1
    counts["identity"].got += bool(act.get("agreement"))
    counts["identity"].hit += score.identity_right(want["agreement_en"], act, pairs)


def show(doc, want, met, act, text):
    told = met and f"{text[met['at'][0]:met['at'][1]]} = {met['id']} {met['match']['how']}"
    others = met and [(o["id"], o["score"]) for o in met["match"]["others"][:3]]
    of_act = [(a["text"], a["id"]) for a in act.get("agreement") or []]
    print(f"{doc} {want['act']} due: {want['agreement']} = {want.get('agreement_en')}\n"
          f"    read: {told} {others}\n    act: {of_act}\n    {want['quote']}")


def measure(score, docs_path, gold_path, pairs, misses):
    docs = score.load_docs(docs_path)
    rows, gold = slots.given_rows(docs, score.load_gold(gold_path, docs))
    counts = {name: score.Count() for name in ("mention", "which", "slot", "identity")}
    given = iter(gold)
    for reading in slots.readings(docs_path, rows):
        for act in reading["acts"]:
            doc, want = next(given)
            count_act(score, counts, want, act, pairs)
            if not want.get("agreement"):
                continue
            good, met = count_mention(score, counts, docs[doc], want, reading["mentions"], pairs)
            if misses and not good:
                show(doc, want, met, act, docs[doc])
    return {name: count.row() for name, count in counts.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("shared"), p.add_argument("--append", action="store_true")
    p.add_argument("--misses", action="store_true")
    a = p.parse_args()
    score, pairs, rows = slots.scorer(a.shared), same_pairs(SAME), []
    for name in SETS:
        told = measure(score, f"{a.shared}/gold/{name}.docs.jsonl", f"{a.shared}/gold/{name}.acts.jsonl",
                       pairs, a.misses)
        for what, r in told.items():
            note = f"P {r['p']:.3f} R {r['r']:.3f}; {r['gold']} due, {r['got']} told"
            print(f"{name:8} {what:8} F1 {r['f1']:.3f}  {note}")
            rows.append((f"agreement {what} of given acts, {name}", "ahd", r["f1"], "F1", note,
                         ["bench/agreements.py", "../shared"]))
    if a.append:
        append(rows)


if __name__ == "__main__":
    main()
