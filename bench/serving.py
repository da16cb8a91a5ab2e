#!/usr/bin/env python3
"""How long readers wait for pages of a record of a million acts:

    bench/serving.py build/release ../shared [--acts 1000000] [--readers 50]
                     [--seconds 60] [--think 1.0] [--strict] [--append]

A record that pile.py made, served by `ahd serve` on this machine. Each reader asks for a
page, reads it for about a second, and asks for another; agreements, actors, words are those
that most of it is about as well as others. Of a download it is the first byte that is waited
for. Own is the time of the server itself, whatever else the machine does. Beside it, one reader who never pauses, and who asks for the smallest page, /about. With
--strict, a page whose 99th percentile is above 50 ms fails, searches above 200 ms."""
import argparse
import asyncio
import glob
import random
import re
import signal
import sqlite3
import subprocess
import time
import urllib.parse

import common
import pile

PAGES = {
    "today": ["/", "/?since=2024-06-01&on=2024-06-07", "/?since=2019-03-01&on=2019-03-30"],
    "today, by coming": ["/?by=added", "/?by=added&since=2020-01-01"],
    "agreements": ["/agreements"], "disputes": ["/disputes"], "documents": ["/documents"],
    "stories": ["/stories", "/stories?from=2015-01-01&to=2015-12-31"], "actors": ["/actors"],
    "map": ["/map", "/map?act=sign", "/map?from=2019-01-01&to=2020-12-31"],
    "review": ["/review", "/review?act=accuse", "/review?state=disagreeing"],
    "browse acts": ["/search"], "about": ["/about"], "codebook": ["/codebook"]}
# What there is one of for each of these; {} is what the question answers.
ASKED = {
    "agreement": ("/agreements/{}", "agreements"),
    "timeline of months": ("/agreements/{}?from=2018-01-01&to=2018-06-30", "agreements"),
    "today, followed": ("/?follow={}", "agreements"),
    "map of an agreement": ("/map?agreement={}", "agreements"),
    "review of an agreement": ("/review?agreement={}", "agreements"),
    "feed": ("/acts.atom?agreement={}", "agreements"),
    "JSON feed": ("/acts.feed.json?actor={}", "actors"),
    "actor": ("/actors/{}", "actors"),
    "map of an actor": ("/map?actor={}", "actors"),
    "map at a place": ("/map?place={}", "places"),
    "dispute": ("/disputes/{}", "disputes"),
    "story": ("/stories/{}", "stories"),
    "compare": ("/occurrences/{}", "occurrences"),
    "document": ("/documents/{}", "documents"),
    "whole document": ("/documents/{}", "whole"),
    "side by side": ("/documents/{}?beside={}", "copies"),
    "review item": ("/review?at={}:{}", "acts"),
    "whole review item": ("/review/item?at={}:{}", "whole acts"),
    "words": ("/search?q={}", "words"),
    "words, of an agreement": ("/search?q={}&agreement={}", "words of agreements"),
    "acts of an agreement": ("/search?agreement={}", "agreements"),
    "acts of an actor": ("/search?actor={}", "actors"),
    "acts.csv": ("/acts.csv?agreement={}", "agreements"),
    "search.jsonl": ("/search.jsonl?actor={}", "actors"),
    "acts.geojson": ("/acts.geojson?agreement={}", "agreements")}
OUR = "d.url LIKE 'https://example.org/%'"
SOME = "abs(d.page * 2654435761 % 1000003)"  # in no order that means anything
QUESTIONS = {
    "agreements": "SELECT agreement FROM agreement_counts ORDER BY acts DESC LIMIT 60",
    "actors": "SELECT actor FROM actor_counts ORDER BY acts DESC LIMIT 120",
    "places": "SELECT place_id FROM acts WHERE place_id IS NOT NULL GROUP BY 1"
              " ORDER BY count(*) DESC LIMIT 40",
    "disputes": "SELECT id FROM disputes ORDER BY claims DESC LIMIT 60",
    "stories": "SELECT id FROM stories ORDER BY documents DESC LIMIT 60",
    "occurrences": "SELECT id FROM occurrences ORDER BY tellings DESC LIMIT 60",
    "documents": f"SELECT id FROM documents d WHERE {OUR} ORDER BY {SOME} LIMIT 60",
    "whole": f"SELECT id FROM documents d WHERE NOT {OUR} ORDER BY {SOME} LIMIT 300",
    "copies": "SELECT d.id, e.id FROM story_links l JOIN documents d ON d.page = l.page JOIN"
              f" documents e ON e.page = l.other WHERE l.kind = 'near' ORDER BY {SOME} LIMIT 60",
    "acts": f"SELECT d.id, a.n FROM acts a JOIN documents d USING (page) WHERE {OUR}"
            f" ORDER BY {SOME} LIMIT 60",
    "whole acts": f"SELECT d.id, a.n FROM acts a JOIN documents d USING (page) WHERE NOT {OUR}"
                  f" ORDER BY {SOME} LIMIT 300"}
SEARCHES = ("words", "words, of an agreement")
DOWNLOADS = ("acts.csv", "search.jsonl", "acts.geojson")
MOST, MOST_SEARCH, WORDS = 50, 200, 60


