"""Agreements that are told as one, on their pages: for run.py.

Two documents tell of a treaty that no registry has, in other words; a third of
one that a person says is the registry's. The page of each has all its acts.
"""
import re
import urllib.request

import recorded

LPA = "ly-lpa-2015-12-17"
PAGES = [
    {"id": "one", "date": "2019-03-06",
     "text": "وقعت النمسا وبيرو أمس الثلاثاء في فيينا اتفاقية لحماية الآثار من التهريب."},
    {"id": "two", "date": "2019-03-06",
     "text": "توصلت بيرو والنمسا أمس الثلاثاء إلى اتفاق لحماية الآثار ومكافحة التهريب."
             " ورحبت تشيلي اليوم الأربعاء بالاتفاق."},
    {"id": "three", "date": "2019-06-11",
     "text": "وقعت تشيلي ونيبال أمس الاثنين في لشبونة اتفاقية لحماية الجبال."},
    {"id": "four", "date": "2018-02-02",
     "text": "أعلنت تركيا رفض الاتفاق السياسي الليبي الموقع في الصخيرات."},
]
SAY = [("review", "three", "--by", "Huda", "--merge", f"agreement={LPA},found:three:1")]


def drawn(base, agreement):
    """The documents that the timeline of an agreement leads to."""
    with urllib.request.urlopen(f"{base}agreements/{agreement}?lang=en", timeout=20) as answer:
        page = answer.read().decode()
    table = re.search(r'<details class="table">.*?</details>', page, re.S)
    return set(re.findall(r"act=([a-z]+)\.[0-9]", table.group(0) if table else ""))


def cases(base):
    for what, agreement, want in (
            ("what two documents tell", "found:one:1", {"one", "two"}),
            ("what another is told as", "found:two:1", {"one", "two"}),
            ("what a person says is the registry's", LPA, {"three", "four"})):
        found = drawn(base, agreement)
        yield f"the timeline has {what}", found == want, f"{found} of {want}"


def check(ahd, folder):
    with recorded.served(ahd, folder, "merged", PAGES, SAY) as base:
        return recorded.tell("merged", cases(base))
