#!/usr/bin/env python3
"""Acts of news that nothing was learned from, to be judged by reading:

    acts_sample.py AHD SHARED ar 200 [--seed N] [--claims]    prints a sample
    acts_sample.py --score FILE                               precision by type

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


def score(path):
    count = collections.defaultdict(collections.Counter)
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#"):
            count[cells[2]][cells[0]] += 1
            count["all"][cells[0]] += 1
    for act, c in sorted(count.items(), key=lambda x: -sum(x[1].values())):
        n = sum(c.values())
        print(f"{act:10} {n:4}  act right {(c['right'] + c['people']) / n:.2f}  with its people {c['right'] / n:.2f}")


def main():
    words = [a for a in sys.argv[1:] if not a.startswith("--")]
    if "--score" in sys.argv:
        return score(words[0])
    seed = int(words.pop()) if "--seed" in sys.argv else 1
    sample(words[0], words[1], words[2], int(words[3]), seed, "--claims" in sys.argv)


if __name__ == "__main__":
    main()
