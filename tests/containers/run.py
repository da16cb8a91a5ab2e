#!/usr/bin/env python3
"""Crawls and archives of pages:  run.py AHD TMP SHARED

Builds every file here, from a page of its own words, and looks at what Ahd
reads of it: which pages, under which names, and what is counted as what. What
needs zstd or brotli is skipped without them. A test is a function; its
docstring or name says what holds.
"""
import base64, gzip, hashlib, io, json, os, re, resource, shutil, sqlite3
import struct, subprocess, sys, tarfile, tempfile, time, zipfile, zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from outcome import Skip, Wrong, run_all, test, want

AHD = os.path.abspath(sys.argv[1])
PAGE = """<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">
<title>توقيع مذكرة تفاهم في {0} | صحيفة التجربة</title></head><body><article>
<h1>توقيع مذكرة تفاهم في {0}</h1>
<p>وقع وزير الداخلية الليبي ووزير الداخلية القطري يوم الاثنين مذكرة تفاهم للتعاون الأمني في {0}.</p>
<p>وقال المتحدث باسم الجيش الوطني الليبي إن المذكرة تخرق اتفاق وقف إطلاق النار الموقع في جنيف.</p>
<p>وأكدت الحكومة أنها ملتزمة بالاتفاق وأن التعاون الأمني لا يمس بنوده في شيء.</p>
</article></body></html>
"""
CRLF = b"\r\n"


# ------------------------------------------------------------------- running

def ahd(*args, stdin=None, seconds=60, megabytes=None):
    """Run ahd; a signal, a hang or a sanitiser's report is always wrong."""
    def before():
        if megabytes and "asan" not in AHD:
            resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20,) * 2)
    try:
        run = subprocess.run([AHD, *args], input=stdin, capture_output=True,
                             timeout=seconds, preexec_fn=before)
    except subprocess.TimeoutExpired:
        raise Wrong(f"still running after {seconds} s")
    run.stdout = run.stdout.decode()
    run.stderr = run.stderr.decode("utf-8", "replace")
    want(run.returncode >= 0, f"killed by signal {-run.returncode}", run)
    want("Sanitizer" not in run.stderr, "a sanitiser spoke", run)
    return run


def read(*paths, code=0, **more):
    """The documents of these files, in order."""
    run = ahd("read", "--json", "--article", "--threads", "1", *paths, **more)
    want(run.returncode == code, f"exit code is not {code}", run)
    run.documents = [json.loads(line) for line in run.stdout.splitlines()]
    return run


def page(place="الدوحة"):
    return PAGE.format(place).encode()


def places(run):
    """The place each article was made for, "-" for what is no article."""
    found = [re.search("الأمني في ([^.]+)", d.get("text") or "") for d in run.documents]
    return [match[1].strip() if match else "-" for match in found]


def write(name, content):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "wb") as file:
        file.write(content)
    return name


def zstd(content, *options):
    if not shutil.which("zstd"):
        raise Skip("there is no zstd command")
    return subprocess.run(["zstd", "-q", "-c", *options], input=content,
                          capture_output=True, check=True).stdout


def brotli(content):
    try:
        import brotli as module
        return module.compress(content)
    except ImportError:
        pass
    if not shutil.which("brotli"):
        raise Skip("there is no brotli command or module")
    return subprocess.run(["brotli", "-c"], input=content, capture_output=True,
                          check=True).stdout


# ---------------------------------------------------------------------- WARC

def http(body, status="200 OK", type="text/html; charset=utf-8", **fields):
    head = [f"HTTP/1.1 {status}"] + ([f"Content-Type: {type}"] if type else [])
    head += [f"{k.replace('_', '-')}: {v}" for k, v in fields.items()]
    return "\r\n".join(head).encode() + CRLF * 2 + body


def record(block, type="response", version="1.0", length=None, **fields):
    fields = {"WARC-Type": type,
              "WARC-Record-ID": "<urn:uuid:0>",
              "WARC-Target-URI": "https://example.org/news/1",
              "WARC-Date": "2020-10-26T08:30:00Z",
              "Content-Type": "application/http; msgtype=response",
              **{k.replace("_", "-"): v for k, v in fields.items()},
              "Content-Length": len(block) if length is None else length}
    head = f"WARC/{version}\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items()
                                           if v is not None)
    return head.encode() + CRLF + block + CRLF * 2


