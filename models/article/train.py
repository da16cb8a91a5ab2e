#!/usr/bin/env python3
"""Learn which lines of an HTML page are its article:  train.py LINES SHARED [--cv N] [--seed N]

LINES is the program build/release/tools/article_lines. The forests of all pages go to
models/article/trees.tsv; with --half those of the even pages alone to half.tsv in the
build folder, so that the odd ones can be quoted (`make MODE=release TREES=...`). With
--cv, pages are read by forests that have not seen them (N folds) and only scores are
printed. Needs numpy and catboost from PyPI.

Pages: news-articles, web-pages, mixed-languages of SHARED/bench/extraction, and the
layouts of tests/layouts that are not held out. A line is the article's if three words
in a row of it are, mostly, in the gold text. The second forest learns from what the
first says of pages that it has not seen.
"""
import argparse, collections, json, os, re, subprocess, sys, tarfile
import numpy as np
from catboost import CatBoostClassifier, Pool

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = os.environ.get("WORK", "build/models/article")
SETS = ("news-articles", "web-pages", "mixed-languages")
DEPTH, UNIT, RUN = 6, 4096, 3
# What a tree may ask of the lines around as well: a line's own looks (feature.h).
NEAR, NEAR_COLUMNS = (-2, -1, 1, 2), list(range(30)) + [38]
ECHO = 19  # the last columns


# ------------------------------------------------------------------ the pages

def words(text):
    return re.findall(r"\w+", text.lower())


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def runs(tokens):
    return [tuple(tokens[i:i + RUN]) for i in range(len(tokens) - RUN + 1)]


class Page:
    def __init__(self, kind, number, path, gold):
        self.kind, self.number, self.path, self.gold = kind, number, path, gold


def load_pages(shared):
    pages = []
    for name in SETS:
        folder = f"{WORK}/{name}"
        if not os.path.isdir(folder):
            with tarfile.open(f"{shared}/bench/extraction/{name}.pages.tar.xz") as tar:
                tar.extractall(WORK, filter="data")
        for n, line in enumerate(open(f"{shared}/bench/extraction/{name}.gold.jsonl")):
            gold = json.loads(line)
            pages.append(Page(name, n, f"{WORK}/{gold['page']}", gold))
    return pages + load_layouts()


def load_layouts():
    """Pages of tests/layouts with the text they were filled with; every third is held out."""
    sys.path.insert(0, "tests/layouts")
    from pages import make_all
    os.makedirs(f"{WORK}/layouts", exist_ok=True)
    pages = []
    for page in make_all():
        number = int(re.search(r"\d+", page.name).group())
        if page.gold["kind"] == "article" and number % 3:
            path = f"{WORK}/layouts/{number:02}.html"
            with open(path, "wb") as out:
                out.write(page.html)
            pages.append(Page("layouts", number, path, {**page.gold, "text": "\n".join(page.gold["paragraphs"])}))
    return pages


def read_lines(program, pages, first=None):
    """Fills page.lines and page.cells (rows of features) through tools/article_lines."""
    command = [program]
    if first is not None:
        with open(f"{WORK}/first.bin", "wb") as out:
            out.write(b"".join(f.tobytes() for f in first))
        command += ["--first", f"{WORK}/first.bin"]
    data = subprocess.run(command + [p.path for p in pages], capture_output=True, check=True).stdout
    at = 0
    for page in pages:
        count, width = np.frombuffer(data, np.uint32, 2, at)
        at += 8
        page.cells = np.frombuffer(data, np.uint8, int(count) * width, at).reshape(width, count).T
        at += int(count) * int(width)
        lines = []
        for _ in range(count):
            size = int(np.frombuffer(data, np.uint32, 1, at)[0])
            lines.append(data[at + 4:at + 4 + size].decode("utf-8", "replace"))
            at += 4 + size
        page.lines = lines


# ------------------------------------------------------------------ the labels

def label_by_text(lines, text):
    """1 and 0 of each line, and how much it counts."""
    gold = words(text)
    known, flat = set(runs(gold)), " " + " ".join(gold) + " "
    whole = collections.Counter(" ".join(words(l)) for l in text.split("\n"))
    is_in, sure = [], []
    for line in lines:
        tokens = words(line)
        if len(tokens) <= RUN:
            key = " ".join(tokens)
            is_in.append(1 if whole.get(key) and key else -1 if key and f" {key} " in flat else 0)
            sure.append(0.3 if is_in[-1] < 0 else 1.0 if tokens else 0.0)
            continue
        share = np.mean([r in known for r in runs(tokens)])
        is_in.append(int(share >= 0.6))
        sure.append(1.0 if share > 0.8 or share < 0.2 else 0.4)
    label = np.array([around(is_in, i, 3) if v < 0 else v for i, v in enumerate(is_in)], int)
    drop_strays(lines, label)
    drop_copies(lines, label, whole)
    return label, np.array(sure)


