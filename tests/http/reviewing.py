"""Reviews over HTTP: who may write, and that nothing is ever markup.

    for name, wrong in tests(port, names, ahd, db): ...

Part of run.py, on its server and record.
"""
import html.parser
import http.client
import json
import re
import signal
import sqlite3
import subprocess
import time
import urllib.parse

ELEMENTS = set("""html head meta title link script body a header span nav ul li main section
h1 h2 h3 p b bdi progress form input label select option details summary div button article
mark meter code aside del ins ol dl dt dd dialog kbd textarea footer time optgroup""".split())
MARK = "zqx"  # in every hostile string, so that it is known again


def hostile():
    """More than a hundred strings that mean harm, each with the mark."""
    openers = ["", "\"", "'", "\">", "'>", "</textarea>", "</option></select>", "</title>", "-->",
               "]]>", "</bdi>", "\n", "\r\n", "&quot;>", "%22%3E", "`", "\\\"", "</script>"]
    bodies = ["<script>alert('%s')</script>", "<img src=x onerror=alert('%s')>",
              "<svg/onload=alert('%s')>", "<i %s>", " onfocus=alert('%s') autofocus x=",
              "javascript:alert('%s')"]
    made = [o + b % MARK for o in openers for b in bodies]
    lines = ["\r\nSet-Cookie: %s=1", "\r\n\r\n<script>%s</script>", "\0%s\0<script>", "%s\x1b[31m",
             "\u202e%s\u202d", "\u2066%s", "../../etc/%s", "//evil.example/%s", "'; DROP TABLE reviews; -- %s",
             "%s%%s%%n%%x", "%s" + "أ" * 70, "{{%s}}", "${%s}", "text:<script>%s</script>", "%s | <b>",
             "act=1 %s", "1;%s", "-1 %s", "99999999999999999999%s", "%s:1", "a:%s:0"]
    return made + [line.replace("%s", MARK) for line in lines]


