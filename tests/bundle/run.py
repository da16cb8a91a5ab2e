#!/usr/bin/env python3
"""Bundles: made twice alike, checked by hand and by Ahd, changed in every way:
run.py AHD TMP SHARED

COUNT (100 without it) bundles are changed file by file, with a manifest that fits
again; SEED repeats a run.
"""
import hashlib, io, os, random, shutil, subprocess, sys, tarfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from outcome import Wrong, run_all, test, want

AHD, TMP = (os.path.abspath(path) for path in sys.argv[1:3])
COUNT = int(os.environ.get("COUNT", "100"))
SEED = int(os.environ.get("SEED") or int.from_bytes(os.urandom(4), "big"))
AGREEMENT = "ly-ceasefire-2020-10-23"


def at(name):
    return os.path.join(TMP, name)


def ahd(*args, codes=(0,)):
    run = subprocess.run([AHD, *args], capture_output=True, text=True,
                         errors="replace", timeout=120)
    want(run.returncode in codes, " ".join(args), run)
    return run


def make(*how):
    """The record's database, its head, its bundle, who signs."""
    for name in os.listdir(TMP):
        if os.path.isfile(at(name)):
            os.remove(at(name))
    ahd("add", "--db", at("a.db"), "examples")
    ahd("add", "--db", at("a.db"), "examples/sudan-jeddah.txt")
    ahd("rebuild", "--db", at("a.db"))
    ahd("head", "--db", at("a.db"), "--new-key", "--key", at("a.key"), "--out", at("a.head"))
    ahd("export", "--db", at("a.db"), "--bundle", at("a.tar"), "--head", at("a.head"), *how)
    key = open(at("a.head")).read().split("key ")[1].split()[0]
    return at("a.db"), at("a.head"), at("a.tar"), key


def files_of(path):
    with tarfile.open(path) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}


def pack(path, files, manifest=True):
    if manifest:
        files = {name: data for name, data in files.items() if name != "MANIFEST.sha256"}
        files["MANIFEST.sha256"] = "".join(
            f"{hashlib.sha256(data).hexdigest()}  {name}\n"
            for name, data in files.items()).encode()
    with tarfile.open(path, "w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))


def told(run):
    return (run.stdout + run.stderr).strip()[-300:]


@test
def whole():
    """a bundle is verified without its record, also against a head and a signer"""
    db, head, tar, key = make()
    os.remove(db)
    for more in [[], ["--head", head], ["--signer", key], ["--head", head, "--signer", key]]:
        run = ahd("verify", "--bundle", tar, *more)
        want(run.stdout.startswith("6 pages, ") and ", 0 failures" in run.stdout, told(run))
    want("0 failures" in ahd("verify", tar).stdout, "a bundle is known by itself")
    ahd("verify", tar, "--signer", "0" * 64, codes=(1,))


@test
def by_hand():
    """a bundle is checked by sha256sum, and its root by the words of its README"""
    _, _, tar, _ = make()
    shutil.rmtree(at("by-hand"), ignore_errors=True)
    with tarfile.open(tar) as file:
        file.extractall(at("by-hand"))
    run = subprocess.run(["sha256sum", "-c", "--quiet", "MANIFEST.sha256"], cwd=at("by-hand"),
                         capture_output=True, text=True)
    want(run.returncode == 0, "sha256sum", run)
    lines = open(at("by-hand/log.txt"), "rb").read().splitlines()
    level = [hashlib.sha256(b"\0" + line).digest() for line in lines]
    while len(level) > 1:
        level = [hashlib.sha256(b"\1" + b"".join(level[i:i + 2])).digest()
                 if i + 1 < len(level) else level[i] for i in range(0, len(level), 2)]
    want(f"root {level[0].hex()}\n" in open(at("by-hand/head.txt")).read(), "another root")
    shutil.rmtree(at("by-hand"))


@test
def twice():
    """the same record and head make the same bytes"""
    db, head, tar, _ = make()
    ahd("export", "--db", db, "--bundle", at("b.tar"), "--head", head)
    want(open(tar, "rb").read() == open(at("b.tar"), "rb").read(), "other bytes")
    want(not os.path.exists(tar + ".new"), "something is left beside it")


@test
def some():
    """a bundle of an agreement or a document proves its lines, and shows no others"""
    _, head, tar, key = make("--agreement", AGREEMENT)
    names = files_of(tar)
    want("log.txt" not in names and sum(n.endswith("proofs.jsonl") for n in names) == 4, list(names))
    run = ahd("verify", "--bundle", tar, "--head", head, "--signer", key)
    want(run.stdout.startswith("4 pages, "), told(run))
    _, head, tar, _ = make("--document", "a54a52f187471d38")
    run = ahd("verify", "--bundle", tar, "--head", head)
    want(run.stdout.startswith("1 pages, "), told(run))
    run = ahd("export", "--db", at("a.db"), "--bundle", at("b.tar"), "--agreement", "none",
              codes=(2,))
    want("no page of the record is about that" in run.stderr, told(run))
    want(not os.path.exists(at("b.tar")), "a bundle of nothing")


@test
def other_head():
    """a head that is not of the record as it is makes no bundle"""
    db, head, _, _ = make()
    ahd("rebuild", "--db", db)
    run = ahd("export", "--db", db, "--bundle", at("b.tar"), "--head", head, codes=(3,))
    want("not the head of the record as it is" in run.stderr, told(run))
    ahd("export", "--db", db, "--bundle", at("b.tar"))
    ahd("verify", "--bundle", at("b.tar"), "--head", head)


def change(files, chance):
    """One file changed, lost, added or taken for another; what was done."""
    names = [n for n in files if n not in ("AHD-BUNDLE.txt", "MANIFEST.sha256")]
    name = chance.choice(names)
    data, way = files[name], chance.randrange(5)
    if way == 0:
        del files[name]
        return f"{name} is gone"
    if way == 1:
        other = chance.choice([n for n in names if files[n] != data])
        files[name], files[other] = files[other], data
        return f"{name} and {other} swapped"
    if way == 2 and name.startswith("pages/"):
        folder = name.split("/")[1]
        fresh = hashlib.sha256(folder.encode()).hexdigest()
        for n in [n for n in files if folder in n]:
            files[n.replace(folder, fresh)] = files[n]
        return f"{folder} once more"
    place = chance.randrange(len(data)) if data else 0
    if way == 3:
        files[name] = data[:place] + data[place + 1:]
        return f"{name} lacks byte {place}"
    files[name] = data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1:]
    return f"{name} has another byte {place}"