def crawl(*names):
    """Records with a page each, and what a crawl has besides."""
    info = record(b"software: none\r\n", type="warcinfo", Content_Type="application/warc-fields")
    return [info] + [record(http(page(n))) for n in names]


def members(records):
    return b"".join(gzip.compress(r) for r in records)


def sha1(content):
    return "sha1:" + base64.b32encode(hashlib.sha1(content).digest()).decode()


@test
def a_warc_is_read_plain_and_packed_in_every_way():
    records = crawl("سرت", "طبرق", "غات")
    files = {"plain.warc": b"".join(records),
             "members.warc.gz": members(records),
             "whole.warc.gz": gzip.compress(b"".join(records)),
             "no-name": members(records)}
    for name, content in files.items():
        run = read(write(name, content))
        want(places(run) == ["سرت", "طبرق", "غات"], f"{name}: {places(run)}", run)
        run = read("-", stdin=content)
        want(places(run) == ["سرت", "طبرق", "غات"], f"{name} as standard input", run)


@test
def a_warc_is_read_packed_by_zstd():
    records = crawl("سرت", "طبرق")
    frames = b"".join(zstd(r) for r in records)
    want(places(read(write("a.warc.zst", frames))) == ["سرت", "طبرق"], "frames")
    want(places(read(write("b.warc.zst", zstd(b"".join(records))))) == ["سرت", "طبرق"], "whole")


@test
def a_warc_is_read_packed_by_zstd_with_the_dictionary_in_front():
    records = crawl(*"أبجدهوزحط")
    samples = [write(f"sample/{i}", r) for i, r in enumerate(records * 4)]
    if not shutil.which("zstd"):
        raise Skip("there is no zstd command")
    subprocess.run(["zstd", "-q", "--train", *samples, "--maxdict=2000", "-o", "dictionary"],
                   check=True, capture_output=True)
    plain = open("dictionary", "rb").read()
    frames = b"".join(zstd(r, "-D", "dictionary") for r in records)
    for name, dictionary in ("plain", plain), ("packed", zstd(plain)):
        front = struct.pack("<II", 0x184D2A5D, len(dictionary)) + dictionary
        run = read(write(f"{name}.warc.zst", front + frames))
        want(places(run) == list("أبجدهوزحط"), f"{name} dictionary: {places(run)}", run)


@test
def a_page_is_named_by_where_its_record_lies_in_the_file():
    records = crawl("سرت", "طبرق")
    packed = [gzip.compress(r) for r in records]
    ahd("add", "--db", "place.db", write("place.warc.gz", b"".join(packed)))
    paths = [row[0] for row in sqlite3.connect("place.db").execute("SELECT path FROM captures")]
    starts = [len(packed[0]), len(packed[0]) + len(packed[1])]
    want(paths == [f"place.warc.gz:{at}" for at in starts], f"{paths}, not {starts}")
    alone = open("place.warc.gz", "rb").read()[starts[1]:]
    want(places(read(write("alone.warc.gz", alone))) == ["طبرق"], "not found from there")


@test
def address_time_and_headers_of_a_capture_are_kept_and_serve_a_rebuild():
    words = page("طبرق").replace(b"utf-8", b"x-none").decode().encode("cp1256")
    fields = {"WARC_Target_URI": "<https://example.org/a?b=c>",
              "WARC_Date": "2020-10-26T08:30:00.123Z"}
    reply = http(words, type="text/html; charset=windows-1256", X_Served_By="test")
    run = ahd("add", "--db", "kept.db", write("kept.warc.gz", members([record(reply, **fields)])))
    want(run.returncode == 0, "adding failed", run)
    def kept():
        return sqlite3.connect("kept.db").execute(
            "SELECT c.url, seen_at, headers, d.title FROM captures c JOIN documents d USING (page)"
        ).fetchall()
    [(url, seen, headers, title)] = kept()
    want(url == "https://example.org/a?b=c", f"url {url}")
    want(seen == "2020-10-26T08:30:00.123Z", f"seen_at {seen}")
    want(headers.startswith("HTTP/1.1 200 OK") and "X-Served-By: test" in headers, f"{headers}")
    want("طبرق" in title, f"title {title}")
    run = ahd("rebuild", "--db", "kept.db")
    want(run.returncode == 0 and kept() == [(url, seen, headers, title)], "rebuilt otherwise", run)


