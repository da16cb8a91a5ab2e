#!/usr/bin/env python3
"""Events in Arabic sentences:  bench/gsr.py AHD SHARED [--misses N] [--append]

The development half of the Arabic GSR (../shared/bench/events; MIT): sentences of
news that three and more annotators judged to tell an ASSAULT or a PROTEST, or not.

Detection, a sentence a unit. `yes` is what all accepted; `no` are `easy no` and
`difficult no`, but those where as many accepted as rejected, or more: they are left
out with the ambiguous. (With them as no, the second number.) Ahd says yes when it
reads an event of that type with a confidence of .5 or more. Precision, recall, F1.

Spans: each annotator marked the words of source actor, verb and target actor, any of
them empty. A span is matched when Ahd's words (the trigger; all its sources; all its
targets) lie in the annotated ones or hold them, clitics and hamzas aside; empty only
by empty. Of sources and targets it may be one argument or all of them together. Full
match: all three spans of one annotation are matched by one event of that type, sure or not;
matching the annotation of any one annotator is right. Over all sentences that have an
annotation with words; `exact` wants the same words; of each role alone, in how many
sentences some annotation is matched by some event.

All of it is development data: the rows of data/events were written with it at hand."""
import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile

from common import append

TYPES = "assault", "protest"
SURE = 0.5


