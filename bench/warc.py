#!/usr/bin/env python3
"""How fast crawls are read, beside warcio and fastwarc:  warc.py AHD SHARED [ROWS]

Crawls are made of the pages of SHARED/bench/extraction, packed record by
record; every second page was packed by its server as well.
  pages    a request, the page and a record about it, as Common Crawl writes
  crawl    also eight resources a page, 1 to 15 kB each, with their requests, as
           a browser fetches them
  digests  `pages` with block digests; all check them
  plain    `crawl`, not packed
Timed, in CPU seconds of one core and the best of five: every record, its HTTP
head, and the body of what is HTML without its codings. bench/warc.c reads with
what Ahd reads with. Then the whole of `ahd read` on a crawl of a GB, for its
peak memory. With ROWS the rows are added to that file.
"""
import base64, datetime, glob, gzip, hashlib, os, subprocess, sys, tarfile

from common import WORK, peer_python

AHD, SHARED = os.path.abspath(sys.argv[1]), sys.argv[2]
ROWS = sys.argv[3] if len(sys.argv) > 3 else None
PEERS = ["warcio==1.8.1", "fastwarc==2.0.1", "brotli"]
RUNS = 5
NOISE = b"".join(hashlib.sha512(bytes([n])).digest() for n in range(256))
PEER = r"""
import resource, sys
def used():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime
def warcio(path):
    from warcio.archiveiterator import ArchiveIterator
    records = pages = size = 0
    with open(path, 'rb') as file:
        for record in ArchiveIterator(file, check_digests=CHECK):
            records += 1
            if record.rec_type == 'response' and \
                    (record.http_headers.get_header('Content-Type') or '').startswith('text/html'):
                pages += 1
                size += len(record.content_stream().read())
    return records, pages, size
def fastwarc(path):
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    records = pages = size = 0
    options = {'auto_decode': 'all', 'verify_digests': CHECK}
    with open(path, 'rb') as file:
        for record in ArchiveIterator(file, parse_http=True, **options):
            records += 1
            if record.record_type == WarcRecordType.response and \
                    (record.http_content_type or '').startswith('text/html'):
                pages += 1
                size += len(record.reader.read())
    return records, pages, size
CHECK = sys.argv[4] == 'digests'
best = None
for _ in range(int(sys.argv[2])):
    began = used()
    got = globals()[sys.argv[1]](sys.argv[3])
    took = used() - began
    best = took if best is None or took < best else best
print(best, *got)
"""


def pages():
    for archive in sorted(glob.glob(f"{SHARED}/bench/extraction/*.pages.tar.xz")):
        with tarfile.open(archive) as tar:
            for member in tar:
                if member.isfile():
                    yield tar.extractfile(member).read()


def record(kind, block, number, digests, content="application/http; msgtype=response"):
    digest = ""
    if digests:
        digest = f"WARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(block).digest()).decode()}\r\n"
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Date: 2020-10-26T08:30:00Z\r\nWARC-Target-URI: https://example.org/{number}\r\n"
            f"{digest}Content-Type: {content}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def exchange(body, type, number, digests, more=""):
    """A request and its response."""
    ask = f"GET /{number} HTTP/1.1\r\nHost: example.org\r\nUser-Agent: test\r\nAccept: */*\r\n\r\n"
    head = (f"HTTP/1.1 200 OK\r\nServer: test\r\nDate: Mon, 26 Oct 2020 08:30:00 GMT\r\n"
            f"Content-Type: {type}\r\n{more}Content-Length: {len(body)}\r\n\r\n")
    yield record("request", ask.encode(), number, digests, "application/http; msgtype=request")
    yield record("response", head.encode() + body, number, digests)


def capture(page, number, what):
    """The records that come with a page."""
    digests, more = what == "digests", ""
    if number % 2:
        page, more = gzip.compress(page, 6), "Content-Encoding: gzip\r\n"
    yield from exchange(page, "text/html; charset=utf-8", number, digests, more)
    yield record("metadata", b"fetchTimeMs: 100\r\ncharset-detected: UTF-8\r\n", number, digests,
                 "application/warc-fields")
    for i in range(8 if what in ("crawl", "plain") else 0):
        yield from exchange(b"\x89PNG\r\n\x1a\n" + NOISE[:1000 + 2000 * i], "image/png", number, digests)


def make(path, size, pack, what):
    """A crawl of `size` bytes as it lies; every page comes again until then."""
    if os.path.exists(path):
        return
    packed = [b"".join(map(pack, capture(page, n, what))) for n, page in enumerate(pages())]
    if not packed:
        sys.exit(f"no pages in {SHARED}: nothing to measure")
    with open(path + ".new", "wb") as file:
        while file.tell() < size:
            for records in packed:
                file.write(records)
                if file.tell() >= size:
                    break
    os.rename(path + ".new", path)


def make_apart(*args):
    """In a process of its own: what runs after it must not inherit its memory."""
    child = os.fork()
    if child == 0:
        make(*args)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("the crawl was not made")


def run_timed(command):
    """User seconds, peak MiB and output of a command."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    out = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {child.returncode}")
    return usage.ru_utime, usage.ru_maxrss / 1024, out


def ours(path):
    driver = os.path.join(os.path.dirname(AHD), "bench/warc")
    best = min(run_timed([driver, path]) for _ in range(RUNS))
    return [best[0], *map(int, best[2].split())]


def peer(python, name, path, what):
    run = subprocess.run([python, "-c", PEER, name, str(RUNS), path, what], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{name} not measured: {run.stderr.strip()[-300:]}")
        return None
    words = run.stdout.split()
    return [float(words[0]), *map(int, words[1:4])]


def main():
    subprocess.run(["make", "-s", "MODE=" + os.path.basename(os.path.dirname(AHD)),
                    os.path.relpath(os.path.join(os.path.dirname(AHD), "bench/warc"))], check=True)
    os.makedirs(WORK, exist_ok=True)
    rows, python = [], peer_python(PEERS)
    for what in "pages", "crawl", "digests", "plain":
        path = f"{WORK}/{what}.warc" + ("" if what == "plain" else ".gz")
        make_apart(path, (300 if what == "plain" else 100) << 20, bytes if what == "plain" else gzip.compress,
             what)
        mine = ours(path)
        for name in ("ahd", "fastwarc", "warcio") if python else ("ahd",):
            got = mine if name == "ahd" else peer(python, name, path, what)
            if got is None:
                continue
            seconds, records, count, size = got
            note = (f"{records} records, {count} pages of {size >> 20} MiB; "
                    f"{os.path.getsize(path) / seconds / 1e6:.0f} MB/s of file")
            if name != "ahd":
                note += f"; ahd is {seconds / mine[0]:.2f} times as fast"
            rows.append((os.path.basename(path), name, f"{records / seconds:,.0f} records/s", note))
    large = f"{WORK}/gigabyte.warc.gz"
    make_apart(large, 1 << 30, gzip.compress, "crawl")
    command = [AHD, "read", "--json", "--threads", "1", large]
    seconds, peak, out = run_timed(command)
    rows.append(("gigabyte.warc.gz", "ahd (whole reading)", f"{peak:.0f} MiB peak",
                 f"{out.count(10)} pages in {seconds:.0f} s"))
    day = datetime.date.today().isoformat()
    said = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True)
    for what, tool, value, note in rows:
        print(f"{what:18} {tool:20} {value:>20}   {note}")
        if ROWS:
            with open(ROWS, "a", encoding="utf-8") as file:
                file.write(f"| {day} | {said.stdout.strip() or 'no git'} | {what} | {tool} | {value} | {note} | "
                           f"`bench/warc.py` |\n")


main()
