#!/usr/bin/env python3
"""What goes wrong with acts, by causes:  errors.py SHARED [--set dev] [--show CAUSE] [--few N]

Reads build/models/acts/SET.jsonl, the readings of the gold by weights that have not seen
it (models/acts/train.py --cross), and counts every act that was missed, every one too
many, and every act found with a wrong source or target, each under one cause. --show
prints examples of a cause. The table of bench/ERRORS.md is this, with what was read."""
import argparse, collections, json, random, sys
from slots import scorer

CONTEXT = 90


def candidates(docs):
    """Where the tables have a word, by document, with the acts that it may tell."""
    sys.path.insert(0, "models/acts")
    import train
    nothing = f"{train.WORK}/nothing.tsv"
    open(nothing, "w").close()
    found, doc, place = collections.defaultdict(list), None, None
    for line in train.dump("build/release/acts_dump", "triggers", nothing, docs):
        cells = line.split("\t")
        if cells[0] == "D":
            doc = next(d for d in docs if d.id == cells[1])
            place = {b: i for i, b in enumerate(doc.byte)}
            continue
        start, size, _, types = map(int, cells[1:5])
        allowed = {t for i, t in enumerate(train.TYPES) if types >> i & 1}
        found[doc.id].append(((place[start], place[start + size]), allowed))
    return found


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def why_missed(gold, told, words):
    near = [a for a in told if overlap(gold["quote_at"], a["trigger"])]
    own = [types for at, types in words if overlap(at, gold["trigger"])]
    if not own:
        return "missed: no word of it in the tables"
    if not any(gold["act"] in types for types in own):
        return "missed: its word is only in tables of other acts"
    if any(overlap(a["trigger"], gold["trigger"]) for a in near):
        return "missed: read as another act"
    return "missed: its word was not taken" if not near else "missed: not taken, another act in its words was"


def why_extra(score, act, gold, found, text):
    here = [g for g in gold if overlap(g["quote_at"], act["trigger"])]
    kin = [g for g in gold if g["act"] == act["act"]]
    if not gold:
        return "extra: in a document without acts"
    if any(g["act"] == act["act"] for g in here):
        return "extra: the act twice in its words"
    if here:
        return "extra: within the words of another act"
    if kin and act["trigger"][0] < text.find("\n"):
        return "extra: the title's telling, with other arguments"
    if any(score.argument_hits(score.listed(g, "source"), score.listed(act, "source")) for g in kin):
        return "extra: told again, or another one of the same source"
    return "extra: elsewhere, type in the document" if kin else "extra: elsewhere, type not in the document"


def why_wrong(score, gold, act):
    said = []
    for slot in ("source", "target"):
        want, got = score.listed(gold, slot), score.listed(act, slot)
        hits = score.argument_hits(want, got)
        if hits == len(want) == len(got):
            continue
        said.append(f"{slot} " + ("missing" if not got else "where none is" if not want else
                                  "too many" if hits == len(want) else "too few" if hits == len(got) else "another"))
    return "arguments: " + ", ".join(said) if said else None


def causes(score, docs, gold, told, words):
    for i, text in docs.items():
        pairs, right, used = score.pair(gold.get(i, []), told.get(i, []), lambda a: a)
        for n, g in enumerate(gold.get(i, [])):
            if n not in right:
                yield why_missed(g, told.get(i, []), words[i]), i, g
        for n, a in enumerate(told.get(i, [])):
            if n not in used and not score.repeats(a, [g for g, _ in pairs]):
                yield why_extra(score, a, gold.get(i, []), [g for g, _ in pairs], text), i, a
        for g, a in pairs:
            why = why_wrong(score, g, a)
            if why:
                yield why, i, a


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("shared"), p.add_argument("--set", default="dev"), p.add_argument("--show")
    p.add_argument("--few", type=int, default=10)
    a = p.parse_args()
    score = scorer(a.shared)
    path = f"{a.shared}/gold/{a.set}"
    sys.path.insert(0, "models/acts")
    import train
    docs = score.load_docs(f"{path}.docs.jsonl")
    gold = score.load_gold(f"{path}.acts.jsonl", docs)
    told = score.load_system(f"build/models/acts/{a.set}.jsonl", docs)
    words = candidates([train.Doc(json.loads(line), a.set) for line in train.lines(f"{path}.docs.jsonl")])
    rows = list(causes(score, docs, gold, told, words))
    for cause, n in sorted(collections.Counter(r[0] for r in rows).items(),
                           key=lambda x: (x[0].split(":")[0], -x[1])):
        print(f"{n:5} {cause}")
    shown = [r for r in rows if a.show and a.show in r[0]]
    for _, i, act in random.Random(1).sample(shown, min(a.few, len(shown))):
        s, e = act["trigger"]
        print(f"{i} {act['act']}: …{docs[i][max(0, s - CONTEXT):s]}⟦{docs[i][s:e]}⟧{docs[i][e:e + CONTEXT]}…".replace("\n", " ¶ "))
        print("     ", [score.listed(act, slot) for slot in ("source", "target", "agreement")])


if __name__ == "__main__":
    main()