@test
def a_large_capture_keeps_its_address():
    large = page("سرت").replace(b"</article>", b"</article>" + b"<!-- %s -->" % os.urandom(1500000).hex().encode())
    for name, content in ("large.warc", crawl("غات")[1] * 3 + record(http(large))), \
            ("large.warc.gz", gzip.compress(record(http(large)))):
        ahd("add", "--db", name + ".db", write(name, content))
        rows = sqlite3.connect(name + ".db").execute("SELECT url, seen_at FROM captures").fetchall()
        want(rows and all(r == ("https://example.org/news/1", "2020-10-26T08:30:00Z")
                          for r in rows), f"{rows}")


@test
def bodies_are_read_through_their_codings():
    def chunked(body, size=70):
        parts = [body[i:i + size] for i in range(0, len(body), size)] + [b""]
        return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts)
    raw = zlib.compressobj(wbits=-15)
    deflate = raw.compress(page("ج")) + raw.flush()
    records = [
        record(http(gzip.compress(page("أ")), Content_Encoding="gzip")),
        record(http(zlib.compress(page("ب")), Content_Encoding="deflate")),
        record(http(deflate, Content_Encoding="deflate")),
        record(http(chunked(page("د")), Transfer_Encoding="chunked")),
        record(http(chunked(gzip.compress(page("ه"))), Transfer_Encoding="chunked",
                    Content_Encoding="GZIP")),
        record(http(page("و"), Content_Encoding="gzip")),
        record(http(page("ز"), Transfer_Encoding="chunked", Content_Encoding="br")),
        record(http(zlib.compress(gzip.compress(page("ح"))), Content_Encoding="gzip, deflate")),
    ]
    run = read(write("codings.warc.gz", members(records)))
    want(places(run) == list("أبجدهوزح"), f"{places(run)}", run)


@test
def bodies_in_brotli():
    run = read(write("br.warc", record(http(brotli(page("سبها")), Content_Encoding="br"))))
    want(places(run) == ["سبها"], f"{places(run)}", run)


@test
def bodies_in_zstd():
    run = read(write("zstd.warc", record(http(zstd(page("سبها")), Content_Encoding="zstd"))))
    want(places(run) == ["سبها"], f"{places(run)}", run)


@test
def the_charset_of_the_reply_counts():
    words = page("طبرق").replace(b'<meta charset="utf-8">', b"").decode().encode("iso8859-6")
    run = read(write("charset.warc", record(http(words, type='text/html; Charset="ISO-8859-6"'))))
    want(places(run) == ["طبرق"], f"{places(run)}", run)


@test
def resources_and_conversions_are_pages_too():
    text = "\n".join(re.sub("<[^>]+>", "", line) for line in page("سرت").decode().splitlines()[3:])
    records = [record(page("غات"), type="resource", Content_Type="text/html"),
               record(text.encode(), type="conversion", Content_Type="text/plain", version="1.1")]
    run = read(write("types.warc.gz", members(records)))
    want(places(run) == ["غات", "سرت"], f"{places(run)}", run)


@test
def what_is_no_page_is_passed_over_without_a_word():
    records = [
        record(http(b"\x89PNG\r\n\x1a\n" + bytes(100), type="image/png")),
        record(http(b"", status="301 Moved", Location="/b")),
        record(http(page("أ"), status="404 Not Found")),
        record(http(b"", status="200 OK")),
        record(http(b"a{}", type="text/css")),
        record(http(b"{}", type="application/json")),
        record(http(b"%PDF-1.4 ...", type="application/pdf")),
        record(b"", type="revisit"),
        record(b"GET / HTTP/1.1\r\n\r\n", type="request"),
        record(b"a: b", type="metadata"),
        record(b"x", type="a-new-one"),
        record(b"20201026083000\r\nexample.org. A 1.2.3.4\r\n", Content_Type="text/dns"),
        record(http(page("درنة"))),
    ]
    run = read(write("passed.warc.gz", members(records)))
    want(places(run) == ["درنة"], f"{places(run)}", run)
    want(run.stderr == "", "something was said", run)


