#!/usr/bin/env python3
"""Plain text scraped with the furniture of its site: what Ahd makes of it.
    scraped.py AHD SHARED

Other tools turn the pages of two sets into all their text; Ahd reads that as
plain text. Precision and recall of the text as it came, and as Ahd left it;
rows go to bench/RESULTS.md. The texts stay in build/bench/scraped, where
models/lines/train.py finds them.
"""
import os
import subprocess
import sys

import scoring
from common import WORK, append, peer_python
from extraction import PEERS, ahd_told, lay_out

SETS = {"news-articles": scoring.shingle_score, "web-pages": scoring.word_score}
TOOLS = ["resiliparse", "inscriptis", "html2text"]


def scrape(python, tool, name, folder):
    target = f"{WORK}/scraped/{tool}/{name}"
    subprocess.run([python, "bench/scrape_peer.py", tool, folder, target], check=True)
    return target


def is_article(gold):
    return gold["text"] and gold.get("type", "article") == "article"


def text_of(path):
    with open(path, encoding="utf-8", errors="replace") as page:
        return page.read()


def pairs_of(golds, folder, told):
    """(gold, the text as it came, as Ahd left it) of the articles with text."""
    triples = []
    for gold in filter(is_article, golds):
        page = f"{scoring.number(gold):04}.txt"
        raw = text_of(f"{folder}/{page}")
        if raw.strip():
            said = told.get(f"{os.path.basename(folder)}/{page}", {})
            triples.append((gold, {"text": raw}, said))
    return triples


def compare(name, triples):
    """{half: (raw, ahd)}, each with P, R and F1."""
    halves = {"all": triples, "even": [t for t in triples if scoring.number(t[0]) % 2 == 0],
              "odd": [t for t in triples if scoring.number(t[0]) % 2]}
    return {half: tuple(SETS[name]([(t[0], t[side]) for t in some]) for side in (1, 2))
            for half, some in halves.items()}


def main():
    ahd, shared = sys.argv[1:3]
    python = peer_python(PEERS)
    if python is None or not os.path.isdir(f"{shared}/bench/extraction"):
        sys.exit("no pages, or no tools to scrape them: nothing to measure")
    os.makedirs(f"{WORK}/extraction", exist_ok=True)
    rows = []
    print(f"{'':28}{'half':6}{'as it came: P':>14}{'R':>7}{'ahd: P':>10}{'R':>7}{'dP':>9}{'dR':>8}")
    for tool in TOOLS:
        for name in SETS:
            folder, golds = lay_out(shared, name)
            target = scrape(python, tool, name, folder)
            halves = compare(name, pairs_of(golds, target, ahd_told(ahd, target)))
            for half, (raw, own) in halves.items():
                print(f"{tool + ' ' + name if half == 'all' else '':28}{half:6}"
                      f"{raw['P']:14.3f}{raw['R']:7.3f}{own['P']:10.3f}{own['R']:7.3f}"
                      f"{own['P'] - raw['P']:+9.3f}{own['R'] - raw['R']:+8.3f}")
            raw, own = halves["odd"]
            rows.append((f"scraped {name}", f"ahd on {tool}", own["P"], "P (odd half)",
                         f"R {own['R']:.3f}; as it came P {raw['P']:.3f} R {raw['R']:.3f}",
                         ["python3", "bench/scraped.py", ahd, shared]))
    print()
    append(rows)


main()
