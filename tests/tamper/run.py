#!/usr/bin/env python3
"""A record that was tampered with, against a head kept outside:
run.py AHD TMP SHARED

COUNT records (200 without it) are each changed in one way of edits.py, and every
one must be found by `ahd verify --head`; SEED repeats a run. Then what must not be
found: a record that nobody touched, also after a rebuild and while others read
and write it.
"""
import os, random, shutil, sqlite3, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from edits import Tamper
from outcome import Wrong, run_all, test, want

AHD, TMP = (os.path.abspath(path) for path in sys.argv[1:3])
COUNT = int(os.environ.get("COUNT", "200"))
SEED = int(os.environ.get("SEED") or int.from_bytes(os.urandom(4), "big"))
ENDS = ("", "-wal", "-shm")


def ahd(*args, codes=(0,)):
    run = subprocess.run([AHD, *args], capture_output=True, text=True,
                         errors="replace", timeout=120)
    want(run.returncode in codes, " ".join(args), run)
    return run


def fresh(name):
    path = os.path.join(TMP, name)
    for end in ENDS:
        if os.path.exists(path + end):
            os.remove(path + end)
    return path


def verify(db, head, codes=(0,)):
    return ahd("verify", "--db", db, "--head", head, codes=codes)


def make_record():
    """With captures of one page, readings that were followed by others, reviews."""
    db, head, key = fresh("whole.db"), fresh("whole.head"), fresh("whole.key")
    ahd("head", "--new-key", "--key", key, "--db", db, codes=(3,))
    ahd("add", "--db", db, "examples", "--head", head, "--key", key)
    shutil.copy("examples/sudan-jeddah.txt", os.path.join(TMP, "again.txt"))
    ahd("add", "--db", db, os.path.join(TMP, "again.txt"), "--head", head, "--key", key)
    document = ahd("list", "documents", "--db", db).stdout.splitlines()[1].split()[0]
    for said in (["1", "--confirm"], ["2", "--reject"], ["3", "--set", "date=2020-10-20"]):
        ahd("review", "--db", db, document, "--by", "Huda", *said)
    ahd("rebuild", "--db", db, "--head", head, "--key", key)
    return db, head


def state_of(run):
    return (run.stdout + run.stderr).strip()[-300:]


@test
def untouched():
    """a record that nobody touched passes, also after a rebuild"""
    db, head = make_record()
    want("0 failures" in verify(db, head).stdout, "failures of a whole record")
    ahd("rebuild", "--db", db)
    verify(db, head)
    ahd("add", "--db", db, "examples")
    verify(db, head)


@test
def beside_others():
    """a record that others read and write meanwhile passes"""
    db, head = make_record()
    reader = sqlite3.connect(db)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM log").fetchone()
    writers = [subprocess.Popen([AHD, *words, "--db", db], stdout=subprocess.DEVNULL)
               for words in (["add", "examples"], ["rebuild"]) * 2]
    rounds = 0
    while rounds < 5 or any(writer.poll() is None for writer in writers):
        verify(db, head)
        rounds += 1
    reader.close()
    want(all(writer.wait() == 0 for writer in writers), "a writer failed")
    verify(db, head)


@test
def tampered():
    """every tampering is found"""
    db, head = make_record()
    copy, chance, ways = fresh("tampered.db"), random.Random(SEED), {}
    print(f"# seed {SEED}, {COUNT} edits", flush=True)
    began = time.time()
    for n in range(COUNT):
        for end in ENDS[1:]:
            if os.path.exists(copy + end):
                os.remove(copy + end)
        shutil.copy(db, copy)
        way, done = Tamper(copy, chance).once()
        ways[way] = ways.get(way, 0) + 1
        run = verify(copy, head, codes=(0, 1, 3))
        if run.returncode == 0:
            raise Wrong(f"seed {SEED}, edit {n}: not found: {done}")
        if way not in Tamper.NEED_HEAD and "fit" not in done:
            run = ahd("verify", "--db", copy, codes=(0, 1, 3))
            if run.returncode == 0:
                raise Wrong(f"seed {SEED}, edit {n}: not found without a head: {done}")
    print(f"# {ways} in {time.time() - began:.1f} s", flush=True)


@test
def from_before():
    """a record from before the log gets one, which says so"""
    db, head = fresh("before.db"), fresh("before.head")
    here = os.path.dirname(os.path.abspath(__file__))
    with sqlite3.connect(db) as old, open(os.path.join(here, "before_log.sql")) as sql:
        old.executescript(sql.read())
    old.close()
    ahd("verify", "--db", db, codes=(3,))
    ahd("add", "--db", db, "examples", "--head", head)
    verify(db, head)
    with sqlite3.connect(db) as new:
        rows = new.execute("SELECT kind, body FROM log ORDER BY seq LIMIT 7").fetchall()
    new.close()
    want([kind for kind, _ in rows] == ["migration"] + ["page"] * 2 + ["capture"] * 2
         + ["reading"] * 2 and "logged at migration" in rows[0][1], rows)


@test
def rolled_back():
    """an old copy put in place of the record is found"""
    db, head = make_record()
    old = fresh("old.db")
    shutil.copy(db, old)
    ahd("rebuild", "--db", db, "--head", head)
    verify(db, head)
    run = verify(old, head, codes=(1,))
    want("shorter than the head says" in run.stdout, state_of(run))


@test
def head_stays():
    """a head is not followed by one of another log"""
    db, head = make_record()
    other, text = fresh("other.db"), open(head).read()
    ahd("add", "--db", other, "examples/sudan-jeddah.txt")
    run = ahd("head", "--db", other, "--out", head, codes=(3,))
    want("is left as it is" in run.stderr, state_of(run))
    run = ahd("add", "--db", other, "examples", "--head", head, codes=(3,))
    want("is left as it is" in run.stderr, state_of(run))
    want(open(head).read() == text, "the head was changed")


@test
def head_changed():
    """a head that was changed, or signed by somebody else, is found"""
    db, head = make_record()
    text, spoilt = open(head).read(), fresh("spoilt.head")
    key = text.split("key ")[1].split()[0]
    ahd("verify", "--db", db, "--head", head, "--signer", key)
    run = ahd("verify", "--db", db, "--head", head, "--signer", "0" * 64, codes=(1,))
    want("signed with another key" in run.stdout, state_of(run))
    with open(spoilt, "w") as file:
        file.write(text.replace("time 2", "time 1"))
    run = verify(db, spoilt, codes=(1,))
    want("its signature does not fit" in run.stdout, state_of(run))
    with open(spoilt, "w") as file:
        file.write(text[:40])
    run = verify(db, spoilt, codes=(1,))
    want("this is no head" in run.stderr, state_of(run))


@test
def keys():
    """a key is for its owner only, and never written over"""
    db, _ = make_record()
    key = fresh("new.key")
    ahd("head", "--db", db, "--key", key, "--new-key")
    want(os.stat(key).st_mode & 0o777 == 0o600, oct(os.stat(key).st_mode))
    ahd("head", "--db", db, "--key", key, "--new-key", codes=(2,))
    os.chmod(key, 0o644)
    run = ahd("head", "--db", db, "--key", key, codes=(1,))
    want("chmod 600" in run.stderr, state_of(run))


os.makedirs(TMP, exist_ok=True)
sys.exit(run_all())
