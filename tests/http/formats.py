"""What leaves the program: every list in every format, feeds, who has them
already, and questions that mean harm. Called by run.py:

    formats.check(AHD, FOLDER, PORT)      → how many failed
"""
import csv
import http.client
import io
import json
import re
import signal
import subprocess
import xml.etree.ElementTree as ElementTree
from urllib.parse import quote

LISTS = ["acts", "participants", "documents", "agreements", "parties", "actors", "disputes", "stories", "search", "reviews"]
ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
ROWS = 2300  # of the long list: three pieces
HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "' OR 1=1 --", "'; DROP TABLE acts; --",
    "\x00", "\x01\x02\x1b[31m", "\u202e\u2066gnihton", "\ufffe\uffff", "=cmd|' /C calc'!A0", "@SUM(1+1)",
    "]]>", "<!--", "&lt;&#0;", "${7*7}", "%s%n%x", "../../etc/passwd", "a" * 1500, "((((((((((", "-", "*",
    "\"", "exact:", "OR OR OR", "NEAR(a b)", "a NOT", "{\"a\":1}", "٢٠٢٠", "\U0001f54a", "é" * 300, "\r\nX: y"]


class Checks:
    def __init__(self, port):
        self.port, self.failed = port, 0

    def tell(self, name, wrong=""):
        self.failed += bool(wrong)
        print(f"FAIL formats: {name}: {wrong}" if wrong else f"ok formats: {name}")

    def get(self, path, headers=None, method="GET"):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        link.request(method, path, headers=headers or {})
        answer = link.getresponse()
        body = answer.read()
        link.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, body


def cells(body):
    return list(csv.reader(io.StringIO(body.decode("utf-8"), newline="")))


