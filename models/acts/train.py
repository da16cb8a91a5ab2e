#!/usr/bin/env python3
"""Learn what tells an act, and who is in it:  train.py DUMP SHARED [--cross N] [--out FILE]

DUMP is the program build/release/acts_dump. Learned from: the development gold
(SHARED/gold), the marks of marks.tsv here, which point into SHARED/corpora, and the
examples of data/acts. The weights of all go to models/acts/weights.tsv. With --cross, each document of the gold is
read by weights that have not seen it (N folds; copies of one text stay together), the
readings go to build/models/acts/*.jsonl and are scored by SHARED/gold/score.py.

Two softmax regressions over what acts/symptom.h asks. Of a trigger: which of the acts its
rules allow it tells, or none. Of somebody near a told act: source, target or neither."""
import argparse, collections, gzip, importlib.util, json, os, re, subprocess, sys
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = "build/models/acts"
TYPES = ("sign negotiate meet mediate commit demand implement accuse breach deny reject suspend "
         "extend support condemn threaten").split()
LANES, SOURCE, TARGET, UNIT = 20, 16, 17, 64
SETS = {"dev": "ar", "dev-en": "en"}


def scorer(shared):
    spec = importlib.util.spec_from_file_location("score", f"{shared}/gold/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ------------------------------------------------------------- the marked news

class Doc:
    def __init__(self, record, origin):
        self.record, self.origin, self.id = record, origin, record["id"]
        self.text = (record.get("title") or "") + "\n" + record["text"]
        self.acts, self.fold, self.raw, self.tells = [], None, self.text.encode(), None
        # where each code point is in bytes
        sizes = [len(c.encode()) for c in self.text]
        self.byte = np.concatenate([[0], np.cumsum(sizes)]).astype(int)


def lines(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith("gz") else open(path, encoding="utf-8")
    with opened as f:
        for line in f:
            yield line.rstrip("\n")


def load_gold(score, shared):
    docs = []
    for name in SETS:
        own = {}
        for line in lines(f"{shared}/gold/{name}.docs.jsonl"):
            d = Doc(json.loads(line), name)
            own[d.id] = d
        gold = score.load_gold(f"{shared}/gold/{name}.acts.jsonl", {i: d.text for i, d in own.items()})
        for i, acts in gold.items():
            own[i].acts = [dict(a, within=a["quote_at"]) for a in acts]
        docs += own.values()
    return docs


def load_marks(shared):
    marks = collections.defaultdict(list)
    for line in lines(f"{HERE}/marks.tsv"):
        if not line.startswith("#"):
            cells = line.split("\t")
            marks[cells[0]].append(cells)
    docs = []
    for name in ("ar-political", "en-conflict"):
        for line in lines(f"{shared}/corpora/{name}.jsonl.gz"):
            record = json.loads(line)
            if record["id"] in marks:
                docs.append(Doc(record, "own"))
                docs[-1].acts = [mark(docs[-1].text, m) for m in marks[record["id"]] if m[1] != "none"]
    return docs


def load_examples():
    """The examples of data/acts: the row's own words tell its act there."""
    docs = []
    for folder, _, files in sorted(os.walk("data/acts")):
        for name in sorted(files):
            if name.endswith(".tsv"):
                rows = [line.split("\t") for line in lines(f"{folder}/{name}") if not line.startswith("#")]
                docs += [Doc({"id": f"example:{r[0]}", "date": "2020-10-26", "text": r[-1]}, "example")
                         for r in rows[1:]]
                for doc, row in zip(docs[len(docs) - len(rows) + 1:], rows[1:]):
                    doc.tells = TYPES.index(row[1])
    return docs


def mark(text, cells):
    def words(cell):
        return [text[int(a):int(b)] for a, b in (s.split("-") for s in cell.split("|"))] if cell != "-" else []

    start, end = map(int, cells[2].split("-"))
    return {"act": cells[1], "trigger": [start, end], "within": None, "source": words(cells[3]),
            "target": words(cells[4])}


def fold_docs(docs, folds):
    """Copies of one text in one fold."""
    def runs(text):
        w = re.findall(r"\w+", text)
        return {hash(tuple(w[i:i + 6])) for i in range(len(w) - 5)}

    shown, group = [], {}
    for d in docs:
        r = runs(d.text)
        same = next((g for o, g in shown if r and len(r & o) > .2 * min(len(r), len(o))), None)
        group[d.id] = same if same is not None else len(shown)
        shown.append((r, group[d.id]))
    for d in docs:
        d.fold = group[d.id] * 7919 % folds


# ------------------------------------------------------------------- the dumps

def dump(program, mode, weights, docs, given=""):
    path = f"{WORK}/docs.jsonl"
    with open(path, "w", encoding="utf-8") as f:
        for d in docs:
            f.write(json.dumps(d.record, ensure_ascii=False) + "\n")
    run = subprocess.run([program, mode, weights, path], input=given, capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return run.stdout.splitlines()


def symptoms(cell):
    return [int(x, 16) for x in cell.split()]


class Case:
    """Something to decide: what is seen of it, the lanes that are allowed, and which is right: a lane,
    -1 for none of them, None: not to be asked."""
    __slots__ = ("doc", "seen", "allowed", "right")

    def __init__(self, doc, seen, allowed, right):
        self.doc, self.seen, self.allowed, self.right = doc, seen, allowed, right


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def bare(word):
    return re.sub("^[وف](?=..)", "", word)


def label_trigger(doc, at, types, sentence):
    """Lane of the act that a trigger tells, -1: none, None: not to be asked."""
    if doc.origin == "example":
        return doc.tells if types & 1 << doc.tells else None
    told = [a for a in doc.acts if overlap(a["trigger"], at)]
    right = [a for a in told if types & 1 << TYPES.index(a["act"])]
    if right:
        return TYPES.index(right[0]["act"])
    for a in doc.acts:  # the words of an act that the guide wants once
        if a["within"] and overlap(a["within"], at) and types & 1 << TYPES.index(a["act"]):
            return None
    if told:
        return None
    if doc.origin != "own" and any(tells_again(doc, a, at, sentence) for a in doc.acts
                                   if types & 1 << TYPES.index(a["act"])):
        return None
    return -1


def tells_again(doc, act, at, sentence):
    """The gold has an act once; titles and other sentences that tell it too are not negatives."""
    if sentence == 0 or (sentence < 3 and bare(doc.text[at[0]:at[1]]) == bare(doc.text[slice(*act["trigger"])])):
        return True
    start = max(doc.text.rfind(c, 0, at[0]) for c in "\n.") + 1
    around = doc.text[start:at[1] + 120].split("\n")[0]
    names = [s.split()[-1] for s in act["source"]]
    others = [s.split()[-1] for s in act["target"] + ([act["agreement"]] if act.get("agreement") else [])]
    return any(n in around for n in names) and any(n in around for n in others or names)


def trigger_cases(program, weights, docs):
    cases, by, doc, place = [], {d.id: d for d in docs}, None, None
    for line in dump(program, "triggers", weights, docs):
        cells = line.split("\t")
        if cells[0] == "D":
            doc = by[cells[1]]
            place = {b: i for i, b in enumerate(doc.byte)}
            continue
        start, size, sentence, types = map(int, cells[1:5])
        at = (place[start], place[start + size])
        allowed = [i for i in range(len(TYPES)) if types & 1 << i]
        case = Case(doc, symptoms(cells[5]), allowed, label_trigger(doc, at, types, sentence))
        cases += [case] * (EXAMPLE if doc.origin == "example" else 1)
    return cases


def argument_cases(score, program, weights, docs):
    """Of every marked act, who near it is source or target."""
    given, marked = [], []
    for n, d in enumerate(docs):
        marked.append(d.acts)
        for a in d.acts:
            start, end = d.byte[a["trigger"][0]], d.byte[a["trigger"][1]]
            given.append(f"{n} {start} {end - start} {a['act']}")
    cases, n, mentions, meant = [], -1, [], {}
    for line in dump(program, "arguments", weights, docs, "\n".join(given)):
        cells = line.split("\t")
        if cells[0] == "D":
            n, mentions = n + 1, []
        elif cells[0] == "M":
            mentions.append(tuple(map(int, cells[1:5])))
        elif cells[0] == "G":
            meant = who_is_meant(score, docs[n], marked[n][int(cells[1])], mentions)
        else:
            cases.append(Case(docs[n], symptoms(cells[2]), [SOURCE, TARGET], meant.get(int(cells[1]), -1)))
    return cases


def key_of(mentions, m):
    _, _, actor, same = mentions[m]
    return ("actor", actor) if actor >= 0 else ("mention", same if same >= 0 else m)


def likeness(score, a, b):
    a, b = score.words(a), score.words(b)
    return len(a & b) / len(a | b) if a and b else 0


def who_is_meant(score, doc, act, mentions):
    """Lane of each mention that an argument is; None of others of the same actor."""
    def words(m):
        return doc.raw[mentions[m][0]:mentions[m][0] + mentions[m][1]].decode()

    here = doc.byte[act["trigger"][0]]
    near = {m: -abs(mentions[m][0] - here) for m in range(len(mentions))}
    meant = {}  # actor -> lane
    for lane, slot in ((SOURCE, "source"), (TARGET, "target")):
        for want in act[slot]:
            like, _, m = max(((likeness(score, want, words(m)), near[m], m) for m in near), default=(0, 0, 0))
            if like >= .5:
                meant.setdefault(key_of(mentions, m), lane)
    best = {}
    for m in near:
        key = key_of(mentions, m)
        if key in meant and (key not in best or near[m] > near[best[key]]):
            best[key] = m
    return {m: meant[key] if best[key] == m else None
            for m in near for key in [key_of(mentions, m)] if key in meant}


# ----------------------------------------------------------------- the learning

EXAMPLE = 4  # times that an example counts
LEAST, ROUNDS = 2, 300  # a symptom is learned that is seen so often
USUAL, GROWTH = 30, .25  # a symptom that is seen USUAL times has the penalty, others by this power of it


class Numbers:
    """Cases as numbers: what is seen, which lanes are allowed, which is right."""

    def __init__(self, cases, index, lanes):
        at = {k: j for j, k in enumerate(lanes)}
        rows, cols = [], []
        for i, c in enumerate(cases):
            for t in set(c.seen):
                if t in index:
                    rows.append(i), cols.append(index[t])
        self.seen = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(len(cases), len(index)))
        self.seen_by = self.seen.T.tocsr()
        self.allowed = np.full((len(cases), len(lanes)), -1e9)
        self.right = np.zeros((len(cases), len(lanes)))
        for i, c in enumerate(cases):
            self.allowed[i, [at[k] for k in c.allowed]] = 0
            if c.right >= 0:
                self.right[i, at[c.right]] = 1

    def loss(self, w):
        """Of a softmax over what is allowed and none, and its slope."""
        s = self.seen @ w + self.allowed
        top = np.maximum(s.max(1), 0)[:, None]
        e = np.exp(s - top)
        z = e.sum(1, keepdims=True) + np.exp(-top)
        return (np.log(z) + top).sum() - s[self.right > 0].sum(), self.seen_by @ (e / z - self.right)


def settle(numbers, start, penalty, rounds):
    """Weights that tell the cases, no further from `start` than they must be: ridge, L-BFGS."""
    def loss(w):
        w = w.reshape(start.shape)
        value, slope = numbers.loss(w)
        off = w - start
        return value + (penalty * off * off).sum() / 2, (slope + penalty * off).ravel()

    return minimize(loss, start.ravel(), jac=True, method="L-BFGS-B",
                    options={"maxiter": rounds, "maxcor": 6}).x.reshape(start.shape)


def learn(cases, penalty, again):
    """symptom -> lanes: from all cases; then, with penalty `again` (0: not) on leaving that, from the gold."""
    cases = [c for c in cases if c.right is not None]
    count = collections.Counter(t for c in cases for t in set(c.seen))
    index = {t: i for i, t in enumerate(t for t, n in count.items() if n >= LEAST)}
    lanes = sorted({k for c in cases for k in c.allowed})
    often = np.array([count[t] for t in index])[:, None]
    best = settle(Numbers(cases, index, lanes), np.zeros((len(index), len(lanes))),
                  penalty * (often / USUAL) ** GROWTH, ROUNDS)
    if again:
        best = settle(Numbers([c for c in cases if c.doc.origin in SETS], index, lanes), best, again, ROUNDS // 4)
    out = {}
    for t, i in index.items():
        row = np.zeros(LANES)
        row[lanes] = best[i]
        out[t] = row
    return out


def write(path, *tables):
    """Rows that say something, in 64ths."""
    kept = 0
    with open(path, "w", encoding="utf-8") as f:
        f.write("# What speaks for acts and who is in them; made by train.py.\n")
        for table, least in zip(tables, SAID):
            for symptom, row in sorted(table.items()):
                said = np.clip(np.round(row * UNIT), -127, 127).astype(int)
                if np.abs(said).max() < least:
                    continue
                f.write(f"{symptom:08x}\t" + "".join(f"{chr(65 + k)}{v}" for k, v in enumerate(said) if v) + "\n")
                kept += 1
    return kept


# ------------------------------------------------------------------------ main

TRIGGER, ARGUMENT = (14, 120), (10, 0)  # penalties; the second on leaving, for the gold, what all marks say
SAID = 3, 4  # rows that say less are not kept


def cross(program, shared, docs, triggers, arguments, folds):
    readings = collections.defaultdict(list)
    for fold in range(folds):
        held = [d for d in docs if d.fold == fold]
        if not held:
            continue
        path = f"{WORK}/fold-{fold}.tsv"
        kept = write(path, learn([c for c in triggers if c.doc.fold != fold], *TRIGGER),
                     learn([c for c in arguments if c.doc.fold != fold], *ARGUMENT))
        print(f"fold {fold}: {len(held)} documents, {kept} rows", file=sys.stderr, flush=True)
        for d, line in zip(held, dump(program, "read", path, held)):
            readings[d.origin].append(line)
    for name, rows in readings.items():
        with open(f"{WORK}/{name}.jsonl", "w", encoding="utf-8") as f:
            f.write("\n".join(rows) + "\n")
        print(f"== {name}", flush=True)
        subprocess.run([sys.executable, f"{shared}/gold/score.py", f"{shared}/gold/{name}.docs.jsonl",
                        f"{shared}/gold/{name}.acts.jsonl", f"{WORK}/{name}.jsonl"])


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("dump"), p.add_argument("shared")
    p.add_argument("--cross", type=int, default=0)
    p.add_argument("--out", default=f"{HERE}/weights.tsv")
    a = p.parse_args()
    os.makedirs(WORK, exist_ok=True)
    score = scorer(a.shared)
    gold, own = load_gold(score, a.shared), load_marks(a.shared)
    fold_docs(gold, max(a.cross, 1))
    docs, nothing = gold + own + load_examples(), f"{WORK}/nothing.tsv"
    open(nothing, "w").close()
    triggers = trigger_cases(a.dump, nothing, docs)
    arguments = argument_cases(score, a.dump, nothing, docs)
    print(f"{len(docs)} documents, {sum(len(d.acts) for d in docs)} acts, {len(triggers)} triggers, "
          f"{len(arguments)} arguments", file=sys.stderr, flush=True)
    if a.cross:
        cross(a.dump, a.shared, docs, triggers, arguments, a.cross)
    else:
        print(write(a.out, learn(triggers, *TRIGGER), learn(arguments, *ARGUMENT)), "rows")


if __name__ == "__main__":
    main()
