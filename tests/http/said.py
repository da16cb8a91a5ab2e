"""Errors that reach a page are said in its language: for run.py.

What an address asks for that is not there stands in said.txt; here are forms
that are wrong, and a record that was damaged while it was served.
"""
import os
import re
import urllib.error
import urllib.request

import recorded
import reviewing

PAGES = [{"id": "p", "date": "2020-10-26", "outlet": "A", "title": "بيان",
          "text": "اتهمت قطر تركيا بخرق اتفاق وقف إطلاق النار الليبي الموقع في جنيف."}]
WRONG = [
    ("a day that is none", {"date": "tomorrow"}, "ليس هذا يومًا", "&#39;tomorrow&#39; is no day"),
    ("a type that is none", {"act": "accusation"}, "لا تُفهم هذه القيمة", "there are: sign"),
    ("a review that is not there", {"decision": "undo", "review": "777"}, "لا مراجعة بهذا الرقم", "777"),
]


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.text))


def forms(port):
    reader = reviewing.Reader(port)
    path = "/review?lang=ar&at=p%3A1"
    reader.get(path)
    for title, fields, ar, en in WRONG:
        sent = {"by": "Huda", "decision": "correct", **fields}
        sent |= {f"{name}.was": " " for name in fields if name not in ("decision", "review")}
        answer = reader.post(path, list(sent.items()))
        so = answer.status == 422 and ar in words(answer) and en in answer.text
        yield f"{title}, in Arabic with its detail", so, f"{answer.status} {words(answer)[:3000]}"
        answer = reader.post(path, [*sent.items(), ("as", "json")])
        yield f"{title}, as JSON", ar in answer.text, answer.text


def damaged(base, db):
    with open(db, "r+b") as file:
        file.seek(4096)
        file.write(b"\0" * (os.path.getsize(db) - 4096))
    try:
        urllib.request.urlopen(f"{base}documents?lang=ar", timeout=20)
        yield "a damaged record is noticed", False, "the page was made"
    except urllib.error.HTTPError as answer:
        page = answer.read().decode()
        yield ("a damaged record says so in Arabic, once",
               answer.code == 503 and "قاعدة البيانات معطوبة" in page and "damaged" not in page, page)


def check(ahd, folder):
    with recorded.served(ahd, folder, "said", PAGES) as base:
        port = int(base.split(":")[2].split("/")[0])
        return (recorded.tell("said", forms(port)) +
                recorded.tell("said", damaged(base, folder / "said.db")))
