#!/usr/bin/env python3
"""Numbers, ordinals and percentages beside the specs of Recognizers-Text for Arabic.

    bench/numerals.py AHD SHARED [--append] [--wrong]

A spec is right when exactly its results are found: each start and end, and each value unless the
spec says that its resolution is to be ignored. No spec is left out; WRONG lists those that
contradict their own sentence, and the score without them is printed beside. --wrong shows each
spec that is not met. pyarabic, which reads numbers in words, gets the specs of numbers as well.
Then the stage is timed over the first 20,000 paragraphs of ar-political.
"""
import argparse
import gzip
import json
import math
import os
import subprocess
import sys

from common import append, peer_python

MODELS = {"Number": {"cardinal", "fraction"}, "Ordinal": {"ordinal"}, "Percent": {"percent"}}

# Not to be met by anybody who reads what stands there, by place in the file: results that quote
# words which the sentence lacks; values of another sentence, left from a translation; a bare
# cardinal expected as an ordinal, which the specs of numbers expect as a number.
WRONG = {
    "Number": {131: "a result is not in the text", 132: "a result is not in the text",
               133: "a result is not in the text", 134: "a result is not in the text",
               238: "9500 fifths are 1900, not 19000", 239: "9500 fifths are 1900; no sign",
               240: "'90 - 500 fifths' is no number", 242: "130 fifths are 26, not 100/35",
               247: "'90 - 505' is no number",
               262: "offsets of another sentence", 263: "offsets of another sentence"},
    "Ordinal": {28: "its number is misspelt", 35: "its words are misspelt",
                36: "with the relative pronoun; without it in 2, 3 and 14",
                50: "a cardinal", 51: "a cardinal", 57: "a cardinal", 58: "a cardinal"},
    "Percent": {},
}

PEER = "pyarabic==0.6.15"


def specs(shared, model):
    path = f"{shared}/bench/dates/recognizers-ar-{model}Model.json"
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file)


def found(command, lines):
    """Of each line its numbers: (start, end, kind, from, value)."""
    run = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True,
                         check=True)
    numbers = [[] for _ in lines]
    for row in run.stdout.splitlines():
        line, start, end, kind, since, value = row.split("\t")
        numbers[int(line)].append((int(start), int(end), kind, since, float(value)))
    return numbers


def due(result):
    """What the resolution says: what it counts from, and its value."""
    told = str(result["Resolution"]["value"]).rstrip("%")
    for since in ("current", "end"):
        if told.startswith(since):
            return since, float(told[len(since):])
    return "start", float(told)


def meets(spec, numbers):
    results = spec["Results"]
    if [(n[0], n[1]) for n in numbers] != [(r["Start"], r["End"]) for r in results]:
        return False
    return spec.get("IgnoreResolution", False) or all(
        due(r)[0] == n[3] and math.isclose(due(r)[1], n[4], rel_tol=1e-9)
        for r, n in zip(results, numbers))


def score(told, model, command):
    """Specs met, all specs; the same of those that are sound, and of those without digits."""
    all_specs = specs(told.shared, model)
    numbers = [[n for n in line if n[2] in MODELS[model]]
               for line in found(command, [s["Input"] for s in all_specs])]
    met = [meets(s, n) for s, n in zip(all_specs, numbers)]
    for i, (spec, numbered) in enumerate(zip(all_specs, numbers)):
        if told.wrong and not met[i]:
            print(model, i, f"({WRONG[model][i]})" if i in WRONG[model] else "", spec["Input"],
                  [(r["Start"], r["End"], r["Resolution"]["value"]) for r in spec["Results"]],
                  [(n[0], n[1], n[4]) for n in numbered])
    sound = [m for i, m in enumerate(met) if i not in WRONG[model]]
    words = [m for m, s in zip(met, all_specs) if not any(c.isdigit() for c in s["Input"])]
    return met, sound, words


def told_score(name, model, counts, command):
    """Prints it, and gives its row for RESULTS.md."""
    met, sound, words = counts
    note = (f"{sum(met)} of {len(met)} specs; {sum(sound)} of the {len(sound)} that are sound; "
            f"{sum(words)} of the {len(words)} without digits")
    print(f"{model:8} {name:16} {100 * sum(met) / len(met):.1f} %  {note}")
    return f"Recognizers {model}", name, 100 * sum(met) / len(met), "%", note, command


def timed(told, tool):
    """Tokens, numbers and the seconds of the stage alone."""
    path = f"{told.shared}/corpora/ar-political.jsonl.gz"
    if not os.path.exists(path):
        return None
    lines = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in file:
            lines += json.loads(row)["text"].split("\n")
    run = subprocess.run([tool, "--time", "5"], input="\n".join(lines[:20000]) + "\n",
                         capture_output=True, text=True, check=True)
    tokens, numbers, seconds = run.stdout.split()
    return int(tokens), int(numbers), float(seconds)


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ahd")
    asked.add_argument("shared")
    asked.add_argument("--append", action="store_true")
    asked.add_argument("--wrong", action="store_true")
    told = asked.parse_args()
    tool = f"{os.path.dirname(told.ahd)}/bench/numerals"
    if not os.path.exists(tool):
        sys.exit(f"no {tool}: make MODE=release {tool}")
    command = ["bench/numerals.py", told.ahd, told.shared]
    rows = [told_score("ahd", model, score(told, model, [tool]), command) for model in MODELS]
    python = None if told.wrong else peer_python([PEER])
    if python:
        counts = score(told, "Number", [python, "bench/numerals_peer.py"])
        rows.append(told_score("pyarabic", "Number", counts, command))
    took = timed(told, tool)
    if took:
        tokens, numbers, seconds = took
        note = f"{tokens} tokens, {numbers} numbers, the stage alone, best of 5"
        print(f"speed    ahd              {1e6 * seconds / tokens:.3f} us a token: {note}")
        rows.append(("numbers", "ahd", 1e6 * seconds / tokens, "us/token", note, command))
    if told.append:
        append(rows)


if __name__ == "__main__":
    main()
