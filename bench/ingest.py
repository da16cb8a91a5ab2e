"""How fast a record takes pages, and how large it grows:

    bench/ingest.py AHD ../shared [--count 100000] [--append]

Articles are those of ar-political, each time with other words and numbers in
their places (seeded), so that no two have the same bytes; a record of JSONL
each. Timed are `ahd read --json` of the same file (the reading alone, what the
adding is compared with), `ahd add`, and the same again, where every page is
known."""
import argparse
import gzip
import json
import os
import random
import re
import sqlite3

import common

DIGITS = re.compile(r"\d+")


def vocabulary(articles):
    words = {word for article in articles[:2000] for word in article["text"].split()}
    return sorted(word for word in words if 3 < len(word) < 9 and word.isalpha())


def changed(article, n, draw, words):
    """One word in thirty is another, and so are numbers that are no years."""
    def other(found):
        return found[0] if len(found[0]) == 4 else str(draw.randrange(10 ** len(found[0])))

    lines = []
    for line in article["text"].split("\n"):
        parts = line.split(" ")
        for _ in range(len(parts) // 30 + 1):
            parts[draw.randrange(len(parts))] = draw.choice(words)
        lines.append(DIGITS.sub(other, " ".join(parts)))
    return {**article, "id": f"{article['id']}-{n}", "url": f"{article['url']}?{n}",
            "title": f"{article['title']} {draw.choice(words)}", "text": "\n".join(lines)}


def make(shared, count):
    path = f"{common.WORK}/ingest-{count}.jsonl"
    if os.path.exists(path):
        return path
    with gzip.open(f"{shared}/corpora/ar-political.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    draw, words = random.Random(7), vocabulary(articles)
    with open(path + ".new", "w", encoding="utf-8") as out:
        for n in range(count):
            article = articles[n % len(articles)]
            if n >= len(articles):
                article = changed(article, n, draw, words)
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    os.rename(path + ".new", path)
    return path


def tables(db):
    """Bytes by table, with its indices, largest first."""
    base = sqlite3.connect(db)
    try:
        rows = base.execute("SELECT coalesce((SELECT tbl_name FROM sqlite_schema s WHERE"
                            " s.name = d.name), d.name), sum(pgsize) FROM dbstat d"
                            " GROUP BY 1 ORDER BY 2 DESC").fetchall()
    except sqlite3.Error:
        rows = []
    base.close()
    return rows


def main():
    words = argparse.ArgumentParser()
    words.add_argument("ahd")
    words.add_argument("shared")
    words.add_argument("--count", type=int, default=100000)
    words.add_argument("--append", action="store_true")
    words = words.parse_args()
    os.makedirs(common.WORK, exist_ok=True)
    path, db = make(words.shared, words.count), f"{common.WORK}/ingest.db"
    for end in ("", "-wal", "-shm"):
        if os.path.exists(db + end):
            os.unlink(db + end)
    n = words.count
    read = common.timed([words.ahd, "read", "--json", path], "/dev/null", 1)
    add = common.timed([words.ahd, "add", "--db", db, path], "/dev/null", 1)
    again = common.timed([words.ahd, "add", "--db", db, path], "/dev/null", 1)
    dump = common.timed([words.ahd, "export", "--db", db, "--hash"], "/dev/null", 1)
    size = os.path.getsize(db)
    call = ["bench/ingest.py", words.ahd, words.shared, "--count", str(n)]
    bulk = os.path.getsize(path) / n
    rows = [
        (f"ingest of {n:,}", "ahd add", n / add[0], "documents/s",
         f"{add[1] / n * 1000:.2f} ms CPU a document, {add[1] / read[1]:.2f} times the CPU"
         f" of reading alone; {os.cpu_count()} cores, shared", call),
        (f"reading of {n:,}", "ahd read --json", n / read[0], "documents/s",
         f"{read[1] / n * 1000:.2f} ms CPU a document, {read[2]:.0f} MiB at most", call),
        (f"ingest of {n:,}: memory", "ahd add", add[2], "MiB", "at most", call),
        (f"ingest of {n:,}: size", "ahd add", size / n, "bytes a document",
         f"of articles of {bulk:.0f} bytes", call),
        (f"ingest of {n:,} again", "ahd add", n / again[0], "documents/s",
         f"all known: {add[1] / again[1]:.0f} times less CPU than the first time", call),
        (f"dump of {n:,}", "ahd export --hash", n / dump[0], "documents/s",
         f"{dump[2]:.0f} MiB at most", call),
    ]
    for row in rows:
        print(*row[:5], sep=" | ")
    for table, taken in tables(db):
        print(f"{taken / n:10.0f} bytes a document: {table}")
    if words.append:
        common.append(rows)


main()
