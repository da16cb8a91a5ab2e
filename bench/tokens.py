#!/usr/bin/env python3
"""How fast pages are cut into tokens, beside lexbor:  bench/tokens.py OUT FOLDER...

The HTML files of each folder, in memory, best of three rounds, CPU time of one
core: bench/tokens (every tag and text, attributes found but not decoded) and, where
selectolax of PyPI is installed, lexbor's parse, which builds a tree.
"""
import glob, os, subprocess, sys, time

try:
    from selectolax.lexbor import LexborHTMLParser
except ImportError:
    LexborHTMLParser = None


def lexbor(paths):
    pages = [open(path, "rb").read() for path in paths]
    best = None
    for _ in range(3):
        began = time.process_time()
        for page in pages:
            LexborHTMLParser(page)
        took = time.process_time() - began
        best = took if best is None else min(best, took)
    return best


def main():
    print("| pages | MB | Ahd pages/s | Ahd MB/s | lexbor pages/s | lexbor MB/s | ratio |")
    print("|---|---|---|---|---|---|---|")
    for folder in sys.argv[2:]:
        paths = sorted(glob.glob(os.path.join(folder, "**/*.html"), recursive=True))
        run = subprocess.run([os.path.join(sys.argv[1], "bench/tokens"), "3", *paths],
                             stdout=subprocess.PIPE, check=True, encoding="ascii")
        size, took = int(run.stdout.split()[1]) / 1e6, float(run.stdout.split()[3])
        row = [f"{len(paths)} of {os.path.basename(os.path.normpath(folder))}",
               f"{size:.1f}", f"{len(paths) / took:.0f}", f"{size / took:.0f}"]
        if LexborHTMLParser:
            peer = lexbor(paths)
            row += [f"{len(paths) / peer:.0f}", f"{size / peer:.0f}", f"{peer / took:.1f}"]
        print("|", " | ".join(row), "|", flush=True)


main()
