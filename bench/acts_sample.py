#!/usr/bin/env python3
"""Acts of news that nothing was learned from, to be judged by reading:

    acts_sample.py AHD SHARED ar 200 [--seed N] [--claims]    prints a sample
    acts_sample.py --score FILE                               precision by type
    acts_sample.py --sure AHD SHARED FILE...                  and by confidence, of those that AHD still reads

Drawn from ar-political or en-conflict without the documents of the gold and of
models/acts/marks.tsv; --claims draws charges of breach alone. A judge fills the first
column: `right` (the act is told there, of that type, and source and target are right),
`people` (the act is right, somebody in it is wrong), `type` (another act is told there),
`none`. Rows: verdict, document, act, trigger as code points, source -> target about
agreement, its words."""
import collections, gzip, json, random, subprocess, sys, tempfile

CORPORA = {"ar": "ar-political", "en": "en-conflict"}
CLAIMS = ("accuse", "breach")


def unseen(shared, corpus):
    seen = {line.split("\t")[0] for line in open("models/acts/marks.tsv", encoding="utf-8")}
    for name in ("dev", "dev-en"):
        seen |= {json.loads(line)["id"] for line in open(f"{shared}/gold/{name}.docs.jsonl", encoding="utf-8")}
    with gzip.open(f"{shared}/corpora/{corpus}.jsonl.gz", "rt", encoding="utf-8") as f:
        return [line for line in f if json.loads(line)["id"] not in seen]


def names(args):
    return " + ".join(a["text"] for a in args) or "-"


def sample(ahd, shared, lang, count, seed, claims):
    lines = unseen(shared, CORPORA[lang])
    random.Random(seed).shuffle(lines)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        f.writelines(lines[:40 * count])
        f.flush()
        read = subprocess.run([ahd, "read", "--json", f.name], capture_output=True, text=True).stdout
    acts = [(doc, act) for doc in map(json.loads, read.splitlines()) for act in doc.get("acts", [])
            if not claims or act["act"] in CLAIMS]
    for doc, act in random.Random(seed).sample(acts, min(count, len(acts))):
        s, e = act["sentence"]
        text = doc["text"][s:e].replace("\n", " ").replace("\t", " ")
        about = " + ".join(a["text"] for a in act["agreement"]) or "-"
        print("?", doc["id"], act["act"], "%d-%d" % tuple(act["trigger"]),
              f"{names(act['source'])} -> {names(act['target'])} about {about} [{act['modality']}]",
              f"«{doc['text'][act['trigger'][0]:act['trigger'][1]]}» in: {text}".replace("\t", " "), sep="\t")


def rows(path):
    with open(path, encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t")[:4] for line in f if not line.startswith("#")]


def score(path):
    count = collections.defaultdict(collections.Counter)
    for verdict, _, act, _ in rows(path):
        count[act][verdict] += 1
        count["all"][verdict] += 1
    for act, c in sorted(count.items(), key=lambda x: -sum(x[1].values())):
        n = sum(c.values())
        print(f"{act:10} {n:4}  act right {(c['right'] + c['people']) / n:.2f}  with its people {c['right'] / n:.2f}")


def read_again(ahd, shared, wanted):
    """document -> its acts, as AHD reads them now."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for corpus in CORPORA.values():
            with gzip.open(f"{shared}/corpora/{corpus}.jsonl.gz", "rt", encoding="utf-8") as news:
                f.writelines(line for line in news if json.loads(line)["id"] in wanted)
        f.flush()
        read = subprocess.run([ahd, "read", "--json", f.name], capture_output=True, text=True).stdout
    return {doc["id"]: doc.get("acts", []) for doc in map(json.loads, read.splitlines())}


def sure(ahd, shared, paths):
    judged = [row for path in paths for row in rows(path)]
    acts, found = read_again(ahd, shared, {row[1] for row in judged}), []
    for verdict, doc, act, at in judged:
        start, end = map(int, at.split("-"))
        found += [(a["confidence"], verdict) for a in acts.get(doc, [])
                  if a["act"] == act and a["trigger"][0] < end and start < a["trigger"][1]][:1]
    print(f"{len(judged)} judged, {len(found)} of them are read still")
    for least in (0, .6, .8):
        verdicts = [verdict for confidence, verdict in found if confidence >= least]
        n = max(len(verdicts), 1)
        print(f"from {least:.1f} {len(verdicts):4}  act right "
              f"{sum(v in ('right', 'people') for v in verdicts) / n:.2f}  "
              f"with its people {verdicts.count('right') / n:.2f}")


def main():
    words = [a for a in sys.argv[1:] if not a.startswith("--")]
    if "--score" in sys.argv:
        return score(words[0])
    if "--sure" in sys.argv:
        return sure(words[0], words[1], words[2:])
    seed = int(words.pop()) if "--seed" in sys.argv else 1
    sample(words[0], words[1], words[2], int(words[3]), seed, "--claims" in sys.argv)


if __name__ == "__main__":
    main()
