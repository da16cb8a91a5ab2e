"""A record of very many acts, for those who ask it (latency.py, serving.py): articles
of ../shared that `ahd add` read, as they are; and documents that nobody wrote
(tests/soak/pile.c), until there are so many acts."""
import gzip
import os
import subprocess

import common

WHOLE = {"ar-political": 2500, "stories/documents": 500, "en-conflict": 500}


def articles(shared, path):
    with open(path, "wb") as out:
        for corpus, most in WHOLE.items():
            with gzip.open(f"{shared}/corpora/{corpus}.jsonl.gz") as lines:
                out.writelines(line for _, line in zip(range(most), lines))


def record(out, shared, acts):
    """Made when it is not there; its path."""
    db, tool = f"{common.WORK}/acts-{acts}.db", f"{out}/tests/soak/pile"
    if os.path.exists(db):
        return db
    os.makedirs(common.WORK, exist_ok=True)
    for end in ("", "-wal", "-shm"):
        if os.path.exists(f"{db}.new{end}"):
            os.unlink(f"{db}.new{end}")
    subprocess.run(["make", "--no-print-directory", "-s", f"MODE={os.path.basename(out)}", tool],
                   check=True)
    articles(shared, f"{db}.jsonl")
    subprocess.run([f"{out}/ahd", "add", "--db", f"{db}.new", f"{db}.jsonl"],
                   stdout=subprocess.DEVNULL)
    subprocess.run([tool, f"{db}.new", str(acts)], check=True)
    os.unlink(f"{db}.jsonl")
    os.rename(f"{db}.new", db)
    return db