def around(is_in, i, reach):
    return int(1 in is_in[max(0, i - reach):i] and 1 in is_in[i + 1:i + 1 + reach])


def drop_strays(lines, label):
    """A few words that the gold has too, far from the article: a menu's."""
    long = np.array([len(words(l)) > RUN for l in lines], bool)
    for i in np.flatnonzero((label == 1) & ~long):
        near = slice(max(0, i - 6), i + 7)
        if not ((label[near] == 1) & long[near]).any():
            label[i] = 0


def drop_copies(lines, label, whole):
    """Of a text that stands several times on the page, the ones in the best company stay."""
    places = collections.defaultdict(list)
    for i in np.flatnonzero(label == 1):
        if len(words(lines[i])) > RUN:
            places[" ".join(words(lines[i]))].append(i)
    for key, found in places.items():
        found.sort(key=lambda i: -label[max(0, i - 8):i + 9].sum())
        for i in found[max(1, whole.get(key, 1)):]:
            label[i] = 0


def label_by_strings(lines, inside, outside):
    """Only lines that hold one of the strings count."""
    flat = [squeeze(l) for l in lines]
    label = np.full(len(lines), -1)

    def holders(string):
        string = squeeze(string)
        return [i for i, l in enumerate(flat) if string and string in l] or \
            [i for i, l in enumerate(flat) if len(l) > 15 and l in string]
    for string in outside:
        label[holders(string)] = 0
    for string in inside:
        found = holders(string)
        if found:
            label[max(found, key=lambda i: len(flat[i]))] = 1
    return np.maximum(label, 0), (label >= 0).astype(float)


def label(page):
    """page.label and page.weight: a page's weights come to about one."""
    if page.kind == "mixed-languages":
        page.label, sure = label_by_strings(page.lines, page.gold["with"], page.gold["without"])
        page.weight = 0.05 * sure
        return
    page.label, sure = label_by_text(page.lines, page.gold["text"] or "")
    size = np.sqrt(np.array([len(l) for l in page.lines]) + 5.0) * sure
    page.weight = size / (size[page.label == 1].sum() + 15)
    if page.kind == "layouts":
        page.weight *= 0.5
    if page.gold.get("type", "article") != "article":
        page.weight *= 1.0


# ----------------------------------------------------------------- the forests

def columns(look):
    """(column, row) of each feature that a look's trees may ask."""
    width = 127
    own = [(c, 0) for c in range(width - ECHO if look == "first" else width)]
    return own + ([(c, r) for r in NEAR for c in NEAR_COLUMNS] if look == "first" else [])


def table(page, look):
    cells, count = page.cells, len(page.lines)
    padded = np.zeros((count + 8, cells.shape[1]), np.uint8)
    padded[4:4 + count] = cells
    return np.stack([padded[4 + r:4 + r + count, c] for c, r in columns(look)], 1).astype(np.float32) \
        if count else np.zeros((0, len(columns(look))), np.float32)


def fit(pages, look, seed):
    pages = [p for p in pages if len(p.lines)]
    x = np.vstack([table(p, look)[p.weight > 0] for p in pages])
    y = np.concatenate([p.label[p.weight > 0] for p in pages])
    w = np.concatenate([p.weight[p.weight > 0] for p in pages])
    model = CatBoostClassifier(
        iterations=400 if look == "first" else 500, depth=DEPTH, learning_rate=0.08 if look == "first" else 0.05,
        l2_leaf_reg=5, border_count=64, rsm=0.35, bootstrap_type="Bernoulli", subsample=0.7, boosting_type="Plain",
        random_seed=seed, thread_count=int(os.environ.get("THREADS", 1)), allow_writing_files=False, verbose=0)
    model.fit(Pool(x, y, weight=w * len(w) / w.sum()))
    return model


def sure(model, page, look):
    if not len(page.lines):
        return np.zeros(0)
    return model.predict_proba(table(page, look))[:, 1]


def as_bytes(p):
    return np.floor(p * 255 + 0.5).astype(np.uint8)


def first_unseen(pages, folds, seed):
    """What the first look says of each page, by forests that have not seen it."""
    out = [None] * len(pages)
    for fold in range(folds):
        model = fit([p for k, p in enumerate(pages) if k % folds != fold], "first", seed)
        for k, page in enumerate(pages):
            if k % folds == fold:
                out[k] = as_bytes(sure(model, page, "first"))
    return out


