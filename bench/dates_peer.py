#!/usr/bin/env python3
"""What dateparser reads in questions:  dates_peer.py LANG PART < [[text, reference], ...]

PART is date, datetime or time. The better of its search and its parse is told: the whole
question where that is a date, else what search finds, with the past and the future
preferred in turn.
"""
import datetime, json, sys

import dateparser
from dateparser.search import search_dates


def settings(reference, way):
    return {"RELATIVE_BASE": datetime.datetime.fromisoformat(reference),
            "PREFER_DATES_FROM": way, "DATE_ORDER": "MDY", "RETURN_AS_TIMEZONE_AWARE": False}


def value(part, when):
    if part == "date":
        return {"date": when.strftime("%Y-%m-%d")}
    if part == "time":
        return {"time": when.strftime("%H:%M:%S")}
    return {"dateTime": when.strftime("%Y-%m-%d %H:%M:%S")}


def found(text, reference, lang, way):
    """[(start, end, when)] as search has it."""
    spans, at = [], 0
    for words, when in search_dates(text, languages=[lang], settings=settings(reference, way)) or []:
        start = text.find(words, at)
        if start >= 0:
            spans.append((start, start + len(words), when))
            at = start + len(words)
    return spans


def answer(text, reference, lang, part):
    whole = dateparser.parse(text, languages=[lang], settings=settings(reference, "future"))
    past = dateparser.parse(text, languages=[lang], settings=settings(reference, "past"))
    if whole and past:
        return [{"start": 0, "end": len(text), "future": value(part, whole),
                 "past": value(part, past)}]
    future, before = (found(text, reference, lang, way) for way in ("future", "past"))
    return [{"start": a[0], "end": a[1], "future": value(part, a[2]), "past": value(part, b[2])}
            for a, b in zip(future, before)]


def main():
    lang, part = sys.argv[1:]
    json.dump([answer(text, reference, lang, part) for text, reference in json.load(sys.stdin)],
              sys.stdout)


main()
