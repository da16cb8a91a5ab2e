#!/usr/bin/env python3
"""How well and how fast pages are read, beside named peers, in one run:
    pages.py AHD SHARED [--set NAME]... [--no-peers] [--fresh]

Scores and metrics: README.md and scoring.py. What a peer told is kept under
build/bench/cache and taken from there; --fresh asks and times every peer anew,
else only the quick ones are timed. Rows go to bench/RESULTS.md.
"""
import argparse
import ctypes
import json
import os
import subprocess
import sys
import time

import scoring
from common import RUNS, WORK, append, peer_python, timed
from extraction import PEERS, ahd_command, ahd_told, lay_out

TEXT = ["trafilatura", "trafilatura-fast", "resiliparse", "readability-lxml", "newspaper4k",
        "goose3"]
DATES = ["htmldate", "htmldate-original"]
QUICK = ["resiliparse", "lexbor-parse"]
SLOW = ["newspaper4k", "goose3"]  # timed once
HEADLINE = {"news-articles": "F1", "mixed-languages": "F1", "web-pages": "F1",
            "publication-dates": "date"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("ahd")
    parser.add_argument("shared")
    parser.add_argument("--set", action="append", choices=list(scoring.SETS), dest="sets")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    asked = parser.parse_args()
    asked.sets = asked.sets or list(scoring.SETS)
    return asked


def size(folders):
    """Pages and bytes."""
    sizes = [entry.stat().st_size for folder in folders for entry in os.scandir(folder)]
    return len(sizes), sum(sizes)


# --------------------------------------------------------------------- Ahd

PAGE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class Options(ctypes.Structure):
    _fields_ = [("threads", ctypes.c_int), ("doc_bytes", ctypes.c_size_t),
                ("without", ctypes.c_char_p), ("article_only", ctypes.c_bool)]


class Hooks(ctypes.Structure):
    _fields_ = [("context", ctypes.c_void_p), ("page", PAGE), ("skipped", ctypes.c_void_p)]


def ahd_alone(ahd, folders):
    """CPU seconds of ahd_read through the library, nothing printed; best of RUNS."""
    library = ctypes.CDLL(os.path.abspath(f"{os.path.dirname(ahd)}/libahd.so"))
    library.ahd_engine_free.argtypes = [ctypes.c_void_p]
    engine, options = ctypes.c_void_p(), Options(threads=1, article_only=True)
    hooks = Hooks(page=PAGE(lambda *_: 0))
    paths = (ctypes.c_char_p * len(folders))(*(folder.encode() for folder in folders))
    if library.ahd_engine_new(ctypes.byref(options), ctypes.byref(engine), None) != 0:
        sys.exit("no engine from libahd.so")
    best = None
    for _ in range(RUNS):
        began = time.process_time()
        library.ahd_read(engine, paths, ctypes.c_size_t(len(folders)), ctypes.byref(hooks), None)
        took = time.process_time() - began
        best = took if best is None else min(best, took)
    library.ahd_engine_free(engine)
    return best


# ------------------------------------------------------------------- peers

def ask_peer(python, name, folders, runs):
    """(version, {page: prediction}, {folder: seconds}); None when it fails."""
    out = f"{WORK}/extraction/{name}.jsonl"
    run = subprocess.run([python, "bench/page_peer.py", name, f"{WORK}/cache", out, str(runs),
                          *folders], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{name} not measured: {run.stderr.strip()[-300:]}")
        return None
    said = json.loads(run.stdout.splitlines()[-1])
    with open(out, encoding="utf-8") as lines:
        told = {line["page"]: line for line in map(json.loads, lines)}
    return said["version"], told, said["seconds"]


def peers_of(sets):
    """Each peer with the sets it is asked about."""
    text = [name for name in sets if name != "publication-dates"]
    metadata = {"trafilatura", "trafilatura-fast", "newspaper4k", "goose3"}
    for name in TEXT:
        yield name, list(sets) if name in metadata or name in QUICK else text
    for name in DATES:
        yield name, list(sets)
    yield "lexbor-parse", list(sets)


# ------------------------------------------------------------------ tables

def known(name, report):
    """A tool that never tells a field is not scored for it."""
    fields = [field for field, _ in scoring.FIELDS]
    return {key: value for key, value in report.items()
            if name == "ahd" or value or key not in fields}


def relevant(name, report):
    """Of a tool for dates only, the date."""
    if name.startswith("htmldate"):
        return {key: value for key, value in report.items() if key == "date"}
    return known(name, report)


def print_table(which, count, reports):
    columns = list(dict.fromkeys(key for report in reports.values() for key in report["all"]))
    width = max(len(tool) for tool in reports) + 2
    print(f"\n{which}, {count} pages")
    print(f"{'':{width}}{'half':6}" + "".join(f"{c:>{max(len(c), 5) + 2}}" for c in columns))
    for tool, report in reports.items():
        for half, row in report.items() if report["all"] else ():
            told = (f"{row[c]:.3f}" if c in row else "-" for c in columns)
            cells = (f"{cell:>{max(len(c), 5) + 2}}" for cell, c in zip(told, columns))
            print(f"{tool if half == 'all' else '':{width}}{half:6}{''.join(cells)}")


def score_rows(which, reports, command):
    """A row a tool: the headline number, its halves and the rest in the note."""
    head, rows = HEADLINE[which], []
    for tool, report in reports.items():
        if head in report["all"]:
            note = "even {:.3f} odd {:.3f}".format(report["even"][head], report["odd"][head])
            note += "".join(f", {key} {value:.3f}" for key, value in report["all"].items()
                            if key != head)
            rows.append((which, tool, report["all"][head], head, note, command))
    return rows


def speed_rows(speeds, command):
    """speeds: [(what, tool, pages, bytes, seconds)]; how Ahd does beside each."""
    rows = []
    ours = {what: pages / seconds for what, tool, pages, _, seconds in speeds if tool == "ahd"}
    for what, tool, pages, data, seconds in speeds:
        note = f"{data / seconds / 1e6:.0f} MB/s"
        if not tool.startswith("ahd"):
            note += f"; ahd is {ours[what] * seconds / pages:.1f} times as fast"
        rows.append((f"speed {what}", tool, pages / seconds, "pages/CPU s", note, command))
    return rows


def ahd_speeds(ahd, what, folders):
    _, cpu, _ = timed(ahd_command(ahd, folders), f"{WORK}/speed.jsonl")
    return [(what, "ahd", *size(folders), cpu),
            (what, "ahd (no JSON)", *size(folders), ahd_alone(ahd, folders))]


def peer_speeds(tool, seconds, folders):
    """Each set that was timed, and all together when each was."""
    speeds = [(os.path.basename(folder), tool, *size([folder]), took)
              for folder, took in seconds.items()]
    if len(folders) > 1 and set(seconds) == set(folders):
        speeds.append(("all", tool, *size(folders), sum(seconds.values())))
    return speeds


def main():
    asked = arguments()
    if not os.path.isdir(f"{asked.shared}/bench/extraction"):
        sys.exit(f"no pages in {asked.shared}: nothing to measure")
    os.makedirs(f"{WORK}/extraction", exist_ok=True)
    folders, golds, told = {}, {}, {}
    for name in asked.sets:
        folders[name], golds[name] = lay_out(asked.shared, name)
        told[name] = {"ahd": ahd_told(asked.ahd, folders[name])}
    speeds = [row for name, folder in folders.items()
              for row in ahd_speeds(asked.ahd, name, [folder])]
    if len(folders) > 1:
        speeds += ahd_speeds(asked.ahd, "all", list(folders.values()))

    python = None if asked.no_peers else peer_python(PEERS)
    for name, sets in peers_of(asked.sets) if python else ():
        runs = 0 if not (asked.fresh or name in QUICK) else 1 if name in SLOW else RUNS
        got = ask_peer(python, name, [folders[which] for which in sets], runs)
        if got is None:
            continue
        tool = f"{name} {got[0]}"
        speeds += peer_speeds(tool, got[2], list(folders.values()))
        for which in sets if name != "lexbor-parse" else ():
            told[which][tool] = got[1]

    command, rows = ["python3", "bench/pages.py", *sys.argv[1:]], []
    for which in asked.sets:
        reports = {}
        for tool, said in told[which].items():
            pairs = [(gold, said.get(gold["page"], {})) for gold in golds[which]]
            reports[tool] = {half: relevant(tool, report)
                             for half, report in scoring.report(which, pairs).items()}
        print_table(which, len(golds[which]), reports)
        rows += score_rows(which, reports, command)
    print()
    append(rows + speed_rows(speeds, command))


main()
