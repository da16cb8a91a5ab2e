#!/usr/bin/env python3
"""How long readers wait for pages of a record of a million acts:

    bench/serving.py build/release [--acts 1000000] [--readers 50] [--seconds 30]
                     [--think 1.0] [--record FILE] [--strict] [--append]

A record that nobody wrote (tests/soak/million.c, as for bench/latency.py), served by
`ahd serve` on this machine. Each reader asks for a page, reads it for about a second, and
follows another link; the pages are those that such readers find: the lists, and what they link
to. Beside it, one reader who never pauses, and who asks for the smallest page, /about. With --strict, a page
whose 99th percentile is above 50 ms fails, searches above 200 ms."""
import argparse
import asyncio
import html
import os
import random
import re
import signal
import subprocess
import time

import common

LISTS = {"today": "/", "agreements": "/agreements", "disputes": "/disputes",
         "documents": "/documents", "stories": "/stories", "actors": "/actors", "map": "/map",
         "review": "/review", "browse acts": "/search", "about": "/about"}
FOUND = {"agreement": r"/agreements/[^\"?#]+", "dispute": r"/disputes/[^\"?#]+",
         "document": r"/documents/[^\"?#]+", "story": r"/stories/[^\"?#]+",
         "actor": r"/actors/[^\"?#]+"}
SEARCH, MOST, MOST_SEARCH, PER_KIND = "search", 50, 200, 40


async def ask(port, path):
    """The page, and the seconds until all of it was there."""
    started = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    took = time.perf_counter() - started
    head, _, body = answer.partition(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    if status not in (200, 404):
        raise SystemExit(f"{path}: HTTP {status}")
    return body.decode() if status == 200 else None, took


def with_lang(path, lang):
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


async def collect(port):
    """Pages by their kind: the lists, what they link to, and words of documents."""
    pages, linked = {}, set()
    for kind, path in LISTS.items():
        body, _ = await ask(port, with_lang(path, "en"))
        if body is None:
            print(f"{kind}: this record has none")
            continue
        pages[kind] = [path]
        linked |= {html.unescape(link) for link in re.findall(r'href="([^"]+)"', body)}
    for kind, pattern in FOUND.items():
        found = sorted({m.group() for m in map(re.compile(pattern).match, linked) if m})
        if found:
            pages[kind] = found[:PER_KIND]
    words = set()
    for path in pages.get("document", [])[:5]:
        body, _ = await ask(port, with_lang(path, "en"))
        text = re.sub(r"<[^>]*>", " ", body.split('id="main"')[-1])
        words |= {w for w in re.findall(r"\w{4,}", text) if not w.isdigit()}
    pages[SEARCH] = [f"/search?q={w}" for w in sorted(words)[:PER_KIND]] or ["/search?q=word"]
    return pages


class Times:
    def __init__(self):
        self.of = {}

    def add(self, kind, seconds):
        self.of.setdefault(kind, []).append(1000 * seconds)

    def at(self, kind, share):
        times = sorted(self.of.get(kind, [0]))
        return times[min(len(times) - 1, int(share * len(times)))]


async def read_on(port, pages, times, until, think, draw):
    """One reader: all kinds of pages equally often."""
    await asyncio.sleep(draw.random() * think)
    while time.perf_counter() < until:
        kind = draw.choice(list(pages))
        _, took = await ask(port, with_lang(draw.choice(pages[kind]), draw.choice(("ar", "en"))))
        times.add(kind, took)
        if think:
            await asyncio.sleep(draw.expovariate(1 / think))


async def measure(port, readers, seconds, think):
    pages = await collect(port)
    alone, together = Times(), Times()
    await read_on(port, pages, alone, time.perf_counter() + seconds / 2, 0, random.Random(1))
    until = time.perf_counter() + seconds
    await asyncio.gather(*(read_on(port, pages, together, until, think, random.Random(n))
                           for n in range(readers)))
    return pages, alone, together


def record_of(words):
    if words.record:
        return words.record
    db = f"{common.WORK}/acts-{words.acts}.db"
    subprocess.run(["python3", "bench/latency.py", words.out, "--acts", str(words.acts),
                    "--rounds", "1"], check=True, stdout=subprocess.DEVNULL)
    return db


def serve(out, db):
    server = subprocess.Popen([f"{out}/ahd", "serve", "--db", db, "--port", "0"],
                              stdout=subprocess.PIPE, text=True)
    return server, int(re.search(r":(\d+)/", server.stdout.readline()).group(1))


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("out")
    words.add_argument("--acts", type=int, default=1000000)
    words.add_argument("--readers", type=int, default=50)
    words.add_argument("--seconds", type=float, default=30)
    words.add_argument("--think", type=float, default=1.0)
    words.add_argument("--record")
    words.add_argument("--strict", action="store_true")
    words.add_argument("--append", action="store_true")
    words = words.parse_args()
    os.makedirs(common.WORK, exist_ok=True)
    server, port = serve(words.out, record_of(words))
    try:
        pages, alone, together = asyncio.run(
            measure(port, words.readers, words.seconds, words.think))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
    print(f"{'page':12}{'asked':>7}  {'alone p50':>10}{'p99':>9}  "
          f"{f'{words.readers} readers p50':>16}{'p99':>9}   ms")
    rows, slow = [], []
    for kind in pages:
        one, all_ = (alone.at(kind, .5), alone.at(kind, .99)), (together.at(kind, .5),
                                                                together.at(kind, .99))
        print(f"{kind:12}{len(together.of.get(kind, [])):7}  {one[0]:10.1f}{one[1]:9.1f}  "
              f"{all_[0]:16.1f}{all_[1]:9.1f}")
        if all_[1] > (MOST_SEARCH if kind == SEARCH else MOST):
            slow.append(kind)
        rows.append((f"page: {kind}", "ahd serve", all_[0], f"ms at the median, {words.readers} readers",
                     f"p99 {all_[1]:.1f} ms; one reader {one[0]:.1f} and {one[1]:.1f} ms, /about "
                     f"{alone.at('about', .5):.1f}; {words.acts:,} acts",
                     ["bench/serving.py", words.out, "--acts", str(words.acts)]))
    if words.append:
        common.append(rows)
    if words.strict:
        print(f"FAIL pages take long: {', '.join(slow)}" if slow
              else f"ok no page takes more than {MOST} ms, no search more than {MOST_SEARCH}")
    raise SystemExit(words.strict and bool(slow))


if __name__ == "__main__":
    main()