async def ask(port, path, first_byte=False):
    """The page, and the seconds until all of it was there."""
    started = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    body = await (reader.read(1) if first_byte else reader.read())
    took = time.perf_counter() - started
    writer.close()
    status = int(head.split(b" ", 2)[1])
    if status not in (200, 404):
        raise SystemExit(f"{path}: HTTP {status}")
    return body.decode() if status == 200 and not first_byte else None, took


def with_lang(path, lang):
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


async def words_of(port, documents):
    """Words that stand in some documents, whatever they are."""
    words = set()
    for (one,) in documents[:5]:
        body, _ = await ask(port, with_lang(f"/documents/{one}", "en"))
        text = re.sub(r"<[^>]*>", " ", body.split('id="main"')[-1])
        words |= set(re.findall(r"[^\W\d_]{4,}", text))
    return [(w,) for w in sorted(words)[:WORDS]] or [("word",)]


async def collect(port, db):
    """Pages by their kind."""
    base = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    answers = {name: base.execute(sql).fetchall() for name, sql in QUESTIONS.items()}
    base.close()
    answers["words"] = await words_of(port, answers["documents"])
    answers["words of agreements"] = [
        (word, agreement) for (word,), (agreement,) in zip(answers["words"], answers["agreements"])]
    pages = dict(PAGES)
    for kind, (path, name) in ASKED.items():
        if answers[name]:
            pages[kind] = [path.format(*(urllib.parse.quote(str(part)) for part in row))
                           for row in answers[name]]
        else:
            print(f"{kind}: this record has none")
    return pages


def own(server):
    """Seconds that its threads have run, whatever else the machine does."""
    return sum(int(open(path, encoding="ascii").read().split()[0])
               for path in glob.glob(f"/proc/{server.pid}/task/*/schedstat")) / 1e9


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
        path = with_lang(draw.choice(pages[kind]), draw.choice(("ar", "en")))
        _, took = await ask(port, path, kind in DOWNLOADS)
        times.add(kind, took)
        if think:
            await asyncio.sleep(draw.expovariate(1 / think))


async def read_alone(server, port, pages, until):
    """One reader who never pauses; also how long the server ran for each."""
    alone, ran, draw = Times(), Times(), random.Random(1)
    while time.perf_counter() < until:
        kind = draw.choice(list(pages))
        path, before = with_lang(draw.choice(pages[kind]), draw.choice(("ar", "en"))), own(server)
        _, took = await ask(port, path, kind in DOWNLOADS)
        alone.add(kind, took)
        ran.add(kind, own(server) - before)
    return alone, ran


async def measure(server, port, db, readers, seconds, think):
    pages, together = await collect(port, db), Times()
    alone, ran = await read_alone(server, port, pages, time.perf_counter() + seconds)
    until = time.perf_counter() + seconds
    await asyncio.gather(*(read_on(port, pages, together, until, think, random.Random(n))
                           for n in range(readers)))
    return pages, ran, alone, together


def serve(out, db):
    server = subprocess.Popen([f"{out}/ahd", "serve", "--db", db, "--port", "0"],
                              stdout=subprocess.PIPE, text=True)
    return server, int(re.search(r":(\d+)/", server.stdout.readline()).group(1))


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("out")
    words.add_argument("shared")
    words.add_argument("--acts", type=int, default=1000000)
    words.add_argument("--readers", type=int, default=50)
    words.add_argument("--seconds", type=float, default=60)
    words.add_argument("--think", type=float, default=1.0)
    words.add_argument("--strict", action="store_true")
    words.add_argument("--append", action="store_true")
    words = words.parse_args()
    db = pile.record(words.out, words.shared, words.acts)
    server, port = serve(words.out, db)
    try:
        pages, ran, alone, together = asyncio.run(
            measure(server, port, db, words.readers, words.seconds, words.think))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
    print(f"{'page':24}{'asked':>7}  {'own p50':>9}{'p99':>9}  {'alone p50':>10}{'p99':>9}  "
          f"{f'{words.readers} readers p50':>16}{'p99':>9}   ms")
    rows, slow = [], []
    for kind in pages:
        cpu, one, all_ = ((times.at(kind, .5), times.at(kind, .99))
                          for times in (ran, alone, together))
        print(f"{kind:24}{len(together.of.get(kind, [])):7}  {cpu[0]:9.1f}{cpu[1]:9.1f}  "
              f"{one[0]:10.1f}{one[1]:9.1f}  {all_[0]:16.1f}{all_[1]:9.1f}")
        if all_[1] > (MOST_SEARCH if kind in SEARCHES else MOST):
            slow.append(kind)
        rows.append((f"page: {kind}", "ahd serve", cpu[0], "ms CPU at the median",
                     f"p99 {cpu[1]:.1f} ms; by the clock of a shared machine {words.readers} readers "
                     f"{all_[0]:.1f} and {all_[1]:.1f}, one {one[0]:.1f} and {one[1]:.1f} ms, /about "
                     f"{alone.at('about', .5):.1f}; {words.acts:,} acts",
                     ["bench/serving.py", words.out, words.shared, "--acts", str(words.acts)]))
    if words.append:
        common.append(rows)
    if words.strict:
        print(f"FAIL pages take long: {', '.join(slow)}" if slow
              else f"ok no page takes more than {MOST} ms, no search more than {MOST_SEARCH}")
    raise SystemExit(words.strict and bool(slow))


if __name__ == "__main__":
    main()
