"""The pages of ../shared/bench/extraction, and what Ahd reads in them."""
import hashlib
import json
import os
import tarfile

from common import WORK, timed

PEERS = ["trafilatura==2.3.1", "lxml_html_clean", "resiliparse==2.0.1", "htmldate==1.11.0",
         "readability-lxml==0.9", "inscriptis==2.7.6", "newspaper4k==0.9.6", "goose3==3.1.22",
         "selectolax==1.0.2", "html2text==2025.4.15"]


def lay_out(shared, name):
    """The set's pages as files; its folder and its gold."""
    folder = f"{WORK}/extraction/{name}"
    if not os.path.isdir(folder):
        with tarfile.open(f"{shared}/bench/extraction/{name}.pages.tar.xz") as tar:
            tar.extractall(f"{WORK}/extraction")
    with open(f"{shared}/bench/extraction/{name}.gold.jsonl", encoding="utf-8") as lines:
        return folder, [json.loads(line) for line in lines]


def ahd_command(ahd, folders):
    return [ahd, "read", "--json", "--article", "--threads", "1", *folders]


def prediction(line):
    """Ahd's JSON as scoring.py wants it: the text without the title's line."""
    told = json.loads(line)
    return {"text": (told.get("text") or "").partition("\n")[2], "title": told.get("title"),
            "author": told.get("byline"), "date": (told.get("published") or {}).get("date")}


def ahd_told(ahd, folder):
    """{page: prediction}; pages are known by their hash."""
    output = f"{WORK}/told.jsonl"
    timed(ahd_command(ahd, [folder]), output, runs=1)
    by_hash = {}
    with open(output, encoding="utf-8") as lines:
        for line in lines:
            by_hash[json.loads(line)["sha256"]] = prediction(line)
    told = {}
    for page in sorted(os.listdir(folder)):
        with open(f"{folder}/{page}", "rb") as data:
            found = by_hash.get(hashlib.sha256(data.read()).hexdigest(), {})
        told[f"{os.path.basename(folder)}/{page}"] = found
    return told