def learn(program, train, test, inner, seed):
    """Both models of `train`; fills page.kept of `test`."""
    first = fit(train, "first", seed)
    said = first_unseen(train, inner, seed) + [as_bytes(sure(first, p, "first")) for p in test]
    read_lines(program, train + test, said)
    second = fit(train, "second", seed)
    for page in test:
        page.kept = sure(second, page, "second")
    return first, second


# -------------------------------------------------------------------- writing

def rows(model, look):
    """The lines of trees.tsv for one forest."""
    path = f"{WORK}/{look}.json"
    model.save_model(path, format="json")
    said = json.load(open(path))
    features = columns(look)
    scale, bias = said["scale_and_bias"]
    out = [f"{look}\tbias\t{round(bias[0] * UNIT)}"]
    for tree in said["oblivious_trees"]:
        splits = []
        for split in tree["splits"] or []:
            column, row = features[split["float_feature_index"]]
            splits.append(f"{column}:{row}:{int(np.floor(split['border']))}")
        leaves = [max(-32768, min(32767, round(v * scale * UNIT))) for v in tree["leaf_values"]]
        splits += ["0:0:255"] * (DEPTH - len(splits))
        leaves += [0] * (2 ** DEPTH - len(leaves))
        out.append(f"{look}\t{' '.join(splits)}\t{' '.join(map(str, leaves))}")
    return out


def write(first, second, path):
    head = ["# Learned by models/article/train.py from the pages named there; licence and scores in README.md.",
            "look\tsplits\tleaves"]
    with open(path + ".new", "w", encoding="utf-8") as out:
        out.write("\n".join(head + rows(first, "first") + rows(second, "second")) + "\n")
    os.replace(path + ".new", path)


# --------------------------------------------------------------------- scores

def shingles(text):
    tokens = re.findall(r"\w+", text)
    return collections.Counter(tuple(tokens[i:i + 4]) for i in range(max(1, len(tokens) - 3)))


def score(pages, at):
    """Main-text scores as bench/pages.py has them, before headings are tidied."""
    told = {}
    for name in SETS + ("layouts",):
        marks, segments = [], np.zeros(3)
        for page in (p for p in pages if p.kind == name):
            text = "\n".join(l for l, k in zip(page.lines, page.kept) if k > at)
            if name == "mixed-languages":
                flat = squeeze(text)
                hit = sum(squeeze(s) in flat for s in page.gold["with"])
                segments += (hit, sum(squeeze(s) in flat for s in page.gold["without"]),
                             len(page.gold["with"]) - hit)
                continue
            if page.gold.get("type", "article") != "article":
                continue
            count = shingles if name != "web-pages" else lambda t: collections.Counter(re.findall(r"\w+", t))
            a, b = count(page.gold["text"] or ""), count(text)
            marks.append((sum((a & b).values()), sum(b.values()), sum(a.values())))
        if name == "mixed-languages" and segments.any():
            p, r = segments[0] / (segments[0] + segments[1]), segments[0] / (segments[0] + segments[2])
        elif marks:
            p = np.mean([t / b for t, b, a in marks if b])
            r = np.mean([t / a for t, b, a in marks if a])
        else:
            continue
        mean = np.mean([2 * t / max(1, a + b) for t, b, a in marks]) if marks else 2 * p * r / (p + r)
        told[name] = f"{name} P {p:.4f} R {r:.4f} F {2 * p * r / (p + r):.4f} mean {mean:.4f}"
    print(f"kept from {at:.2f}: " + "; ".join(told.values()), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("lines"), parser.add_argument("shared")
    parser.add_argument("--cv", type=int, default=0)
    parser.add_argument("--half", action="store_true")
    parser.add_argument("--inner", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    pages = load_pages(args.shared)
    read_lines(args.lines, pages)
    for page in pages:
        label(page)
    if args.half:
        pages = [p for p in pages if p.number % 2 == 0]
        first, second = learn(args.lines, pages, [], args.inner, args.seed)
        write(first, second, f"{WORK}/half.tsv")
        return
    if not args.cv:
        first, second = learn(args.lines, pages, [], args.inner, args.seed)
        write(first, second, f"{HERE}/trees.tsv")
        return
    for fold in range(args.cv):
        test = [p for p in pages if p.number % args.cv == fold]
        train = [p for p in pages if p.number % args.cv != fold]
        learn(args.lines, train, test, args.inner, args.seed)
    for at in (0.4, 0.45, 0.5, 0.55):
        score(pages, at)


main()