def wrong_rows(rows, book):
    """Of each column its type."""
    for row in rows[1:]:
        if len(row) != len(book):
            return f"{len(row)} cells in a row of {len(book)} columns"
        for value, (name, kind) in zip(row, book):
            fits = {"integer": r"-?\d+$", "flag": r"[01]$", "number": r"-?\d+(\.\d+)?(e-?\d+)?$|$",
                    "day": r"(\d{4}(-\d\d(-\d\d)?)?(/.*)?|/.*)?$",
                    "time": r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$"}.get(kind, "")
            if not re.match(fits, value):
                return f"{name} is no {kind}: {value[:40]!r}"
            if kind not in ("integer", "number") and value[:1] in ("=", "+", "-", "@", "\t"):
                return f"{name} is a formula: {value[:40]!r}"
    return ""


def check_list(checks, name, book):
    status, headers, body = checks.get(f"/{name}.csv?lang=en")
    rows = cells(body)
    wrong = "" if status == 200 else f"status {status}"
    if headers.get("content-type") != "text/csv; charset=utf-8; header=present":
        wrong = wrong or f"type {headers.get('content-type')}"
    if headers.get("content-disposition") != f'attachment; filename="ahd-{name}.csv"':
        wrong = wrong or "no name to be saved as"
    book = [(column, kind) for column, kind in book if kind != "rows"]
    if rows[0] != [column for column, _ in book]:
        wrong = wrong or "the header is not that of the codebook"
    if not body.endswith(b"\r\n") or body.count(b"\r\n") < len(rows):
        wrong = wrong or "lines do not end with CR LF"
    checks.tell(f"{name}.csv", wrong or wrong_rows(rows, book))
    status, headers, body = checks.get(f"/{name}.jsonl?lang=en")
    lines = [json.loads(line) for line in body.decode("utf-8").splitlines()]
    wrong = "" if status == 200 and len(lines) == len(rows) - 1 else f"{status}, {len(lines)} lines"
    if any([k for k in line if not isinstance(line[k], list)] != rows[0] for line in lines):
        wrong = wrong or "other keys than the columns"
    checks.tell(f"{name}.jsonl", wrong)
    return rows


def check_single(checks):
    """One value a cell: all of several are rows of the list beside, and of the act in JSON."""
    acts, people = (list(csv.DictReader(io.StringIO(checks.get(f"/{name}.csv?lang=en")[2].decode(), newline="")))
                    for name in ("acts", "participants"))
    wrong = "; ".join(f"{key} of {row['id']}" for row in acts for key, value in row.items()
                      if " | " in value and key not in ("title", "sentence"))
    told = {}
    for row in people:
        told.setdefault(row["act"], {}).setdefault(row["role"], []).append(row)
    for act in acts:
        for role, count in (("source", "sources"), ("target", "targets")):
            rows = told.get(act["id"], {}).get(role, [])
            first = rows[0] if rows else {"name": "", "actor": ""}
            if len(rows) != int(act[count]) or (first["name"], first["actor"]) != (act[role], act[role + "_id"]):
                wrong = wrong or f"{role} of {act['id']}: {rows}"
    if not any(int(act["sources"]) > 1 for act in acts) or not any(row["role"] == "for" for row in people):
        wrong = wrong or "no act has two sources, or none acts for another"
    lines = [json.loads(line) for line in checks.get("/acts.jsonl?lang=en")[2].decode().splitlines()]
    if [(line["id"], p["role"], p["rank"], p["name"]) for line in lines for p in line["participants"]] != [
            (row["act"], row["role"], int(row["rank"]), row["name"]) for row in people]:
        wrong = wrong or "lines of JSON have others"
    checks.tell("one value a cell, and a row for each of several", wrong)
    page = checks.get("/search?lang=en&act=accuse")[2].decode()
    rows = cells(checks.get("/participants.csv?lang=en&act=accuse")[2])
    checks.tell("the list beside has the filter of its list", "" if 'href="/participants.csv?lang=en&amp;act=accuse"' in page
                and {r[0] for r in rows[1:]} == {act["id"] for act in acts if act["act"] == "accuse"} else str(len(rows)))


def check_places(checks, acts):
    status, headers, body = checks.get("/acts.geojson?lang=en")
    map_ = json.loads(body)
    placed = [row for row in acts[1:] if row[acts[0].index("lat")]]
    wrong = "" if status == 200 and headers["content-type"].startswith("application/geo+json") else "type"
    if len(map_["features"]) != len(placed) or not placed:
        wrong = wrong or f"{len(map_['features'])} points, {len(placed)} acts with a place"
    if map_["acts"] != len(acts) - 1 or map_["without_place"] != len(acts) - 1 - len(placed):
        wrong = wrong or "counts"
    for one in map_["features"]:
        longitude, latitude = one["geometry"]["coordinates"]
        if (one["type"], one["geometry"]["type"]) != ("Feature", "Point") or not (
                abs(longitude) <= 180 and abs(latitude) <= 90) or one["properties"]["lat"] != latitude:
            wrong = wrong or "a point"
    checks.tell("acts.geojson", wrong)


def wrong_entry(entry, lang_of_feed):
    for name in ("id", "title", "updated"):
        found = entry.findall(ATOM + name)
        if len(found) != 1 or not found[0].text:
            return f"{len(found)} {name}"
    if not TIME.match(entry.find(ATOM + "updated").text):
        return "updated is no time"
    links = [l for l in entry.findall(ATOM + "link") if l.get("rel") == "alternate"]
    if len(links) != 1 or not links[0].get("href").startswith("http://127.0.0.1:"):
        return "no address of its own"
    if any(l.get("href").startswith("javascript") for l in entry.findall(ATOM + "link")):
        return "a link that runs"
    return ""


def check_atom(checks):
    status, headers, body = checks.get("/acts.atom?lang=ar")
    feed = ElementTree.fromstring(body)
    wrong = "" if status == 200 and headers["content-type"] == "application/atom+xml; charset=utf-8" else "type"
    for name in ("id", "title", "updated", "author"):
        if len(feed.findall(ATOM + name)) != 1:
            wrong = wrong or f"no {name}"
    if [l.get("rel") for l in feed.findall(ATOM + "link")] != ["self", "alternate"]:
        wrong = wrong or "links"
    entries = feed.findall(ATOM + "entry")
    ids = [e.find(ATOM + "id").text for e in entries]
    if not entries or len(set(ids)) != len(ids):
        wrong = wrong or "entries, or their ids"
    times = [e.find(ATOM + "updated").text for e in entries]
    if feed.find(ATOM + "updated").text != max(times):
        wrong = wrong or "updated is not that of the newest entry"
    for entry in entries:
        wrong = wrong or wrong_entry(entry, "ar")
    if feed.get("{http://www.w3.org/XML/1998/namespace}lang") != "ar":
        wrong = wrong or "language"
    checks.tell("acts.atom", wrong)
    again = ElementTree.fromstring(checks.get("/acts.atom?lang=en")[2])
    checks.tell("ids do not depend on the reader's language",
                "" if [e.find(ATOM + "id").text for e in again.findall(ATOM + "entry")] == ids else "they do")
    return ids


def check_json_feed(checks, ids):
    status, headers, body = checks.get("/acts.feed.json?lang=ar")
    feed = json.loads(body)
    wrong = "" if status == 200 and headers["content-type"] == "application/feed+json; charset=utf-8" else "type"
    if feed["version"] != "https://jsonfeed.org/version/1.1" or not feed["title"]:
        wrong = wrong or "version or title"
    if [item["id"] for item in feed["items"]] != ids:
        wrong = wrong or "other ids than Atom"
    for item in feed["items"]:
        if not item["content_text"] or not TIME.match(item["date_modified"]) or "act" not in item["_ahd"]:
            wrong = wrong or f"item {item['id']}"
    checks.tell("acts.feed.json", wrong)


def check_fresh(checks, path):
    _, headers, body = checks.get(path)
    tag, modified = headers.get("etag"), headers.get("last-modified")
    wrong = "" if tag else "no ETag"
    status, _, again = checks.get(path, {"If-None-Match": tag or ""})
    if status != 304 or again:
        wrong = wrong or f"{status} to who has it"
    status, _, again = checks.get(path, {"If-None-Match": f'"x", W/{tag}'})
    wrong = wrong or ("" if status == 304 else f"{status} to who has it among others")
    status, _, again = checks.get(path, {"If-None-Match": '"other"'})
    wrong = wrong or ("" if status == 200 and again == body else "who has another gets nothing")
    if modified:
        status, _, again = checks.get(path, {"If-Modified-Since": modified})
        wrong = wrong or ("" if status == 304 else f"{status} since {modified}")
    status, heads, again = checks.get(path, method="HEAD")
    wrong = wrong or ("" if status == 200 and not again and heads.get("etag") == tag else "HEAD")
    checks.tell(f"{path} is sent once", wrong)


def check_filters(checks):
    rows = cells(checks.get("/acts.csv?lang=en&act=accuse")[2])
    at = rows[0].index("act")
    checks.tell("a filter holds in downloads", "" if len(rows) > 1 and {r[at] for r in rows[1:]} == {"accuse"}
                else f"{len(rows)} rows")
    sure = cells(checks.get("/acts.csv?sure=sure")[2])
    at = sure[0].index("confidence")
    checks.tell("the surer alone go out", "" if 1 < len(sure) < len(cells(checks.get("/acts.csv")[2]))
                and all(float(r[at]) >= .8 for r in sure[1:]) else f"{len(sure)} rows")
    all_, once = (len(cells(checks.get(f"/acts.csv?{q}")[2])) for q in ("", "once=1"))
    checks.tell("each act once is fewer", "" if once < all_ else f"{once} of {all_}")
    en, ar = (cells(checks.get(f"/acts.csv?lang={l}")[2]) for l in ("en", "ar"))
    at = en[0].index("source")
    checks.tell("names are in the reader's language",
                "" if [r[at] for r in en] != [r[at] for r in ar] and [r[0] for r in en] == [r[0] for r in ar]
                else "they are not, or the rows are others")


def check_hostile(checks):
    wrong = []
    for text in HOSTILE:
        asked = quote(text, safe="")
        for name in ("q", "act", "outlet", "agreement", "actor", "from", "to", "review", "sure", "after", "in", "document"):
            for path in ("/search", "/acts.csv", "/acts.atom"):
                status, _, body = checks.get(f"{path}?{name}={asked}")
                page = body.decode("utf-8")
                if status not in (200, 400):
                    wrong.append(f"{path} {name} {text[:20]!r}: {status}")
                if status == 200 and path.endswith("atom"):
                    ElementTree.fromstring(body)
                if "<script>alert" in page or "<img src=x" in page:
                    wrong.append(f"{path} {name}: markup")
    checks.tell(f"{len(HOSTILE)} questions that mean harm", "; ".join(wrong[:3]))


def long_record(folder):
    path = folder / "long.jsonl"
    with path.open("w") as out:
        for i in range(ROWS):
            out.write(json.dumps({"id": f"long-{i}", "title": f"=Note {i}", "outlet": "-Wire", "date": "2020-10-26",
                                  "text": f"Qatar and Turkey signed an agreement in Doha, item {i} says."}) + "\n")
    return path


def check_long(ahd, folder):
    """More rows than a piece has: nothing is lost or doubled where pieces meet."""
    db = folder / "long.db"
    for name in folder.glob("long.db*"):
        name.unlink()
    subprocess.run([ahd, "add", "--db", db, long_record(folder)], check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([ahd, "serve", "--db", db, "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        checks = Checks(int(server.stdout.readline().split(":")[2].split("/")[0]))
        for name, at in (("documents", 0), ("acts", 0)):
            _, headers, body = checks.get(f"/{name}.csv?lang=en")
            rows = cells(body)
            wrong = "" if headers.get("transfer-encoding") == "chunked" else "is sent in one piece"
            if len(rows) - 1 < ROWS or len({r[at] for r in rows}) != len(rows):
                wrong = wrong or f"{len(rows)} rows, {len({r[at] for r in rows})} of them different"
            told = subprocess.run([ahd, "list", name, "--db", db, "--csv"], capture_output=True, check=True).stdout
            if sorted(told.splitlines()) != sorted(body.splitlines()):
                wrong = wrong or f"other rows than ahd list {name} --csv"
            checks.tell(f"{name} of a long list", wrong)
        titles = {r[4] for r in cells(checks.get("/documents.csv")[2])[1:]}
        checks.tell("no title is a formula", "" if all(t.startswith("'=") for t in titles) else str(titles)[:60])
        map_ = json.loads(checks.get("/acts.geojson")[2])
        checks.tell("a long map is whole", "" if len(map_["features"]) + map_["without_place"] == map_["acts"]
                    and map_["acts"] >= ROWS else str(map_["acts"]))
        return checks.failed
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def check_reviewed(ahd, folder, checks):
    """What a person decides shows in files and feeds, and who had them gets them anew."""
    _, before, body = checks.get("/acts.atom?lang=en")
    acts = cells(checks.get("/acts.csv?lang=en")[2])
    one = dict(zip(acts[0], acts[-1]))
    subprocess.run([ahd, "review", "--db", folder / "test.db", one["document"], one["n"], "--by", "=Huda", "--confirm"],
                   check=True, stdout=subprocess.DEVNULL)
    status, after, again = checks.get("/acts.atom?lang=en", {"If-None-Match": before["etag"]})
    wrong = "" if status == 200 and after["etag"] != before["etag"] else f"{status} after a review"
    old, new = (ElementTree.fromstring(b) for b in (body, again))
    if [e.find(ATOM + "id").text for e in old.findall(ATOM + "entry")] != [
            e.find(ATOM + "id").text for e in new.findall(ATOM + "entry")]:
        wrong = wrong or "other ids"
    rows = cells(checks.get("/acts.csv?lang=en&review=confirmed")[2])
    if [r[0] for r in rows[1:]] != [one["id"]]:
        wrong = wrong or f"{len(rows) - 1} confirmed acts"
    reviews = cells(checks.get("/reviews.csv?lang=en")[2])
    by = reviews[0].index("by")
    if [r[by] for r in reviews].count("'=Huda") != 1:
        wrong = wrong or f"{len(reviews) - 1} reviews, not one of them"
    of = cells(checks.get(f"/reviews.csv?lang=en&document={one['document']}")[2])
    if of[1:] != [r for r in reviews if r[1] == one["document"]]:
        wrong = wrong or "reviews of the document"
    checks.tell("a review shows in files and feeds", wrong)


def check(ahd, folder, port):
    checks = Checks(port)
    _, headers, body = checks.get("/codebook.csv")
    rows = cells(body)
    checks.tell("codebook.csv", "" if rows[0] == ["list", "column", "type", "meaning_en", "meaning_ar"]
                and all(all(row) for row in rows) else "a column without a meaning")
    book = {name: [(r[1], r[2]) for r in rows[1:] if r[0] == name] for name in LISTS}
    acts = [check_list(checks, name, book[name]) for name in LISTS][0]
    check_places(checks, acts)
    check_single(checks)
    check_json_feed(checks, check_atom(checks))
    for path in ("/acts.atom?lang=ar", "/acts.feed.json?lang=en&act=deny", "/acts.csv?lang=en", "/codebook.csv"):
        check_fresh(checks, path)
    check_filters(checks)
    check_hostile(checks)
    check_reviewed(ahd, folder, checks)
    return checks.failed + check_long(ahd, folder)
