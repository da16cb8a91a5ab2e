"""Today beside the weeks before, of a record that has them: for run.py.

Thirteen weeks with one or two claims about the truce in Yemen, then a week in
which five accuse. An outlet that brings a page a day stops a week before that.
"""
import datetime
import re
import urllib.request

import recorded

FIRST = datetime.date(2022, 4, 10)
WEEKS = 13
WHO = ["الحكومة اليمنية", "السعودية", "الولايات المتحدة", "الأمم المتحدة", "مصر"]


def claim(day, who, n):
    text = f"اتهمت {who}، يوم {day.day}، جماعة الحوثيين بخرق الهدنة الأممية في تعز."
    return {"id": f"w{n}", "outlet": "Weekly", "title": f"بيان رقم {n}", "date": str(day), "text": text}


def pages():
    n = 0
    for week in range(WEEKS):
        for k in range(1 + week % 2):
            n += 1
            yield claim(FIRST + datetime.timedelta(days=7 * week + 3 * k), WHO[k], n)
    for who in WHO:
        n += 1
        yield claim(FIRST + datetime.timedelta(days=7 * WEEKS + 2), who, n)
    for day in range(60, 7 * WEEKS - 4):
        yield {"id": f"d{day}", "outlet": "Daily", "title": f"طقس اليوم {day}",
               "date": str(FIRST + datetime.timedelta(days=day)),
               "text": f"تتوقع الأرصاد طقسا معتدلا في عدن يوم {day}، مع رياح خفيفة على الساحل."}


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def cases(base):
    on = FIRST + datetime.timedelta(days=7 * WEEKS + 5)
    since = on - datetime.timedelta(days=6)
    page = urllib.request.urlopen(f"{base}?lang=en&since={since}&on={on}", timeout=20).read().decode()
    words = text_of(page)
    usual = "5 claims in 7 days · usual 1–2 a week"
    yield "what is usual stands beside what is new", usual in words.replace("1 – 2", "1–2"), words[600:1000]
    yield "five where there were one or two are more than usual", "more than usual" in words, "it is not said"
    yield "an outlet that stopped is silent", re.search(r"Daily usual 1\.0 a day", words) is not None, "it is not said"
    yield "one that goes on is not", "Weekly usual" not in words, "it is said to be silent"
    page = urllib.request.urlopen(f"{base}?lang=ar&since={FIRST + datetime.timedelta(days=14)}&on="
                                  f"{FIRST + datetime.timedelta(days=20)}", timeout=20).read().decode()
    yield "two weeks are no rule", "أقصر من أن يُعرف المعتاد" in page, text_of(page)[600:1000]


def check(ahd, folder):
    with recorded.served(ahd, folder, "usual", pages()) as base:
        return recorded.tell("usual", cases(base))
