#!/usr/bin/env python3
"""Dates and times in the questions of Recognizers-Text:  dates.py AHD SHARED [--show NAME]
                                                          [--peer] [--append]

The specifications of Microsoft's Recognizers-Text (MIT), of each of its parsers by itself. A
question is right when just its spans are found and both values, of the past and of the
future, are right; where the specification says to ignore the values (`ignored`), the spans
alone count, and how many of those values are right is told beside. `lenient` forgives a
leading preposition, article or "day" in the span, and seven texts whose last digit a
spreadsheet counted up. --show prints what is wrong of one parser.
`dates` reads questions, not news: it turns on the patterns that only questions use, reads
month first, and counts "next Friday" by weeks of the calendar. --peer measures dateparser
(BSD) on the same questions, its better way of search and parse. `--append` adds rows to
RESULTS.md.
"""
import argparse, collections, json, os, re, subprocess, sys

from common import append, peer_python

PARSERS = {"ar-DateParser": "date", "ar-DatePeriodParser": "daterange",
           "ar-DateTimeParser": "datetime", "ar-TimeParser": "time",
           "ar-DurationParser": "duration", "ar-SetParser": "set",
           "ar-HolidayParser": "date", "en-DateParser": "date",
           "en-DatePeriodParser": "daterange"}
PEER = ["dateparser"]
LEAD = re.compile(r"^(?:(?:في|من|إلى|ما|يوم|بتاريخ|on|in|the|at|for)\s+|ب(?=ال)|ل(?=ل))", re.I)


def specs(shared, name):
    with open(f"{shared}/bench/dates/recognizers-{name}.json", encoding="utf-8-sig") as file:
        return json.load(file)


def reference(spec):
    told = (spec.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07T00:00:00"
    return told[:19]


def bare(text):
    """The text of a span without what may stand before it."""
    text = text.strip(" .،,").lower()
    while LEAD.match(text):
        text = LEAD.sub("", text, count=1)
    return text


def gold_span(text, result):
    """Where it stands, in characters; None when only its text is given."""
    if "Start" not in result or "Length" not in result:
        at = text.lower().find((result.get("Text") or "").lower())
        return None if at < 0 else (at, at + len(result["Text"]))
    return result["Start"], min(result["Start"] + result["Length"], len(text))


def same_span(text, gold, told, lenient):
    at = gold_span(text, gold)
    mine = text[told["start"]:told["end"]]
    if at == (told["start"], told["end"]) or mine.lower() == (gold["Text"] or "").lower():
        return True
    return lenient and (bare(mine) == bare(gold["Text"] or "") or is_damaged(gold, mine))


def is_damaged(gold, mine):
    """A specification whose text was counted up by a spreadsheet: "8:00" became "8:01"."""
    return gold.get("Start") == -1 and mine[:-1] == gold["Text"][:-1]


def same_value(gold, told):
    value = gold.get("Value") or {}
    return all(same_resolution(value.get(key) or {}, told[way]) for key, way in
               (("FutureResolution", "future"), ("PastResolution", "past")))


def same_resolution(gold, told):
    if "duration" in gold:
        return "duration" in told and abs(float(gold["duration"]) - float(told["duration"])) < 0.01
    return gold == told


def judge(spec, told):
    """(right, right if lenient, values right or None when nothing is to be found)."""
    gold, text = spec["Results"], spec["Input"]
    if len(gold) != len(told):
        return False, False, None
    ignored = str(spec.get("IgnoreResolution", "")).lower() == "true"
    values = all(map(same_value, gold, told))
    spans = [all(same_span(text, one, mine, lenient) for one, mine in zip(gold, told))
             for lenient in (False, True)]
    return spans[0] and (ignored or values), spans[1] and (ignored or values), values


def answers(tool, part, questions):
    lines = "".join(f"{reference(q)}\t{q['Input']}\n" for q in questions)
    done = subprocess.run([tool, part], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def count(questions, told, show=False):
    counts = collections.Counter()
    for i, (spec, mine) in enumerate(zip(questions, told)):
        right, lenient, values = judge(spec, mine)
        ignored = str(spec.get("IgnoreResolution", "")).lower() == "true"
        counts += collections.Counter(all=1, right=right, lenient=lenient, ignored=ignored,
                                      ignored_right=ignored and bool(values) and lenient)
        if show and not right:
            print(i, "~" if lenient else "", spec["Input"], "@", reference(spec))
            print("    gold", [(r["Text"], r.get("Value")) for r in spec["Results"]])
            print("    told", [(spec["Input"][m["start"]:m["end"]], m["future"], m["past"])
                               for m in mine])
    return counts


def show_row(cells):
    print("|", " | ".join(map(str, cells)), "|", flush=True)


def arguments():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("ahd")
    asked.add_argument("shared")
    asked.add_argument("--show")
    asked.add_argument("--peer", action="store_true")
    asked.add_argument("--append", action="store_true")
    return asked.parse_args()


def peer(questions, part, name):
    python = peer_python(PEER)
    if python is None:
        return None
    work = json.dumps([[q["Input"], reference(q)] for q in questions])
    done = subprocess.run([python, "bench/dates_peer.py", name[:2], part], input=work,
                          capture_output=True, text=True, check=True)
    return count(questions, json.loads(done.stdout))


def main():
    told = arguments()
    tool = f"{os.path.dirname(told.ahd)}/bench/dates"
    if not os.path.exists(f"{told.shared}/bench/dates"):
        sys.exit(f"no specifications in {told.shared}: nothing to measure")
    rows, command = [], ["bench/dates.py", told.ahd, told.shared]
    show_row(["parser", "tool", "questions", "right", "percent", "lenient", "ignored",
              "of those right"])
    show_row(["---"] * 8)
    for name, part in PARSERS.items():
        if told.show and told.show != name:
            continue
        questions = specs(told.shared, name)
        measured = {"ahd": count(questions, answers(tool, part, questions), told.show == name)}
        if told.peer and part in ("date", "datetime", "time"):
            measured["dateparser"] = peer(questions, part, name)
        for system, counts in measured.items():
            if counts is None:
                continue
            share = counts["right"] / counts["all"]
            show_row([name, system, counts["all"], counts["right"], f"{100 * share:.1f}",
                      f"{100 * counts['lenient'] / counts['all']:.1f}", counts["ignored"],
                      counts["ignored_right"]])
            rows.append((f"dates {name}", system, share, "right",
                         f"of {counts['all']} questions", command))
    if told.append:
        append(rows)


main()
