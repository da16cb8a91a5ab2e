#!/usr/bin/env python3
"""Feeds and MHTML that mean harm:  run.py AHD TMP SHARED

Each family is made in two sizes; the second may take 2.2 times as long as the
first, in seconds of the processor, and no more memory than has been set.
"""
import os, resource, subprocess, sys

AHD = os.path.abspath(sys.argv[1])
TMP = sys.argv[2]
SIZE, MOST_RATIO, NOISE, TRIES, MEGABYTES = 2 << 20, 2.2, 0.08, 4, 400

RSS = '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
END = "</channel></rss>"
JSON = '{"version":"https://jsonfeed.org/version/1","items":['
MIME = "Content-Type: multipart/related; boundary=b\n\n--b\n"
HTML = MIME + "Content-Type: text/html\n"
CODED = HTML + "Content-Transfer-Encoding: quoted-printable\n\n"


def item(inside, body="<content>y</content>"):
    return f"{RSS}<item>{inside}{body}</item>{END}"


def content(text):
    return item("", f"<content:encoded>{text}</content:encoded>")


def many(n, text):
    return text * (n // len(text))


FAMILIES = {
    "a long value": lambda n: item(f'<link href="{"x" * n}"/>'),
    "attributes": lambda n: item("<link " + "".join(f"a{i}=b " for i in range(n // 9)) + "/>"),
    "a quote that stays open": lambda n: RSS + '<item><link href="' + many(n, "x "),
    "signs that open no tag": lambda n: content(many(n, "< ")),
    "escaped tags that stay open": lambda n: content(many(n, "&lt;a ")),
    "ampersands": lambda n: content("&" * n),
    "brackets in CDATA": lambda n: content("<![CDATA[" + "]" * n + "]]>"),
    "elements in a text": lambda n: content(many(n, "<b></b>")),
    "ends without a start": lambda n: content(many(n, "</b>")),
    "starts without an end": lambda n: item("", many(n // 40, "<item><p>") + "x"),
    "depth": lambda n: RSS + many(n, "<a>"),
    "names of elements": lambda n: RSS + "".join(f"<a{i}/>" for i in range(n // 9)) + END,
    "namespaces": lambda n: RSS + "".join(f'<a xmlns:b{i}="c{i}"/>' for i in range(n // 26)) + END,
    "comments": lambda n: "<rss><!--" + "-" * n + "--></rss>",
    "a document type": lambda n: "<!DOCTYPE rss [" + many(n, "<!ELEMENT a ANY>") + "]><rss></rss>",
    "titles of escapes": lambda n: RSS + many(n, "<item><title>" + "&lt;" * 9000 + "</title></item>") + END,
    "authors": lambda n: item(many(n, "<author>a</author>")),
    "links": lambda n: item(many(n, '<link href="a" rel="x"/>')),
    "white space": lambda n: item(" " * n),
    "entries": lambda n: RSS + many(n // 8, "<item><content>y</content></item>") + END,
    "teasers": lambda n: RSS + many(n, "<item/>") + END,
    "JSON: depth": lambda n: JSON.replace('"items"', '"x"') + "[" * n,
    "JSON: empty entries": lambda n: JSON + many(n, "{},") + "{}]}",
    "JSON: entries that are none": lambda n: JSON + many(n, "[],") + "{}]}",
    "JSON: authors": lambda n: JSON + '{"authors":[' + many(n, '{"name":"a"},') + "{}]}]}",
    "JSON: members": lambda n: JSON + "{" + many(n, '"title":"a",') + '"x":1}]}',
    "JSON: white space": lambda n: JSON + " " * n + "]}",
    "JSON: escapes": lambda n: JSON + '{"content_html":"' + many(n, "\\\\") + '"}]}',
    "MHTML: lines": lambda n: HTML + "\n" + "\n" * n,
    "MHTML: one line": lambda n: CODED + "=" * n,
    "MHTML: parts": lambda n: MIME + "\n" + many(n, "--b\n\n"),
    "MHTML: fields": lambda n: MIME + many(n, "A: b\n"),
    "MHTML: parts in parts": lambda n: MIME + many(n, "Content-Type: multipart/mixed; boundary=b\n\n--b\n"),
}


def limits():
    if "asan" not in AHD:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20,) * 2)


def seconds(name, text):
    """CPU seconds of reading it; it may be refused, in a word on one line."""
    ending = ".json" if name.startswith("JSON") else ".mht" if name.startswith("MHTML") else ".xml"
    path = os.path.join(TMP, "harm" + ending)
    with open(path, "w") as file:
        file.write(text)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([AHD, "read", "--json", "--article", "--threads", "1", path],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                         timeout=60, preexec_fn=limits)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    os.remove(path)
    if run.returncode not in (0, 1) or len(run.stderr) > 4000:
        raise ValueError(f"exit {run.returncode}: {run.stderr[-300:]!r}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def check(name, make):
    small, large = make(SIZE), make(2 * SIZE)
    ratio = 0
    for _ in range(TRIES):
        one, two = seconds(name, small), seconds(name, large)
        ratio = two / max(one, NOISE)
        if ratio <= MOST_RATIO:
            return f"ok {name} in linear time"
    return f"FAIL {name}: {2 * SIZE >> 20} MiB take {ratio:.1f} times as long as half of it"


failed = False
for name, make in FAMILIES.items():
    try:
        line = check(name, make)
    except (ValueError, subprocess.TimeoutExpired) as why:
        line = f"FAIL {name}: {why}"
    failed |= line.startswith("FAIL")
    print(line, flush=True)
sys.exit(failed)
