#!/usr/bin/env python3
"""The pages in a browser:  tests/browser/run.py AHD FOLDER [--screenshots] [PART...]

Serves the record of tests/http and drives chromium over it (test.mjs; what is
looked at is in the parts, frame.mjs). Skips when there is no chromium or node,
or no package registry to install from. With PARTs (site ...) only these.
With --screenshots it takes those of docs/screenshots/ anew instead.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent.absolute()
sys.path.insert(0, str(HERE.parent / "http"))
from run import hostile_page, ids  # noqa: E402

sys.path.insert(0, str(HERE))
import hostile_strings  # noqa: E402


def skip(why):
    print(f"skip browser: {why}")
    sys.exit(0)


def need_tools():
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(chromium).exists():
        skip("there is no chromium")
    if not shutil.which("node") or not shutil.which("npm"):
        skip("there is no node or npm")
    if (HERE / "node_modules" / "axe-core").exists():
        return
    done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE,
                          capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        skip("npm ci failed: " + done.stderr.strip().split("\n")[-1])


def drive(base, names, screenshots, parts):
    ids_of = json.dumps(names)
    command = ["node", "test.mjs", base, ids_of, *parts]
    if screenshots:
        command = ["node", "shots.mjs", base,
                   str(HERE.parent.parent / "docs/screenshots"), ids_of]
    return subprocess.run(command, cwd=HERE, timeout=1800, check=False).returncode


def make(ahd, folder, name, pages):
    db = str(folder / name)
    for old in folder.glob(f"{name}*"):
        old.unlink()
    subprocess.run([ahd, "add", "--db", db, *pages],
                   check=False, stdout=subprocess.DEVNULL)
    return db


def served(ahd, db, work):
    """What `work` answers when it is told where the record is served."""
    server = subprocess.Popen([ahd, "serve", "--db", db, "--port", "0"],
                              stdout=subprocess.PIPE, text=True)
    try:
        return work(server.stdout.readline().split("/  ")[0])
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def run_hostile(ahd, folder):
    """300 strings that mean harm, in a record of their own."""
    pages, strings = folder / "harm.jsonl", folder / "strings.json"
    hostile_strings.write(pages)
    strings.write_text(json.dumps(hostile_strings.STRINGS), encoding="utf-8")
    db = make(ahd, folder, "harm.db", [str(pages)])
    return served(ahd, db, lambda base: subprocess.run(
        ["node", "hostile.mjs", base, str(strings)], cwd=HERE, timeout=900,
        check=False).returncode)


def run(ahd, folder, screenshots, parts):
    pages = ["examples"] if screenshots else ["examples", str(hostile_page(folder))]
    db = make(ahd, folder, "test.db", pages)
    names = ids(ahd, db)
    failed = 0
    if parts != ["hostile"]:
        failed |= served(ahd, db, lambda base: drive(base, names, screenshots, parts))
    if not screenshots and (not parts or "hostile" in parts):
        failed |= run_hostile(ahd, folder)
    return failed


if __name__ == "__main__":
    ahd = os.path.abspath(sys.argv[1])
    folder = Path(sys.argv[2]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(HERE.parent.parent)
    need_tools()
    options = sys.argv[3:]
    sys.exit(run(ahd, folder, "--screenshots" in options,
                 [part for part in options if part.isalpha()]))