@test
def a_digest_that_differs_is_told_and_the_page_read():
    good, body = http(page("سرت")), page("طبرق")
    md5 = "md5:" + hashlib.md5(http(body)).hexdigest()
    sha256 = "sha-256:" + base64.b32encode(hashlib.sha256(http(body)).digest()).decode().strip("=")
    right = [record(good, WARC_Block_Digest=sha1(good)),
             record(http(body), WARC_Payload_Digest=sha1(body)),
             record(http(body), WARC_Block_Digest=md5),
             record(http(body), WARC_Block_Digest=sha256),
             record(http(body), WARC_Block_Digest="xxh3:00"),
             record(http(body), WARC_Block_Digest="sha1:???")]
    run = read(write("right.warc", b"".join(right)))
    want(len(places(run)) == 6 and run.stderr == "", "a right one was blamed", run)
    wrong = [record(good, WARC_Block_Digest=sha1(b"another")),
             record(http(body), WARC_Payload_Digest=sha1(b"another"))]
    run = read(write("wrong.warc", b"".join(wrong)))
    want(places(run) == ["سرت", "طبرق"], f"{places(run)}", run)
    want(run.stderr.count("digest") == 2 and f"wrong.warc:{len(wrong[0])}" in run.stderr,
         "it is not told, with its place", run)


# -------------------------------------------------------------------- damage

def around(name, bad, *, says, packed=True, times=1, at=None, **more):
    """`bad` between two good records; the good ones are read, the bad is told
    `times` times with the place it has in the file, or `at`."""
    first, last = record(http(page("سرت"))), record(http(page("طبرق")))
    if packed:
        first, last = gzip.compress(first), gzip.compress(last)
    run = read(write(name, first + bad + last), code=1, **more)
    want(places(run) == ["سرت", "طبرق"], f"{places(run)}", run)
    want(len(run.stderr.splitlines()) == times, f"not told {times} times", run)
    at = len(first) if at is None else at
    want(f"{name}:{at}:" in run.stderr, f"no place {at}", run)
    want(re.search(says, run.stderr), f"it does not say {says!r}", run)
    return run


@test
def a_cut_member_is_passed_over():
    bad = gzip.compress(record(http(page("غات"))))
    for keep in 9, 30, len(bad) // 2, len(bad) - 9, len(bad) - 1:
        around("cut.warc.gz", bad[:keep], says="damaged or cut off")


@test
def a_member_with_a_changed_byte_is_passed_over():
    bad = gzip.compress(record(http(page("غات"))))
    for at in 12, len(bad) // 2, len(bad) - 6:
        changed = bad[:at] + bytes([bad[at] ^ 0x55]) + bad[at + 1:]
        around("changed.warc.gz", changed, says="damaged")


@test
def a_cut_zstd_frame_is_passed_over():
    records = [zstd(r) for r in crawl("سرت", "غات", "طبرق")[1:]]
    run = read(write("cut.warc.zst", records[0] + records[1][:-40] + records[2]), code=1)
    want(places(run) == ["سرت", "طبرق"], f"{places(run)}", run)


@test
def garbage_between_members_is_passed_over():
    around("garbage.warc.gz", b"garbage " * 1000, says="something else after")
    around("blanks.warc.gz", gzip.compress(b"no record at all\n" * 9), says="no record", at=0)


@test
def garbage_between_plain_records_is_passed_over():
    around("garbage.warc", b"garbage \0 \xff" * 1000 + b"\r\n", says="no record", packed=False,
           at=0)


@test
def a_record_with_a_wrong_length_is_passed_over():
    block = http(page("غات"))
    for length in 10, len(block) - 50, len(block) + 50, len(block) + 1000, 1 << 40, 10 ** 17, \
            "x", "", "-5", None:
        bad = record(block, length=length if length is not None else "1" * 50)
        says = "length|cut off|limit|head|no record"
        around("long.warc", bad, says=says, packed=False)
        around("long.warc.gz", gzip.compress(bad), says=says)


@test
def a_wrong_length_of_what_is_passed_over_hides_nothing():
    for length in 5, 1000000:
        bad = record(b"x" * 100, type="request", length=length)
        around("request.warc.gz", gzip.compress(bad), says="no record|cut off|head")
    bad = record(b"x" * 100, type="request", length=10 ** 9)
    around("request.warc", bad, says="cut off", packed=False)


