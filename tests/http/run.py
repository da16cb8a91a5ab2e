#!/usr/bin/env python3
"""The server, case by case:  tests/http/run.py AHD FOLDER

A record of the example pages and one hostile page is served on a free port.
A case in *.txt is

    === name
    GET /actors?lang=en          the request, sent as it stands; {document},
    Header: value                {agreement}, {actor} and {dispute} are ids,
                                 {version} is that of the assets, {permalink}
                                 of a sentence of the page with {hash}
    ---
    200                          the status, then conditions on the answer:
    Header: value                this header is there with this value
    no-header: Name              this header is not there
    contains TEXT, lacks TEXT    in the body
"""
import json
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import merged
import pairing
import reviewing
import said
import usual

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
import formats  # noqa: E402
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;"


def hostile_page(folder):
    """A record of JSONL with markup in every field."""
    page = {"id": "hostile", "url": "javascript:alert(3)", "outlet": HOSTILE,
            "title": HOSTILE + " وقّع", "date": "2020-10-26",
            "text": f"وقّع {HOSTILE} و{HOSTILE} اتفاقا في جنيف. قال {HOSTILE}: «{HOSTILE}»."}
    path = folder / "hostile.jsonl"
    path.write_text(json.dumps(page, ensure_ascii=False) + "\n")
    return path


def rows(ahd, db, what):
    out = subprocess.run([ahd, "list", what, "--db", db, "--json"],
                         capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def ids(ahd, db):
    documents = rows(ahd, db, "documents")
    most = max(documents, key=lambda row: row["acts"])
    hostile = [row for row in documents if "<script>" in row["title"]]
    return {"document": most["id"],
            "hostile": hostile[0]["id"] if hostile else most["id"],
            "agreement": rows(ahd, db, "agreements")[0]["id"],
            "dispute": quote(rows(ahd, db, "disputes")[0]["id"], safe=""),
            **pairing.places(ahd, db),
            "actor": rows(ahd, db, "actors")[0]["id"],
            "story": rows(ahd, db, "stories")[0]["id"]}


def send(port, request):
    """The whole answer; the request asks to close, so the end is the end."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as s:
        s.sendall(request)
        answer = b""
        while True:
            piece = s.recv(65536)
            if not piece:
                return answer
            answer += piece


def as_bytes(lines, port):
    method, path = lines[0].split(" ", 1)
    headers = lines[1:]
    body = ""
    if "" in headers:
        at = headers.index("")
        headers, body = headers[:at], "\n".join(headers[at + 1:])
    if not any(h.lower().startswith("host:") for h in headers):
        headers.append(f"Host: 127.0.0.1:{port}")
    head = [f"{method} {path} HTTP/1.1", *headers, "Connection: close"]
    return ("\r\n".join(head) + "\r\n\r\n" + body).encode()


def holds(condition, headers, body):
    word, _, rest = condition.partition(" ")
    if word == "contains":
        return rest in body
    if word == "lacks":
        return rest not in body
    if word == "no-header:":
        return rest.lower() not in headers
    name, _, value = condition.partition(": ")
    return headers.get(name.lower()) == value


def check(want, answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in
               (line.partition(": ") for line in lines[1:])}
    status = lines[0].split(" ")[1] if " " in lines[0] else "none"
    wrong = [] if status == want[0] else [f"status {status}, want {want[0]}"]
    text = body.decode("utf-8", "strict")
    return wrong + [f"not so: {c}" for c in want[1:] if c and not holds(c, headers, text)]


def cases(path, names):
    text = path.read_text()
    for name, value in names.items():
        text = text.replace("{%s}" % name, value)
    text = text.replace("{long}", "x" * 3000)
    for case in text.split("=== ")[1:]:
        title, _, rest = case.partition("\n")
        request, _, want = rest.partition("---\n")
        yield title, request.rstrip("\n").split("\n"), want.rstrip("\n").split("\n")


def assets_version(port):
    page = send(port, as_bytes(["GET /about"], port)).decode()
    return re.search(r'href="/ui/([0-9a-f]+)/ahd\.css"', page).group(1)


def has_land(port):
    """Was there npm when Ahd was built? The outline of the world comes from it."""
    return b" 200 " in send(port, as_bytes(["HEAD /ui/x/land.svg"], port)).split(b"\r\n")[0]


def permalink(port, names):
    request = f"GET /agreements/{names['agreement']}?act={names['document']}.1&part=pane"
    pane = send(port, as_bytes([request], port)).decode()
    return re.search(r'href="(/at/([0-9a-f]{64})\.[0-9]+-[0-9]+)\?', pane).groups()


def run(ahd, folder):
    db = str(folder / "test.db")
    for name in folder.glob("test.db*"):
        name.unlink()
    subprocess.run([ahd, "add", "--db", db, "examples", str(hostile_page(folder))],
                   check=False, stdout=subprocess.DEVNULL)
    names = ids(ahd, db)
    server = subprocess.Popen([ahd, "serve", "--db", db, "--port", "0"],
                              stdout=subprocess.PIPE, text=True)
    failed = 0
    try:
        port = int(server.stdout.readline().split(":")[2].split("/")[0])
        names["version"] = assets_version(port)
        names["permalink"], names["hash"] = permalink(port, names)
        for path in sorted(HERE.glob("*.txt")):
            for title, request, want in cases(path, names):
                if "(with npm)" in title and not has_land(port):
                    print(f"skip {path.name}: {title}: this build has nothing of npm")
                    continue
                wrong = check(want, send(port, as_bytes(request, port)))
                print(f"FAIL {path.name}: {title}: {'; '.join(wrong)}" if wrong
                      else f"ok {path.name}: {title}")
                failed += bool(wrong)
        for title, wrong in reviewing.tests(port, names, ahd, db):
            print(f"FAIL reviewing: {title}: {'; '.join(wrong)}" if wrong
                  else f"ok reviewing: {title}")
            failed += bool(wrong)
        failed += formats.check(ahd, folder, port)
    finally:
        server.send_signal(signal.SIGTERM)
        status = server.wait(20)
    print("ok the server stops cleanly" if status == 0
          else f"FAIL the server stops cleanly: ended with {status}")
    return failed + (status != 0) + sum(
        part.check(ahd, folder) for part in (usual, merged, said))
    return failed + (status != 0) + usual.check(ahd, folder) + pairing.check(ahd, folder)


if __name__ == "__main__":
    ahd = os.path.abspath(sys.argv[1])
    folder = Path(sys.argv[2]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(HERE.parent.parent)
    sys.exit(run(ahd, folder) > 0)
