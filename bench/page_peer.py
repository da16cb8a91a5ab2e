#!/usr/bin/env python3
"""What another tool makes of the pages of some folders:
    page_peer.py PEER CACHE OUT RUNS FOLDER...
writes OUT, a JSON line a page (page, text, title, author, date; what the tool
does not tell is absent), and prints {"version", "seconds": {FOLDER: s}}.
RUNS 0: no timing, and what CACHE has of this version is taken from there;
else the CPU seconds of the calls alone, pages in memory, best of RUNS."""
import hashlib
import importlib.metadata
import json
import logging
import os
import sys
import time
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)


def trafilatura(**options):
    from trafilatura import bare_extraction

    def read(page):
        told = bare_extraction(page, include_comments=False, with_metadata=True, **options)
        return told and {"text": told.text, "title": told.title, "author": told.author,
                         "date": told.date}
    return read


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def read(page):
        html = bytes_to_str(page, detect_encoding(page))
        return {"text": extract_plain_text(html, main_content=True, comments=False,
                                           alt_texts=False, list_bullets=False)}
    return read


def readability():
    from inscriptis import get_text
    from readability import Document

    def read(page):
        told = Document(page)
        return {"text": get_text(told.summary()), "title": told.short_title()}
    return read


def newspaper():
    from newspaper import Article

    def read(page):
        told = Article("https://example.org/", fetch_images=False)
        told.download(input_html=page.decode("utf-8", "replace"))
        told.parse()
        day = told.publish_date
        return {"text": told.text, "title": told.title, "author": ", ".join(told.authors),
                "date": day.strftime("%Y-%m-%d") if day else None}
    return read


def goose():
    from goose3 import Goose
    goose3 = Goose({"enable_image_fetching": False})

    def read(page):
        told = goose3.extract(raw_html=page.decode("utf-8", "replace"))
        return {"text": told.cleaned_text, "title": told.title,
                "author": ", ".join(told.authors), "date": (told.publish_date or "")[:10]}
    return read


def htmldate(**options):
    from htmldate import find_date
    return lambda page: {"date": find_date(page, **options)}


def lexbor():
    from selectolax.lexbor import LexborHTMLParser

    def read(page):
        LexborHTMLParser(page)
        return {}
    return read


# Its package, and what makes the function that reads a page.
PEERS = {
    "trafilatura": ("trafilatura", trafilatura),
    "trafilatura-fast": ("trafilatura", lambda: trafilatura(fast=True)),
    "resiliparse": ("resiliparse", resiliparse),
    "readability-lxml": ("readability-lxml", readability),
    "newspaper4k": ("newspaper4k", newspaper),
    "goose3": ("goose3", goose),
    "htmldate": ("htmldate", htmldate),
    "htmldate-original": ("htmldate", lambda: htmldate(original_date=True)),
    "lexbor-parse": ("selectolax", lexbor),
}


def told_by(read, page):
    """A tool that stumbles over a page has told nothing about it."""
    try:
        return read(page) or {}
    except Exception:  # whatever a peer raises is its answer
        return {}


def best_time(read, pages, runs):
    """Fewest CPU seconds for all pages, and what was told."""
    best = told = None
    for _ in range(runs):
        began = time.process_time()
        told = [told_by(read, page) for page in pages]
        took = time.process_time() - began
        best = took if best is None else min(best, took)
    return best, told


class Cache:
    """What a version of a tool told about a page, by the page's hash."""

    def __init__(self, path):
        self.path, self.told = path, {}
        if os.path.exists(path):
            for line in open(path, encoding="utf-8"):
                key, told = json.loads(line)
                self.told[key] = told

    def ask(self, read, page):
        key = hashlib.sha256(page).hexdigest()
        if key not in self.told:
            self.keep(page, told_by(read, page))
        return self.told[key]

    def keep(self, page, told):
        key = hashlib.sha256(page).hexdigest()
        if self.told.get(key) != told:
            self.told[key] = told
            with open(self.path, "a", encoding="utf-8") as out:
                out.write(json.dumps([key, told]) + "\n")


def main():
    name, cache_folder, out_path, runs, *folders = sys.argv[1:]
    package, make = PEERS[name]
    version, read, seconds = importlib.metadata.version(package), make(), {}
    os.makedirs(cache_folder, exist_ok=True)
    cache = Cache(f"{cache_folder}/{name}-{version}.jsonl")
    with open(out_path, "w", encoding="utf-8") as out:
        for folder in folders:
            names = sorted(os.listdir(folder))
            pages = [open(os.path.join(folder, page), "rb").read() for page in names]
            if int(runs):
                seconds[folder], told = best_time(read, pages, int(runs))
                for page, said in zip(pages, told):
                    cache.keep(page, said)
            else:
                told = [cache.ask(read, page) for page in pages]
            for page, said in zip(names, told):
                out.write(json.dumps({"page": f"{os.path.basename(folder)}/{page}", **said}) + "\n")
    print(json.dumps({"version": version, "seconds": seconds}))


main()