@test
def a_cut_file_gives_what_came_before():
    records = [gzip.compress(r) for r in crawl("سرت", "طبرق")]
    run = read(write("end.warc.gz", b"".join(records)[:-20]), code=1)
    want(places(run) == ["سرت"], f"{places(run)}", run)
    run = read(write("end.warc", b"".join(crawl("سرت", "طبرق"))[:-200]), code=1)
    want(places(run) == ["سرت"], f"{places(run)}", run)
    packed = gzip.compress(b"".join(crawl("سرت", "طبرق")))
    run = read(write("whole.warc.gz", packed[:-60]), code=1)
    want(places(run)[:1] == ["سرت"] or places(run) == [], f"{places(run)}", run)
    want(len(run.stderr.splitlines()) == 1, "not told once", run)


@test
def a_capture_in_segments_is_told_not_joined():
    bad = record(http(page("غات")[:300]), WARC_Segment_Number=1) + \
        record(page("غات")[300:], type="continuation", WARC_Segment_Number=2)
    around("segments.warc", bad, says="segments", packed=False, times=2)


@test
def a_broken_body_is_told_and_passed_over():
    whole = gzip.compress(page("غات"))
    for body, fields in ((whole[:-30], {"Content_Encoding": "gzip"}),
                         (b"ffff\r\nshort", {"Transfer_Encoding": "chunked"}),
                         (page("غات"), {"Content_Encoding": "x-odd"})):
        around("body.warc.gz", gzip.compress(record(http(body, **fields))),
               says="damaged or cut off|coding")


# ------------------------------------------------------------------ archives

def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


PACKED = {"a.html": page("أ"), "dir/b.html.gz": gzip.compress(page("ب")),
          "dir/c.htm": page("ج"), "d.png": b"\x89PNG\r\n\x1a\n" + bytes(99), "e.css": b"a {}",
          ".hidden.html": page("خ"), "crawl/f.warc.gz": members(crawl("ه", "و")),
          "g.jsonl": b'{"text":"%s"}\n\n{"text":"%s"}\n' % (
              "في بلدة الأمني في ز.".encode(), "في بلدة الأمني في ح.".encode())}


@test
def a_zip_is_read_to_the_bottom():
    for method in zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED:
        content = zipped(PACKED, method)
        for run in read(write("pages.zip", content)), read("-", stdin=content):
            want(sorted(places(run)) == sorted("أبجهوزح"), f"{places(run)}", run)
            want(run.stderr == "", "something was said", run)


@test
def a_tar_is_read_plain_and_packed():
    content = tarred(PACKED)
    for name, content in {"p.tar": content, "p.tgz": gzip.compress(content),
                          "p.tar.gz": gzip.compress(content)}.items():
        for run in read(write(name, content)), read("-", stdin=content):
            want(sorted(places(run)) == sorted("أبجهوزح"), f"{name}: {places(run)}", run)


@test
def a_tar_is_read_packed_by_zstd():
    want(sorted(places(read(write("p.tar.zst", zstd(tarred(PACKED)))))) == sorted("أبجهوزح"), "")


@test
def a_page_in_an_archive_is_named_by_its_member():
    ahd("add", "--db", "zip.db", write("named.zip", zipped(PACKED)))
    rows = sqlite3.connect("zip.db").execute("SELECT path, line FROM captures").fetchall()
    start = len(gzip.compress(crawl()[0]))
    for row in ("named.zip:dir/c.htm", 0), (f"named.zip:crawl/f.warc.gz:{start}", 0), \
            ("named.zip:g.jsonl", 3):
        want(row in rows, f"{row} is not in {rows}")


@test
def a_wacz_gives_the_pages_of_its_crawl_and_no_more():
    content = zipped({"datapackage.json": b"{}", "indexes/index.cdx": b"x", "pages/pages.jsonl":
                      b'{"format":"json-pages-1.0"}\n{"url":"http://a/","text":"x"}\n',
                      "archive/data.warc.gz": members(crawl("سرت"))}, zipfile.ZIP_STORED)
    run = read(write("site.wacz", content))
    want(places(run) == ["سرت"] and run.stderr == "", f"{places(run)}", run)


