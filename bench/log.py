#!/usr/bin/env python3
"""What the log costs:  log.py AHD WITHOUT PATH... [--append] [--rounds N]

Adds PATH to new records by AHD and by a program WITHOUT the log, in turn, and
compares CPU seconds (medians) and bytes. Then verifies AHD's record, against a
head, and makes and verifies a bundle of it.
"""
import os, resource, statistics, subprocess, sys, tempfile, time

from common import append


def run(*args):
    """(CPU seconds, wall seconds, standard output)"""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    done = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(args)}: exit {done.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.time() - began, done.stdout


def fresh(path):
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)
    return path


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    rounds = 5
    if "--rounds" in sys.argv:
        rounds = int(sys.argv[sys.argv.index("--rounds") + 1])
        words.remove(str(rounds))
    programs, paths = words[:2], words[2:]
    folder = tempfile.mkdtemp()
    dbs = [os.path.join(folder, name) for name in ("with.db", "without.db")]
    seconds = [[], []]
    for _ in range(rounds):
        for i in (0, 1):
            cpu, _, out = run(programs[i], "add", "--db", fresh(dbs[i]), *paths)
            seconds[i].append(cpu)
    pages = int(out.split(" new")[0].split()[-1])
    cost = [statistics.median(s) for s in seconds]
    size = [os.path.getsize(db) for db in dbs]
    head, tar = os.path.join(folder, "head"), os.path.join(folder, "bundle.tar")
    run(programs[0], "head", "--db", dbs[0], "--out", head)
    verify = run(programs[0], "verify", "--db", dbs[0], "--head", head)[0]
    write = run(programs[0], "export", "--db", dbs[0], "--bundle", tar)[0]
    check = run(programs[0], "verify", "--bundle", tar)[0]
    command = "`bench/log.py AHD WITHOUT " + " ".join(map(os.path.basename, paths)) + "`"
    rows = [("log, CPU of ahd add", cost[0] / cost[1], "x",
             f"{cost[0]:.2f} s to {cost[1]:.2f} s without, {pages} pages, median of {rounds}"),
            ("log, bytes of a page", size[0] / size[1], "x",
             f"{size[0] // pages} to {size[1] // pages} without"),
            ("verifying a record", pages / verify, "pages/s",
             f"log, rows, texts, one core; {cost[0] / verify:.1f} times as fast as adding"),
            ("verifying a bundle", pages / check, "pages/s",
             f"one core; written at {pages / write:.0f} pages/s")]
    for what, value, unit, more in rows:
        print(f"{what:24} {value:10.3f} {unit:10} {more}")
    if "--append" in sys.argv:
        append([(what, "ahd", value, unit, more, command) for what, value, unit, more in rows])


main()
