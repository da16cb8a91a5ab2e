"""A record that is copied and read while it grows, and made in any order:

    tests/store/drill.py AHD FOLDER

Copies made during an ingest are opened, verified and added to; readers list all
the time; threads, shuffled input and several runs end in the same dump."""
import os
import random
import subprocess

import records

PAGES = 600
SHAPES = 6


def same_in_any_order(p):
    paths = records.write_pages("some", 60)
    body = "<html><head><title>هدنة</title></head><body><article><h1>هدنة</h1><p>{}</p>" \
           "<p>{}</p></article></body></html>".format(records.FIRST, records.FIRST)
    other = "https://b.example/news/2020/10/26/2"
    records.warc("one.warc", [("https://a.example/1", "2020-10-26T08:00:00Z", body),
                              (other, "2020-10-27T08:00:00Z", body)])
    records.warc("two.warc", [(other, "2020-10-25T08:00:00Z", body)])
    with open("lines.jsonl", "w", encoding="utf-8") as lines:
        for n in range(40):
            lines.write('{"title":"خبر %d","date":"2020-10-26","text":"%s"}\n'
                        % (n // 2, records.SECOND.format("قطر", n // 2)))
    paths += ["one.warc", "two.warc", "lines.jsonl"]
    hashes = {}
    for shape in range(SHAPES):
        db = f"order{shape}.db"
        records.remove(db)
        if shape > 0:
            random.shuffle(paths)
        half = len(paths) // 2 if shape % 3 == 2 else 0
        for part in (paths[:half], paths[half:], paths[:shape]):
            if part:
                done = p.run(f"-{1 + shape % 2}", db, *part, program=p.ticker)
                if done.returncode != 0:
                    return records.verdict(False, "records of one content", done.stderr)
        hashes.setdefault(p.hash(db), []).append(shape)
        if shape == 0:
            p.run("rebuild", "--db", db)
            hashes.setdefault(p.hash(db), []).append("rebuilt")
    return records.verdict(len(hashes) == 1 and len(next(iter(hashes))) == 64,
                           "1 and 2 threads, any order, several runs: one dump", str(hashes))


def while_it_grows(p):
    pages = records.write_pages("pages", PAGES)
    records.remove("grown.db")
    with open("told", "w") as told:
        writer = subprocess.Popen([p.ticker, "grown.db", "pages"], stdout=told)
    copies, listed, wrong = [], 0, []
    while writer.poll() is None:
        if not os.path.exists("grown.db"):
            continue
        left = p.paths("grown.db")
        if left is None or len(left) < listed:
            if listed > 0:
                wrong.append(f"{listed} documents, then {left and len(left)}")
            continue
        listed = len(left)
        name = f"copy{len(copies)}.db"
        records.remove(name)
        done = p.run("backup", "--db", "grown.db", name)
        if done.returncode == 0:
            copies.append((name, listed))
        else:
            wrong.append(done.stderr)
    records.verdict(writer.returncode == 0 and listed > 0 and not wrong,
                    "readers list and copy while a writer adds", str(wrong[:3]))
    return pages, copies


def restore(p, pages, copies):
    whole, wrong, early = p.hash("grown.db"), [], 0
    for name, listed in copies[:3] + copies[-3:]:
        left = p.paths(name)
        early += left is not None and len(left) < len(pages)
        if left is None or len(left) < listed or not records.is_sound(name):
            wrong.append(f"{name} has {left and len(left)} of {listed}")
        if p.run("verify", "--db", name).returncode != 0:
            wrong.append(f"{name} is not verified")
        if p.run("add", "--db", name, "pages").returncode != 0 or p.hash(name) != whole:
            wrong.append(f"{name} cannot be completed")
    records.verdict(early > 0 and not wrong,
                    "copies of a growing record are whole, verified, and added to", str(wrong[:3]))


def main():
    programs, _ = records.arguments(0)
    same_in_any_order(programs)
    pages, copies = while_it_grows(programs)
    restore(programs, pages, copies)
    raise SystemExit(bool(records.failed))


main()