class Markup(html.parser.HTMLParser):
    """Elements and attributes that our pages do not have."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong = []

    def handle_starttag(self, tag, attrs):
        if tag not in ELEMENTS:
            self.wrong.append(f"element {tag}")
        for name, value in attrs:
            if name.startswith("on") or name == "style" or MARK in name:
                self.wrong.append(f"attribute {name} of {tag}")
            if name in ("href", "src", "action") and not re.match(r"(/|#|https?://|\./)", value or "#"):
                self.wrong.append(f"{name}={value}")
        if tag == "script" and dict(attrs).get("type") != "module":
            self.wrong.append("a script of somebody else")


class Reader:
    """A browser of few words: it keeps its cookie and sends its origin."""

    def __init__(self, port):
        self.port, self.cookie, self.token = port, "", ""
        self.host = f"127.0.0.1:{port}"

    def ask(self, method, path, body=None, **headers):
        sent = {"Host": self.host, "Cookie": self.cookie}
        if method == "POST":
            sent |= {"Origin": f"http://{self.host}", "Content-Type": "application/x-www-form-urlencoded"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if body is not None and "Content-Length" not in sent and "Transfer-Encoding" not in sent:
            sent["Content-Length"] = str(len(body))
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        try:
            connection.endheaders(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has answered before all was sent
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "strict")
        connection.close()
        kept = answer.getheader("Set-Cookie")
        if kept:
            self.cookie = kept.split(";")[0]
        return answer

    def get(self, path, **headers):
        answer = self.ask("GET", path, **headers)
        found = re.search(r'name="token" value="([0-9a-f]{64})"', answer.text)
        if found:
            self.token = found.group(1)
        return answer

    def post(self, path, fields, token=None, **headers):
        fields = [("token", self.token if token is None else token), *fields]
        return self.ask("POST", path, urllib.parse.urlencode(fields).encode(), **headers)


def place(names, n=1):
    return f"/review?lang=en&at={names['document']}%3A{n}"


CONFIRM = [("decision", "confirm"), ("by", "Huda")]


def reviews(ahd, db):
    out = subprocess.run([ahd, "list", "reviews", "--db", db, "--json"], capture_output=True,
                         text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def refusals(port, names):
    """Requests that must not write: their name, the answer, the status wanted."""
    reader, other = Reader(port), Reader(port)
    path = place(names)
    reader.get(path)
    other.get(path)
    bare = Reader(port)
    yield "without a token", reader.post(path, CONFIRM, token=""), 403
    yield "with a wrong token", reader.post(path, CONFIRM, token="0" * 64), 403
    yield "with a token cut short", reader.post(path, CONFIRM, token=reader.token[:-1]), 403
    yield "with the token of another reader", reader.post(path, CONFIRM, token=other.token), 403
    yield "without a cookie", bare.post(path, CONFIRM, token=reader.token), 403
    yield "with the token in the address", reader.ask(
        "POST", f"{path}&token={reader.token}", b"decision=confirm&by=Huda"), 403
    for origin in ["http://evil.example", "null", f"http://127.0.0.1:{port + 1}", "http://127.0.0.1",
                   f"http://127.0.0.1:{port}.evil.example", f"http://localhost:{port}"]:
        yield f"from {origin.replace(str(port), 'PORT')}", reader.post(path, CONFIRM, Origin=origin), 403
    yield "from nowhere", reader.post(path, CONFIRM, Origin=None), 403
    for site in ["cross-site", "same-site", "none"]:
        yield f"Sec-Fetch-Site {site}", reader.post(path, CONFIRM, Sec_Fetch_Site=site), 403
    yield "by another name of ours", reader.post(
        path, CONFIRM, Host="evil.example", Origin="http://evil.example"), 421
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", ""]:
        yield f"as {kind or 'nothing'}", reader.post(path, CONFIRM, Content_Type=kind), 415
    yield "too much", reader.post(path, [*CONFIRM, ("note", "x" * 70000)]), 413
    yield "far too much, as announced", reader.ask("POST", path, b"a=b", Content_Length="99999999999"), 413
    yield "in pieces", reader.ask("POST", path, b"3\r\na=b\r\n0\r\n\r\n", Transfer_Encoding="chunked"), 411
    for method in ["PUT", "PATCH", "DELETE", "OPTIONS"]:
        yield f"by {method}", reader.ask(method, path, b"", Origin=f"http://{reader.host}"), 405
    yield "to another page", reader.post("/documents", CONFIRM), 405
    yield "to no page", reader.post("/nothing", CONFIRM), 404
    query = urllib.parse.urlencode([("token", reader.token), *CONFIRM])
    yield "by GET", reader.ask("GET", f"{path}&{query}"), 200
    yield "by HEAD", reader.ask("HEAD", f"{path}&{query}"), 200
    yield "without a name", reader.post(path, [("decision", "confirm"), ("by", "  ")]), 422
    yield "with a name too long", reader.post(path, [("decision", "confirm"), ("by", "x" * 201)]), 422
    yield "with a name of no charset", reader.ask(
        "POST", path, f"token={reader.token}&decision=confirm&by=%FF%FE".encode()), 422
    yield "without a decision", reader.post(path, [("by", "Huda")]), 422
    yield "with no such decision", reader.post(path, [("by", "Huda"), ("decision", "delete")]), 422
    yield "a change that changes nothing", reader.post(path, [("by", "Huda"), ("decision", "correct")]), 422
    yield "of no act", reader.post("/review?lang=en", CONFIRM), 400
    yield "of an act that is not there", reader.post(place(names, 900), CONFIRM), 404
    yield "of no document", reader.post("/review?lang=en&at=nothing%3A1", CONFIRM), 404
    yield "who is nobody", reader.post(
        path, [("by", "Huda"), ("decision", "correct"), ("source", "nobody of this name")]), 422


def refused(port, names, ahd, db):
    before = len(reviews(ahd, db))
    for name, answer, want in refusals(port, names):
        wrong = [] if answer.status == want else [f"status {answer.status}, want {want}"]
        if answer.status in (403, 405, 411, 413, 415, 422) and "<h1>" not in answer.text:
            wrong.append("no page says what to do")
        yield f"not written: {name}", wrong
    now = len(reviews(ahd, db))
    yield "nothing of it was written", [] if now == before else [f"{now - before} reviews"]


def written(port, names, ahd, db):
    reader = Reader(port)
    answer = reader.get(place(names))
    cookie = answer.getheader("Set-Cookie") or ""
    yield "a reader is known again", [f"cookie lacks {word}" for word in
                                      ["HttpOnly", "SameSite=Strict", "Path=/"] if word not in cookie]
    answer = reader.post(place(names), [("decision", "confirm"), ("by", " هدى <b> "), ("why", "read it")])
    kept = reviews(ahd, db)[-1]
    yield "a form is kept, and leads on", [
        *([] if answer.status == 303 else [f"status {answer.status}"]),
        *([] if (answer.getheader("Location") or "").startswith("/review?lang=en&") else ["no way on"]),
        *([] if (kept["by"], kept["decision"], kept["why"]) == ("هدى <b>", "confirm", "read it") else [str(kept)])]
    answer = reader.get(place(names))
    yield "the name comes back", [] if 'value="هدى &lt;b&gt;"' in answer.text else ["it does not"]
    answer = reader.post(place(names), [("decision", "undo"), ("by", "هدى <b>"), ("review", str(kept["review"])),
                                        ("as", "json")])
    said = json.loads(answer.text)
    yield "an undo as JSON", [] if answer.status == 200 and said["kept"] > kept["review"] else [answer.text]
    fields = [("decision", "correct"), ("by", "Sami"), ("source", "Qatar"), ("source.was", " "), ("as", "json")]
    answer = reader.post(place(names), fields)
    now = reviews(ahd, db)[-1]
    yield "a name becomes its id", [] if now["set"].get("source") == "qa" else [answer.text, str(now["set"])]
    answer = reader.post(place(names), [("decision", "undo"), ("by", "Sami"), ("review", str(now["review"]))])
    yield "an undo as a form", [] if answer.status == 303 else [f"status {answer.status}"]


def settled(db):
    with sqlite3.connect(db) as record:
        return record.execute("SELECT count(*) FROM settled").fetchone()[0]


def left_alone(port, names, db):
    """What follows of a review in all documents is found once nobody asks."""
    reader = Reader(port)
    reader.get(place(names))
    reader.post(place(names), [("decision", "reject"), ("by", "Idle")])
    at_once, patience = settled(db), 60
    while not settled(db) and patience:
        time.sleep(0.25)
        patience -= 1
    yield "what follows is found when the server is left alone", [
        *([] if not at_once else ["it was found at once"]), *([] if patience else ["it never was"])]
    answer = reader.post(place(names), [("decision", "undo"), ("by", "Idle"), ("review", re.search(
        r'name="review" value="([0-9]+)"', reader.get(place(names)).text).group(1))])
    yield "and the act stands again", [] if answer.status == 303 else [f"status {answer.status}"]


def busy(port, names, ahd, db):
    """Somebody else holds the record."""
    reader = Reader(port)
    reader.get(place(names))
    lock = sqlite3.connect(db, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    answer = reader.post(place(names), CONFIRM)
    as_json = reader.post(place(names), [*CONFIRM, ("as", "json")])
    reading = reader.get("/documents?lang=en")
    lock.execute("ROLLBACK")
    lock.close()
    yield "a busy record says so", [
        *([] if answer.status == 503 and answer.getheader("Retry-After") else [f"status {answer.status}"]),
        *([] if "Somebody else is writing" in answer.text else ["no page says what to do"]),
        *([] if 'value="Huda"' in answer.text else ["what was typed is lost"]),
        *([] if json.loads(as_json.text)["busy"] else [as_json.text])]
    yield "a busy record is read all the same", [] if reading.status == 200 else [f"status {reading.status}"]
    adding = subprocess.Popen([ahd, "add", "--db", db, "examples"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    statuses = [reader.post(place(names), [("by", "Huda"), ("decision", "note"), ("note", f"note {i}")]).status
                for i in range(8)]
    yield "reviews while pages are added", [
        *([] if set(statuses) <= {303, 503} and 303 in statuses else [str(statuses)]),
        *([] if adding.wait(60) == 0 else ["adding failed"])]


def markup_of(answer):
    if answer.status >= 500:
        return [f"status {answer.status}"]
    extra = [name for name, value in answer.getheaders() if MARK in name]
    if answer.getheader("Content-Type", "").startswith("application/json"):
        json.loads(answer.text)
        return extra
    markup = Markup()
    markup.feed(answer.text)
    return extra + markup.wrong


FIELDS = ["source", "target", "speaker", "agreement", "act", "date", "other", "review", "next", "decision", "as"]
PARAMS = ["state", "agreement", "act", "below", "by", "at", "kept", "last", "lang"]


def never_markup(port, names):
    reader, wrong, count = Reader(port), [], 0
    path = place(names)
    reader.get(path)
    for i, text in enumerate(hostile()):
        kept = [("by", text), ("why", text), ("note", text), ("decision", "note")]
        field, param = FIELDS[i % len(FIELDS)], PARAMS[i % len(PARAMS)]
        decision = {"other": "merge", "review": "undo"}.get(field, "correct")
        typed = [("by", "Huda"), (field, text), (f"{field}.was", text), ("decision", decision)]
        asked = urllib.parse.urlencode([(param, text)])
        answers = [reader.post(path, kept), reader.post(path, [*kept, ("as", "json")]), reader.get(path),
                   reader.post(path, typed), reader.post(path, [*typed, ("as", "json")]),
                   reader.get(f"/review?{asked}"), reader.get(f"/review/item?{asked}"),
                   reader.get("/review/suggest?" + urllib.parse.urlencode({"q": text, "kind": text}))]
        for n, answer in enumerate(answers):
            wrong += [f"{text!r}, {n}: {why}" for why in markup_of(answer)]
        count += len(answers)
    for extra in ["&state=reviewed", "&state=second"]:
        wrong += markup_of(reader.get(f"/review?lang=ar{extra}"))
    yield f"{len(hostile())} hostile strings in every field and {count} answers are never markup", wrong[:5]
    yield "there are a hundred of them", [] if len(hostile()) >= 100 else ["fewer"]


def read_only(ahd, db, names):
    server = subprocess.Popen([ahd, "serve", "--db", db, "--port", "0", "--read-only"],
                              stdout=subprocess.PIPE, text=True)
    try:
        reader = Reader(int(server.stdout.readline().split(":")[2].split("/")[0]))
        page = reader.get(place(names))
        answer = reader.post(place(names), CONFIRM)
        yield "a server that is read only", [
            *([] if "<form method=\"post\"" not in page.text and "only shows the record" in page.text else ["has a form"]),
            *([] if answer.status == 405 else [f"status {answer.status}"])]
        reader.get(f"/agreements/{names['agreement']}?lang=en")
        answer = reader.post("/follow?lang=en", [("agreement", names["agreement"])])
        yield "a reader follows there all the same", [] if answer.status != 405 else ["status 405"]
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def tests(port, names, ahd, db):
    yield from refused(port, names, ahd, db)
    yield from written(port, names, ahd, db)
    yield from left_alone(port, names, db)
    yield from busy(port, names, ahd, db)
    yield from never_markup(port, names)
    yield from read_only(ahd, db, names)