@test
def an_archive_inside_an_archive_is_not_opened():
    run = read(write("outer.zip", zipped({"in.zip": zipped(PACKED), "in.tar": tarred(PACKED),
                                          "a.html": page("سرت")})))
    want(places(run) == ["سرت"], f"{places(run)}", run)


@test
def pages_and_lines_packed_by_themselves():
    line = json.dumps({"text": "في بلدة الأمني في سرت."}).encode() + b"\n"
    for name, content in {"a.html.gz": gzip.compress(page("سرت")),
                          "b.jsonl.gz": gzip.compress(line)}.items():
        want(places(read(write(name, content))) == ["سرت"], name)
    want(places(read(write("a.html.zst", zstd(page("سرت"))))) == ["سرت"], "zstd page")
    want(places(read(write("a.jsonl.zst", zstd(line)))) == ["سرت"], "zstd lines")


@test
def a_damaged_member_of_a_zip_is_passed_over():
    members = {f"{c}.html": page(c) + os.urandom(3000).hex().encode() for c in "أبجده"}
    content = bytearray(zipped(members))
    at = content.index("ج.html".encode()) + 500
    content[at:at + 50] = bytes(50)
    run = read(write("hurt.zip", bytes(content)), code=1)
    want(places(run) == list("أبده"), f"{places(run)}", run)
    want("hurt.zip:ج.html" in run.stderr and len(run.stderr.splitlines()) == 1, "not told", run)


@test
def a_cut_archive_gives_what_came_before():
    members = {f"{c}.html": page(c) for c in "أبجده"}
    for name, content in ("cut.zip", zipped(members)), ("cut.tar", tarred(members)):
        run = read(write(name, content[:content.index("د.html".encode()) + 700]), code=1)
        want(places(run)[:1] == ["أ"] and len(places(run)) < 5, f"{name}: {places(run)}", run)
        want(name in run.stderr, "not named", run)


@test
def long_names_links_and_folders_of_a_tar():
    long, out = "d" * 90 + "/" + "e" * 150 + ".html", {}
    for form in tarfile.GNU_FORMAT, tarfile.PAX_FORMAT, tarfile.USTAR_FORMAT:
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w", format=form) as archive:
            for name, type in ("folder", tarfile.DIRTYPE), ("link.html", tarfile.SYMTYPE), \
                    (long if form != tarfile.USTAR_FORMAT else long[:180] + ".html", tarfile.REGTYPE):
                info = tarfile.TarInfo(name)
                info.type, info.linkname = type, "a" * 150 if form != tarfile.USTAR_FORMAT else "a"
                info.size = len(page("سرت")) if type == tarfile.REGTYPE else 0
                archive.addfile(info, io.BytesIO(page("سرت")) if info.size else None)
        ahd("add", "--db", f"tar{form}.db", write(f"{form}.tar", packed.getvalue()))
        out[form] = sqlite3.connect(f"tar{form}.db").execute("SELECT path FROM captures").fetchall()
    want(out[tarfile.GNU_FORMAT] == [(f"{tarfile.GNU_FORMAT}.tar:{long}",)], f"GNU: {out}")
    want(out[tarfile.PAX_FORMAT] == [(f"{tarfile.PAX_FORMAT}.tar:{long}",)], f"pax: {out}")
    want(out[tarfile.USTAR_FORMAT] == [(f"{tarfile.USTAR_FORMAT}.tar:{long[:180]}.html",)], f"{out}")


@test
def a_damaged_header_of_a_tar_is_passed_over():
    content = bytearray(tarred({f"{n}.html": page(c) for n, c in enumerate("أبج")}))
    content[content.index(b"1.html") + 3] ^= 1
    run = read(write("header.tar", bytes(content)), code=1)
    want(places(run) == ["أ", "ج"] and len(run.stderr.splitlines()) == 1, f"{places(run)}", run)


@test
def a_cut_gzip_of_a_tar_is_told_once():
    content = gzip.compress(tarred({f"{c}.html": page(c) for c in "أبج"}))
    run = read(write("cut.tar.gz", content[:-200]), code=1)
    want(len(run.stderr.splitlines()) == 1 and "cut.tar.gz" in run.stderr, "not told once", run)


