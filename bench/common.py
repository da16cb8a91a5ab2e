"""What the benchmarks share: timing, peers, rows of RESULTS.md."""
import datetime
import hashlib
import os
import subprocess
import sys
import time

WORK = "build/bench"
RUNS = 3


def timed(command, output, runs=RUNS):
    """Of the fastest run: wall seconds, CPU seconds, peak memory in MiB."""
    best = None
    for _ in range(runs):
        with open(output, "wb") as out:
            began = time.perf_counter()
            child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - began
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            sys.exit(f"{' '.join(command)} ended with {child.returncode}")
        took = wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        best = took if best is None or took[:2] < best[:2] else best
    return best


def peer_python(peers):
    """A Python with these peers in it; None, and why, when they are not to be had."""
    python = f"{WORK}/venv/bin/python"
    done = f"{WORK}/venv/{hashlib.sha256(' '.join(peers).encode()).hexdigest()[:16]}.done"
    if os.path.exists(done):
        return python
    for command in ([sys.executable, "-m", "venv", f"{WORK}/venv"],
                    *([python, "-m", "pip", "install", "--quiet", peer] for peer in peers)):
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            print("peers not measured:", (run.stderr or run.stdout).strip()[-200:])
            return None
    open(done, "w").close()
    return python


def version():
    said = subprocess.run(["git", "describe", "--always", "--dirty"],
                          capture_output=True, text=True).stdout.strip()
    return said or "no git"


def show(value):
    return f"{value:.3f}" if value < 10 else f"{value:,.0f}"


def append(rows):
    """(what, tool, value, unit, note, command) to the terminal and RESULTS.md."""
    day, commit = datetime.date.today().isoformat(), version()
    with open("bench/RESULTS.md", "a", encoding="utf-8") as results:
        for what, tool, value, unit, note, command in rows:
            print(f"{what:24} {tool:32} {show(value):>10} {unit:20} {note}")
            results.write(f"| {day} | {commit} | {what} | {tool} | {show(value)} {unit} | {note} | "
                          f"`{' '.join(command)}` |\n")
