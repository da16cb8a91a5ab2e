#!/usr/bin/env python3
"""Where the time goes, stage by stage:  stages.py SHARED [--append]

bench/stages.c over all of ar-political, on one thread: CPU seconds of each stage, its share of
the whole, and what of a second a million tokens cost in it. The seconds of a busy machine are
too many; the shares hold."""
import argparse
import subprocess

from common import append

OUT = "build/release"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared")
    parser.add_argument("--append", action="store_true")
    args = parser.parse_args()
    subprocess.run(["make", "-s", "MODE=release", f"{OUT}/bench/stages"], check=True)
    lines = subprocess.run([f"{OUT}/bench/stages", f"{args.shared}/corpora/ar-political.jsonl.gz"],
                           check=True, capture_output=True, text=True).stdout.splitlines()
    counts = {name: int(n) for n, name in (line.split(" ", 1) for line in lines[:3])}
    took = [(name, float(s)) for s, name in (line.split(" ", 1) for line in lines[3:])]
    whole = sum(s for _, s in took)
    print(f"{counts['documents']} documents, {counts['sentences']} sentences, "
          f"{counts['tokens']} tokens; {counts['tokens'] / whole:,.0f} tokens/s a core")
    print(f"{'stage':18}{'s':>8}{'share':>8}{'s/Mtoken':>10}")
    for name, s in took:
        print(f"{name:18}{s:8.2f}{s / whole:8.1%}{1e6 * s / counts['tokens']:10.2f}")
    if args.append:
        shares = ", ".join(f"{name} {s / whole:.0%}" for name, s in
                           sorted(took, key=lambda one: -one[1])[:9])
        append([("where the time goes", "Ahd", counts["tokens"] / whole, "tokens/s a core", shares,
                 ("bench/stages.py", "../shared"))])


if __name__ == "__main__":
    main()
