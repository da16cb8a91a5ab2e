#!/usr/bin/env python3
"""Train the weights of src/page/weigh.c:  train.py LINEDUMP SHARED SCRAPED [--cross N]

Learns from the even pages of SHARED/bench/extraction as other tools scrape them
(SCRAPED/TOOL/SET/NNNN.txt, made by bench/scraped.py), and from clean articles.
Writes weights.tsv beside this script; with --cross N it only tells how pages
fare that were left out, N parts. Needs numpy and scikit-learn.
"""
import argparse
import collections
import gzip
import json
import os
import subprocess
import sys
import tempfile

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../bench"))
import scoring  # noqa: E402

SETS = {"news-articles": scoring.shingle_score, "web-pages": scoring.word_score}
CLEAN_ARABIC = 300
TITLE_SHAPES = ("IS_TITLE", "AFTER_TITLE", "TITLE_UP")
STRENGTH = {"keep": .01, "title": .01}  # C of the regression
TITLE_FROM = -1
WINDOW = 200  # words of gold in which a short line is looked for

Page = collections.namedtuple("Page", "set tool gold path weight")


# ------------------------------------------------------------------- pages

def golds(shared, name):
    with open(f"{shared}/bench/extraction/{name}.gold.jsonl", encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            if gold["text"] and gold.get("type", "article") == "article":
                yield gold


def write(folder, name, text):
    path = f"{folder}/{name}.txt"
    with open(path, "w", encoding="utf-8", errors="replace") as out:
        out.write(text)
    return path


def without_case(text):
    """In letters of a script that has no capitals, so that no language is learnt."""
    pairs = zip("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنهي")
    return text.lower().translate({ord(a): b for a, b in pairs})


def wrapped(text, width=76):
    """Long lines broken, as mail and some scrapers do."""
    lines = []
    for line in text.split("\n"):
        while len(line) > width and " " in line[:width].strip():
            cut = line.rindex(" ", 0, width)
            lines.append(line[:cut])
            line = line[cut + 1:]
        lines.append(line)
    return "\n".join(lines)


def cut_short(text, gold, n):
    """The article with only some of the furniture above and below it."""
    lines = [line for line in text.split("\n") if line.strip()]
    kept = numpy.flatnonzero(label(lines, gold["text"])[0])
    if len(kept) == 0:
        return text
    above, below = n * 7 % 20, n * 11 % 20
    return "\n".join(lines[max(0, kept[0] - above):kept[-1] + 1 + below])


def scraped_pages(shared, scraped, folder):
    """Each even page of each tool; some of them without case, wrapped or cut as well."""
    for tool in sorted(os.listdir(scraped)):
        for name in SETS:
            for gold in golds(shared, name):
                n = scoring.number(gold)
                path = f"{scraped}/{tool}/{name}/{n:04}.txt"
                if n % 2 or not os.path.exists(path) or os.path.getsize(path) == 0:
                    continue
                yield Page(name, tool, gold, path, 1)
                with open(path, encoding="utf-8", errors="replace") as page:
                    text = page.read()
                plain = {**gold, "text": without_case(gold["text"]),
                         "title": without_case(gold.get("title") or "")}
                if n % 3 == 0:
                    yield Page(name, "caseless", plain,
                               write(folder, f"{tool}-{name}-{n}-case", without_case(text)), 1)
                elif n % 3 == 1:
                    yield Page(name, "wrapped", gold,
                               write(folder, f"{tool}-{name}-{n}-wrap", wrapped(text)), .5)
                else:
                    short = cut_short(text, gold, n)
                    yield Page(name, "cut", gold, write(folder, f"{tool}-{name}-{n}-cut", short), .3)
                    yield Page(name, "cut", plain, write(folder, f"{tool}-{name}-{n}-cut-case",
                                                         without_case(short)), .3)


def clean_pages(shared, folder):
    """Articles without furniture: the gold itself, and Arabic news."""
    for name in SETS:
        for gold in golds(shared, name):
            n = scoring.number(gold)
            if n % 2 == 0:
                gap = "\n" if n % 4 else "\n\n"
                text = gap.join([gold.get("title") or ""] + gold["text"].split("\n"))
                yield Page(name, "clean", gold, write(folder, f"clean-{name}-{n}", text), 1.5)
    with gzip.open(f"{shared}/corpora/ar-political.jsonl.gz", "rt", encoding="utf-8") as lines:
        for n, line in zip(range(CLEAN_ARABIC), lines):
            doc = json.loads(line)
            gold = {"page": f"ar/{2 * n}.txt", "text": doc["text"], "title": doc.get("title") or ""}
            text = f"{gold['title']}\n{gold['text']}"
            yield Page("news-articles", "arabic", gold, write(folder, f"ar-{n}", text), .5)


# ------------------------------------------------------------------ labels

def tokens(text):
    return [word.casefold() for word in scoring.words(text)]


def place_long(line, starts):
    """Of a line of some length: is half of it in the gold, and about where?"""
    hits = [starts.get(tuple(line[k:k + 4])) for k in range(len(line) - 3)]
    found = sorted(hit for hit in hits if hit is not None)
    if 2 * len(found) < len(hits):
        return False, None
    return True, found[len(found) // 2]


def within(gold, line, low, high):
    return any(gold[k:k + len(line)] == line for k in range(low, high - len(line) + 1))


def label(lines, gold_text):
    """Which lines are of the article. A short line must stand in the gold
    between the long ones that stand round it on the page."""
    gold = tokens(gold_text)
    starts = {}
    for i in range(len(gold) - 3):
        starts.setdefault(tuple(gold[i:i + 4]), i)
    cut = [tokens(line) for line in lines]
    keep, at = [False] * len(lines), [None] * len(lines)
    for i, line in enumerate(cut):
        if len(line) >= 7:
            keep[i], at[i] = place_long(line, starts)
    following, ahead = [0] * len(lines), len(gold)
    for i in reversed(range(len(lines))):
        following[i] = ahead
        ahead = at[i] if at[i] is not None else ahead
    behind = None
    for i, line in enumerate(cut):
        if at[i] is not None:
            behind = at[i]
        elif 0 < len(line) < 7:
            low = following[i] - 40 if behind is None else min(behind, following[i]) - 3
            high = max(behind or 0, following[i])
            high = min(high, low + (WINDOW if following[i] == len(gold) else 3 * WINDOW))
            keep[i] = within(gold, line, max(0, low), min(len(gold), high))
    return numpy.array(keep), numpy.array([len(line) for line in cut])


# ------------------------------------------------------------------ shapes

def dump(linedump, pages, folder):
    """The names of the shapes; of each page its lines and their shapes."""
    rows, listing = f"{folder}/rows", f"{folder}/listing"
    open(rows, "wb").close()
    with open(listing, "wb") as out:
        subprocess.run([linedump, rows, *(page.path for page in pages)], stdout=out, check=True)
    texts, names = {}, []
    with open(listing, encoding="utf-8", errors="replace", newline="\n") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# ") and not names:
                names = line[2:].split(" ")
            elif line.startswith("= "):
                texts[line[2:]] = here = []
            else:
                here.append(line[1:])
    shapes, at, out = numpy.fromfile(rows, numpy.float32).reshape(-1, len(names)), 0, []
    for page in pages:
        lines = texts[page.path]
        out.append((lines, shapes[at:at + len(lines)].copy()))
        at += len(lines)
    return names, out


def is_title(lines, gold):
    want = scoring.folded(gold.get("title"))
    return numpy.array([bool(want) and scoring.folded(line) == want for line in lines])


def set_title(names, lines, shapes, title):
    """What weigh.c sets when the title is known; title: a line or None."""
    same, after, up = (names.index(name) for name in TITLE_SHAPES)
    for i, line in enumerate(lines):
        behind = title is not None and i > title
        shapes[i, same] = title is not None and line == lines[title]
        shapes[i, after] = behind
        shapes[i, up] = scale(i - title) if behind else 1


def scale(n):
    """ahd_shape_scale."""
    n = min(n, 1023) + 1
    whole = n.bit_length() - 1
    return (whole + n / (1 << whole) - 1) / 10


# ---------------------------------------------------------------- learning

def learn(shapes, labels, weights, strength):
    """(weight of each shape, bias) for shapes as they are, not scaled."""
    scaler = StandardScaler().fit(shapes)
    model = LogisticRegression(C=strength, max_iter=300)
    model.fit(scaler.transform(shapes), labels, sample_weight=weights / weights.mean())
    slope = model.coef_[0] / scaler.scale_
    return slope, model.intercept_[0] - (slope * scaler.mean_).sum()


def best_title(names, lines, shapes, model):
    """As weigh.c chooses it."""
    slope, bias = model
    ends = shapes[:, names.index("ENDS")] > 0
    scores = shapes @ slope + bias
    fits = [(score, -i) for i, score in enumerate(scores)
            if score > TITLE_FROM and 8 <= len(lines[i]) <= 200
            and (not ends[i] or lines[i][-1] in "?!؟")]
    return -max(fits)[1] if fits else None


def importance(keep, words, page):
    """Lines count by their words, pages the same, however long."""
    return page.weight * (words + 2.0) / max(50, (keep * words).sum()) * 1000


def fit(names, pages, dumped):
    title_pages = [(lines, shapes, is_title(lines, page.gold), page)
                   for page, (lines, shapes) in zip(pages, dumped)]
    title_pages = [one for one in title_pages if one[2].any()]
    title = learn(numpy.vstack([one[1] for one in title_pages]),
                  numpy.concatenate([one[2] for one in title_pages]),
                  numpy.concatenate([one[3].weight * numpy.where(one[2], 20 / one[2].sum(), 1)
                                     for one in title_pages]), STRENGTH["title"])
    shapes, labels, weights = [], [], []
    for page, (lines, own) in zip(pages, dumped):
        keep, words = label(lines, page.gold["text"])
        row = own.copy()
        set_title(names, lines, row, best_title(names, lines, own, title))
        shapes.append(row)
        labels.append(keep)
        weights.append(importance(keep, words, page))
    return learn(numpy.vstack(shapes), numpy.concatenate(labels), numpy.concatenate(weights),
                 STRENGTH["keep"]), title


def judge(names, lines, shapes, models):
    """The score of each line, and the line of the title."""
    keep, title = models
    shapes, chosen = shapes.copy(), best_title(names, lines, shapes, title)
    set_title(names, lines, shapes, chosen)
    return shapes @ keep[0] + keep[1], chosen


def cross(names, pages, dumped, parts):
    """Precision and what recall is lost, over pages that were left out."""
    scores = [None] * len(pages)
    for part in range(parts):
        out = [scoring.number(page.gold) // 2 % parts == part for page in pages]
        models = fit(names, [p for p, o in zip(pages, out) if not o],
                     [d for d, o in zip(dumped, out) if not o])
        for i, own in enumerate(out):
            if own:
                scores[i] = judge(names, *dumped[i], models)
    groups = collections.defaultdict(list)
    for page, (lines, _), (score, title) in zip(pages, dumped, scores):
        groups[page.tool, page.set].append((page.gold, lines, score, title))
    for (tool, name), group in sorted(groups.items()):
        raw = SETS[name]([(gold, {"text": "\n".join(lines)}) for gold, lines, _, _ in group])
        right = [title is not None and scoring.same_title(gold["title"], lines[title])
                 for gold, lines, _, title in group if gold.get("title")]
        print(f"{tool:20} {name:14} raw P {raw['P']:.3f} R {raw['R']:.3f}", end="")
        for least in (-1, -2, -2.5, -3, -3.5, -4):
            some = SETS[name]([(gold, {"text": "\n".join(
                line for line, s in zip(lines, score) if s > least)})
                for gold, lines, score, _ in group])
            print(f"  {least}: {some['P']:.3f} {some['R'] - raw['R']:+.3f}", end="")
        print(f"  title {sum(right) / max(1, len(right)):.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("linedump")
    parser.add_argument("shared")
    parser.add_argument("scraped")
    parser.add_argument("--cross", type=int)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = [*scraped_pages(asked.shared, asked.scraped, folder),
                 *clean_pages(asked.shared, folder)]
        names, dumped = dump(asked.linedump, pages, folder)
    if asked.cross:
        cross(names, pages, dumped, asked.cross)
        return
    (keep, bias), (title, title_bias) = fit(names, pages, dumped)
    with open(f"{HERE}/weights.tsv", "w", encoding="utf-8") as out:
        out.write("shape\tkeep\ttitle\n")
        for row in [*zip(names, keep, title), ("BIAS", bias, title_bias)]:
            out.write("%s\t%.4f\t%.4f\n" % row)


main()