def load(shared, kind):
    with gzip.open(f"{shared}/bench/events/arabic-gsr-{kind}-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    with gzip.open(f"{shared}/bench/events/arabic-gsr-{kind}-spans-dev.json.gz", "rt", encoding="utf-8") as file:
        spans = [s for s in json.load(file) if any(words(a) for a in s["spans"])]
    return rows, spans


def words(annotation):
    return annotation["source_actor"] + annotation["verb"] + annotation["target_actor"]


def read(ahd, texts):
    """The events of each text, by its number."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for n, text in enumerate(texts):
            file.write(json.dumps({"id": str(n), "text": " ".join(text.split())}) + "\n")
        file.flush()
        told = subprocess.run([ahd, "read", "--json", file.name], capture_output=True, text=True, check=False)
    return {int(doc["id"]): doc for doc in map(json.loads, told.stdout.splitlines()) if "id" in doc}


def label_of(row):
    """True, False, or None: left out."""
    if row["label"] == "yes":
        return True
    if row["label"].endswith("no"):
        return None if row["accept"] >= row["reject"] else False
    return None


def scores(right, told, due):
    p, r = right / max(told, 1), right / max(due, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9)


def sure_events(docs, n, kind):
    events = docs.get(n, {}).get("events", [])
    return [e for e in events if e["type"] == kind.upper() and e["confidence"] >= SURE and e["modality"] == "actual"]


def detection(rows, docs, kind, label):
    right = told = due = 0
    for n, row in enumerate(rows):
        gold = label(row)
        if gold is None:
            continue
        said = bool(sure_events(docs, n, kind))
        right += said and gold
        told += said
        due += gold
    return scores(right, told, due), due


# ----------------------------------------------------------------------- spans

CLITICS = re.compile(r"^(?:[وف](?=..))?(?:[بلك](?=...))?(?:ال(?=..))?")


def fold(word):
    word = re.sub("[\u064b-\u0652\u0640]", "", word)
    word = re.sub("[أإآ]", "ا", word).replace("ى", "ي").replace("ة", "ه")
    return word


def bag(text):
    return {CLITICS.sub("", fold(w)) for w in re.findall(r"[\w%]+", text)} - {""}


def is_inside(a, b):
    return bool(a) and bool(b) and (a <= b or b <= a)


def role_matches(ours, theirs, exact):
    """`ours` are the bags of the arguments."""
    together = set().union(*ours) if ours else set()
    if not theirs or not together:
        return not theirs and not together
    choices = ours + [together]
    return any(o == theirs for o in choices) if exact else any(is_inside(o, theirs) for o in choices)


def roles_of(event, text):
    return {"source_actor": [bag(a["text"]) for a in event["source"]],
            "verb": [bag(text[event["trigger"][0]:event["trigger"][1]])],
            "target_actor": [bag(a["text"]) for a in event["target"]]}


def matches(annotation, event, roles, exact=False):
    return all(role_matches(event[role], bag(" ".join(annotation[role])), exact) for role in roles)


ROLES = "source_actor", "verb", "target_actor"


def span_counts(spans, docs, kind):
    counts = dict.fromkeys(("full", "exact") + ROLES, 0)
    missed = []
    for n, row in enumerate(spans):
        doc = docs.get(n, {"events": []})
        events = [roles_of(e, doc["text"]) for e in doc["events"]
                  if e["type"] == kind.upper() and e["modality"] == "actual"]
        gold = [a for a in row["spans"] if words(a)]
        full = any(matches(a, e, ROLES) for a in gold for e in events)
        counts["full"] += full
        counts["exact"] += any(matches(a, e, ROLES, exact=True) for a in gold for e in events)
        for role in ROLES:
            counts[role] += any(matches(a, e, (role,)) for a in gold for e in events)
        if not full:
            missed.append((row, events))
    return counts, missed


# ---------------------------------------------------------------------- report


def print_misses(rows, docs, kind, missed, limit):
    for n, row in enumerate(rows):
        gold = label_of(row)
        told = sure_events(docs, n, kind)
        if gold is not None and gold != bool(told) and limit > 0:
            limit -= 1
            rules = " ".join(e["rule"] for e in told)
            print("MISSED" if gold else f"EXTRA [{rules}] {row['accept']}/{row['reject']}", row["text"])
    for row, events in missed[:limit]:
        print("SPANS", row["text"])
        for a in row["spans"]:
            print("   gold", *("/".join(a[r]) or "-" for r in ROLES), sep=" | ")
        for e in events:
            print("   ahd ", *(" + ".join(" ".join(b) for b in e[r]) or "-" for r in ROLES), sep=" | ")


def measure(args, kind):
    rows, spans = load(args.shared, kind)
    docs = read(args.ahd, [r["text"] for r in rows])
    (p, r, f), due = detection(rows, docs, kind, label_of)
    (_, _, hard), _ = detection(rows, docs, kind, lambda row: {"a": None, "y": True}.get(row["label"][0], False))
    print(f"{kind:8} detection    P {p:.3f} R {r:.3f} F1 {f:.3f}  ({due} yes of {len(rows)}; "
          f"with disputed no as no: F1 {hard:.3f})")
    counts, missed = span_counts(spans, read(args.ahd, [s["text"] for s in spans]), kind)
    share = {name: 100 * count / len(spans) for name, count in counts.items()}
    print(f"{kind:8} full match   {share['full']:.1f} % of {len(spans)}, exact {share['exact']:.1f} %; source "
          f"{share['source_actor']:.1f} %, verb {share['verb']:.1f} %, target {share['target_actor']:.1f} %")
    print_misses(rows, docs, kind, missed, args.misses)
    if args.append:
        command = ["bench/gsr.py", args.ahd, args.shared]
        append([("events dev", f"ahd ({kind})", f, "F1", f"GSR sentences: P {p:.3f} R {r:.3f}, {due} yes; "
                 f"disputed no as no: {hard:.3f}", command),
                ("event spans dev", f"ahd ({kind})", share["full"], "% full match", f"of {len(spans)} sentences; "
                 f"exact {share['exact']:.1f} %", command)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("ahd")
    parser.add_argument("shared")
    parser.add_argument("--only", choices=TYPES)
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    parser.add_argument("--append", action="store_true")
    args = parser.parse_args()
    for kind in [args.only] if args.only else TYPES:
        measure(args, kind)


if __name__ == "__main__":
    sys.exit(main())