@test
def changed():
    """every change of a bundle is found, also when its manifest was made to fit"""
    chance = random.Random(SEED)
    print(f"# seed {SEED}, {COUNT} bundles", flush=True)
    for n in range(COUNT):
        if n % (COUNT // 2 or 1) == 0:
            _, head, tar, key = make(*(["--agreement", AGREEMENT] if n else []))
            whole = files_of(tar)
        files = dict(whole)
        done = change(files, chance)
        pack(at("b.tar"), files, manifest=chance.random() < 0.7)
        run = ahd("verify", "--bundle", at("b.tar"), "--head", head, "--signer", key,
                  codes=(0, 1))
        if run.returncode == 0:
            raise Wrong(f"seed {SEED}, bundle {n}: not found: {done}")


@test
def ends():
    """a file of lines whose last end is cut is found, also when its manifest fits"""
    for how in ([], ["--agreement", AGREEMENT]):
        _, head, tar, key = make(*how)
        whole = files_of(tar)
        for name in [n for n in whole if not n.endswith(("AHD-BUNDLE.txt", "rows.jsonl"))
                     and whole[n].endswith(b"\n") and "/page." not in n]:
            pack(at("b.tar"), {**whole, name: whole[name][:-1]},
                 manifest=name != "MANIFEST.sha256")
            run = ahd("verify", "--bundle", at("b.tar"), "--head", head, "--signer", key,
                      codes=(1,))
            want("it was cut" in run.stdout or name == "head.txt", name, run)


@test
def signed_anew():
    """a bundle that somebody else made of it and signed fits, but not its signer"""
    db, head, _, key = make()
    with open(at("x.html"), "w") as page:
        page.write("<title>They met</title><p>The two sides met in Geneva on Friday.</p>")
    os.remove(db)
    ahd("add", "--db", db, "examples", at("x.html"))
    ahd("export", "--db", db, "--bundle", at("b.tar"), "--key", at("a.key"))
    ahd("verify", "--bundle", at("b.tar"), "--signer", key)
    run = ahd("verify", "--bundle", at("b.tar"), "--head", head, codes=(1,))
    want("head" in run.stdout, told(run))


@test
def cut():
    """a bundle that ends early is found"""
    _, _, tar, _ = make()
    data = open(tar, "rb").read()
    for part in (0, 100, 512, len(data) // 3, len(data) // 2, len(data) - 6000):
        with open(at("b.tar"), "wb") as file:
            file.write(data[:part])
        run = ahd("verify", "--bundle", at("b.tar"), codes=(1,))
        want("bundle" in told(run), told(run))
    run = ahd("verify", "--bundle", at("none.tar"), codes=(1,))
    want("check the name" in run.stderr, told(run))


os.makedirs(TMP, exist_ok=True)
sys.exit(run_all())
