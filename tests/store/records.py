"""What the tests of whole records share: pages, programs, and what is asked of
a record from outside."""
import os
import random
import sqlite3
import subprocess
import sys

FIRST = ("وقعت حكومة الوفاق الوطني والجيش الوطني الليبي اتفاقا دائما لوقف إطلاق "
         "النار في جنيف يوم 23 أكتوبر 2020.")
SECOND = "وقال المتحدث باسم الجيش أحمد المسماري إن {} خرقت الاتفاق، وهذه الصفحة رقمها {}."
ACCUSED = "قطر تركيا الإمارات مصر روسيا فرنسا".split()

failed = []


def verdict(good, name, why=""):
    """One line of the suite, as tests/tally.sh counts them."""
    print(f"ok {name}" if good else f"FAIL {name}: {why}", flush=True)
    if not good:
        failed.append(name)
    return good


def write_pages(folder, count):
    """Pages that say something, each other bytes; their paths."""
    os.makedirs(folder, exist_ok=True)
    paths = []
    for n in range(count):
        paths.append(f"{folder}/{n:03d}.txt")
        with open(paths[-1], "w", encoding="utf-8") as page:
            page.write(f"اتفاق وقف إطلاق النار، الصفحة {n}\n\n{FIRST}\n"
                       f"{SECOND.format(ACCUSED[n % len(ACCUSED)], n)}\n")
    return paths


def warc(path, records):
    """Records: (address, time, body)."""
    with open(path, "wb") as out:
        for n, (url, when, body) in enumerate(records):
            http = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                    + body.encode())
            out.write((f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
                       f"WARC-Date: {when}\r\n"
                       f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{n:012d}>\r\n"
                       "Content-Type: application/http; msgtype=response\r\n"
                       f"Content-Length: {len(http)}\r\n\r\n").encode() + http + b"\r\n\r\n")


class Programs:
    """The program itself, and the two of this folder beside it."""

    def __init__(self, ahd):
        self.ahd = os.path.realpath(ahd)
        tests = os.path.join(os.path.dirname(self.ahd), "tests", "store")
        self.ticker = os.path.join(tests, "ticker")
        self.old = os.path.join(tests, "old")

    def run(self, *words, program=None):
        return subprocess.run([program or self.ahd, *words], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def hash(self, db):
        done = self.run("export", "--db", db, "--hash")
        return done.stdout.strip() if done.returncode == 0 else done.stderr.strip()

    def paths(self, db):
        """Of its documents; None when they cannot be listed."""
        done = self.run("list", "documents", "--db", db, "--json")
        if done.returncode != 0:
            return None
        return {line.split('"path":"')[1].split('"')[0]
                for line in done.stdout.splitlines()}


def is_sound(db):
    """No page is torn, none without its document, no row without its page."""
    base = sqlite3.connect(db)
    try:
        return (base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
                and not base.execute("PRAGMA foreign_key_check").fetchall()
                and base.execute("SELECT count(*) FROM pages LEFT JOIN documents"
                                 " USING (page) WHERE documents.page IS NULL").fetchone()[0] == 0
                and base.execute("SELECT count(*) FROM pages LEFT JOIN leads"
                                 " USING (page) WHERE leads.page IS NULL").fetchone()[0] == 0)
    finally:
        base.close()


def remove(db):
    for end in ("", "-wal", "-shm"):
        if os.path.exists(db + end):
            os.unlink(db + end)


def arguments(rounds):
    """AHD FOLDER [ROUNDS [SEED]]; enters the folder."""
    programs = Programs(sys.argv[1])
    os.makedirs(sys.argv[2], exist_ok=True)
    os.chdir(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else rounds
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
    random.seed(seed)
    print(f"seed {seed}")
    return programs, count
