"""Kill programs that work on a record, at random moments, and look what is left:

    tests/store/kill.py AHD FOLDER [ROUNDS [SEED]]

Nothing that was reported as added may be lost, no page may be torn, and doing it
again must end where an undisturbed run ends: in a record of the same dump."""
import os
import random
import shutil
import signal
import subprocess
import time

import records

PAGES = 300


def strike(words, within, out="told"):
    """Starts a program and kills it at a random moment; was it still alive?"""
    with open(out, "w") as told, open("err", "w") as err:
        program = subprocess.Popen(words, stdout=told, stderr=err)
        time.sleep(random.random() * within)
        alive = program.poll() is None
        program.send_signal(signal.SIGKILL)
        program.wait()
    return alive


def timed(*words):
    began = time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def copy(source, db):
    records.remove(db)
    shutil.copyfile(source, db)


class Rounds:
    def __init__(self, programs):
        self.p = programs
        self.pages = records.write_pages("pages", PAGES)
        records.remove("whole.db")
        self.adding = timed(programs.ticker, "whole.db", "pages")
        self.hash = programs.hash("whole.db")
        records.verdict(len(self.hash) == 64 and programs.paths("whole.db") == set(self.pages),
                        f"{PAGES} pages are added", self.hash)
        shutil.copyfile("whole.db", "kept.db")
        self.rebuilding = timed(programs.ahd, "rebuild", "--db", "kept.db")
        shutil.copyfile("whole.db", "kept.db")
        records.remove("copy.db")
        self.copying = timed(programs.ahd, "backup", "--db", "kept.db", "copy.db")
        records.remove("old.db")
        subprocess.run([programs.old, "old.db", "1", str(20 * PAGES)], check=True)
        copy("old.db", "new.db")
        self.migrating = timed(programs.ticker, "new.db", "pages/000.txt")
        self.migrated = programs.hash("new.db")
        self.bad = {}
        self.killed = {}

    def wrong(self, what):
        self.bad[what] = self.bad.get(what, 0) + 1

    def check(self, db, want, what):
        if self.p.hash(db) != want:
            self.wrong(f"{what}: the dump is another")
        if not records.is_sound(db):
            self.wrong(f"{what}: the database is not sound")

    def add(self):
        records.remove("a.db")
        alive = strike([self.p.ticker, "a.db", "pages"], self.adding)
        with open("told") as told:
            lines = [line.split()[0] for line in told.read().splitlines(True)
                     if line.endswith("\n")]
        count = int(lines[-1]) if lines else 0
        if count > 0:
            left = self.p.paths("a.db")
            if left is None:
                self.wrong("adding: what is left cannot be listed")
            elif not left >= set(self.pages[:count]):
                self.wrong("adding: what was reported is lost")
            if not records.is_sound("a.db"):
                self.wrong("adding: what is left is not sound")
        if self.p.run("add", "--db", "a.db", "pages").returncode != 0:
            self.wrong("adding: it cannot be done again")
        self.check("a.db", self.hash, "adding")
        return alive

    def rebuild(self):
        copy("whole.db", "kept.db")
        alive = strike([self.p.ahd, "rebuild", "--db", "kept.db"], self.rebuilding)
        if self.p.paths("kept.db") != set(self.pages):
            self.wrong("rebuilding: documents are lost")
        if self.p.run("rebuild", "--db", "kept.db").returncode != 0:
            self.wrong("rebuilding: it cannot be done again")
        self.check("kept.db", self.hash, "rebuilding")
        return alive

    def backup(self):
        records.remove("copy.db")
        alive = strike([self.p.ahd, "backup", "--db", "whole.db", "copy.db"], self.copying)
        if os.path.exists("copy.db"):
            self.check("copy.db", self.hash, "copying")
        for left in os.listdir("."):
            if left.startswith("copy.db.part-"):
                os.unlink(left)
        return alive

    def migrate(self):
        copy("old.db", "new.db")
        alive = strike([self.p.ticker, "new.db", "pages/000.txt"], self.migrating)
        done = self.p.run("new.db", "pages/000.txt", program=self.p.ticker)
        if done.returncode != 0:
            self.wrong("migrating: it cannot be done again")
        self.check("new.db", self.migrated, "migrating")
        return alive


WORDS = {"add": "adding", "rebuild": "rebuilding", "backup": "copying", "migrate": "migrating"}


def main():
    programs, count = records.arguments(50)
    rounds = Rounds(programs)
    order = ["add", "add", "add", "rebuild", "add", "backup", "add", "migrate", "add", "rebuild"]
    for n in range(count):
        what = order[n % len(order)]
        alive = getattr(rounds, what)()
        rounds.killed[what] = rounds.killed.get(what, 0) + alive
    for what, name in WORDS.items():
        bad = [f"{times} times {why}" for why, times in rounds.bad.items()
               if why.startswith(name)]
        records.verdict(not bad, f"killed {rounds.killed.get(what, 0)} times while {name}, "
                        "and done again: nothing lost, the same dump", "; ".join(bad))
    raise SystemExit(bool(records.failed))


main()