@test
def an_encrypted_member_is_told():
    content = bytearray(zipped({"a.html": page("أ"), "b.html": page("ب")}))
    for mark, flags in (b"PK\x03\x04", 6), (b"PK\x01\x02", 8):
        content[content.index(mark) + flags] |= 1
    run = read(write("locked.zip", bytes(content)), code=1)
    want(places(run) == ["ب"] and "encrypted" in run.stderr, f"{places(run)}", run)


# --------------------------------------------------------------------- bombs

def bomb(megabytes):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([packer.compress(b"a " * (1 << 19)) for _ in range(megabytes)]) + packer.flush()


@test
def bombs_are_refused_in_little_memory_and_time():
    began = time.time()
    inner = record(http(b"a " * (150 << 20), Content_Encoding="identity"))
    packed = gzip.compress(inner)
    cases = {
        "page.html.gz": bomb(300),
        "lines.jsonl.gz": bomb(300),
        "record.warc.gz": packed,
        "body.warc.gz": gzip.compress(record(http(bomb(30), Content_Encoding="gzip"))),
        "nested.warc.gz": gzip.compress(record(http(gzip.compress(bomb(30)),
                                                    Content_Encoding="gzip, gzip"))),
        "tar.tar.gz": gzip.compress(tarred({"a.html": b"a " * (150 << 20)})),
        "zip.zip": zipped({"a.html": b"a " * (150 << 20)}),
        "many.warc.gz": bomb(1) * 400,
    }
    for name, content in cases.items():
        run = read(write(name, content), write("after.html", page("سرت")), code=1, megabytes=600)
        want(places(run)[-1:] == ["سرت"], f"{name}: the batch does not go on", run)
        want(name in run.stderr and re.search("200 times|limit of 32 MiB", run.stderr),
             f"{name}: no reason", run)
        os.remove(name)
    want(time.time() - began < 60, "took more than a minute")


@test
def a_bomb_between_records_is_told_and_the_rest_read():
    around("bomb.warc.gz", gzip.compress(record(http(b"a " * (15 << 20)))), says="200 times")
    around("big.warc.gz", gzip.compress(record(http(b"a " * (40 << 20)))), says="limit|200 times")


@test
def a_page_of_a_gigabyte_is_refused_without_being_held():
    with open("giant.warc", "wb") as file:
        first, last = record(http(page("سرت"))), record(http(page("طبرق")))
        head = record(http(b""), length=(1 << 30) + len(http(b"")))
        file.write(first + head[:-4])
        file.seek(1 << 30, 1)
        file.write(b"\r\n\r\n" + last)
    run = read("giant.warc", code=1, megabytes=600)
    want(places(run) == ["سرت", "طبرق"] and "1024 MiB" in run.stderr, f"{places(run)}", run)
    with open("giant.html", "wb") as file:
        file.truncate(1 << 30)
        file.write(b"<html>")
    run = read("giant.html", "giant.warc", code=1, megabytes=600)
    want("giant.html" in run.stderr, "not named", run)
    os.remove("giant.warc"), os.remove("giant.html")


@test
def a_video_that_is_too_large_is_only_passed_over():
    body = os.urandom(34 << 20)
    run = read(write("film.warc", record(http(body, type="video/mp4")) +
                     record(http(page("سرت")))))
    want(places(run) == ["سرت"] and run.stderr == "", f"{places(run)}", run)


@test
def an_endless_record_on_standard_input_is_told():
    head = record(http(b""), length=10 ** 15)[:-4]
    run = read("-", stdin=record(http(page("سرت"))) + head + b"x" * (50 << 20), code=1,
               megabytes=600)
    want(places(run) == ["سرت"] and "limit" in run.stderr, f"{places(run)}", run)


@test
def nul_bytes_and_odd_bytes_in_heads_do_no_harm():
    body = page("سرت").replace(b" ", b" \0", 9)
    odd = record(http(body, X_Odd="\0\x01"), WARC_Odd="\0\x02").replace(b"https", b"\0\xff")
    run = read(write("nul.warc", odd + record(http(page("طبرق")))))
    want("طبرق" in places(run), f"{places(run)}", run)


def main():
    os.makedirs(sys.argv[2], exist_ok=True)
    os.chdir(tempfile.mkdtemp(dir=sys.argv[2]))
    failed = run_all(lambda function: function.__name__.replace("_", " "))
    if not failed:
        shutil.rmtree(os.getcwd())
    return failed


sys.exit(main())
