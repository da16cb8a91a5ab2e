#!/usr/bin/env python3
"""`ahd watch` against servers on this machine:  run.py AHD TMP SHARED

Each test has sites of its own on loopback addresses (127.0.0.2 and on), which
are allowed by name, so that what is not allowed (127.0.0.1) can be tried too.
"""
import gzip, json, os, shutil, signal, sqlite3, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from outcome import Skip, Wrong, run_all, test, want
from served import Site, answer, article, rss, to

AHD = os.path.abspath(sys.argv[1])
TMP = os.path.join(os.path.abspath(sys.argv[2]), "work")
ALLOWED = "127.0.0.2,127.0.0.3,127.0.0.4/30"
SITES = []


def site(address="127.0.0.2"):
    SITES.append(Site(address))
    return SITES[-1]


class fresh:
    def __enter__(self):
        shutil.rmtree(TMP, ignore_errors=True)
        os.makedirs(TMP)

    def __exit__(self, *_):
        while SITES:
            SITES.pop().close()


def feeds(*lines):
    path = os.path.join(TMP, "feeds.txt")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    return path


def command(path, *more):
    return [AHD, "watch", "--db", os.path.join(TMP, "r.db"), "--gap", "0", "--allow", ALLOWED, path, *more]


class Events(list):
    """What a run told: `of(url)` the last line about a feed or an article."""

    def of(self, url):
        found = [e for e in self if url in (e.get("feed"), e.get("article"))]
        return found[-1] if found else {}

    def state(self, url):
        return self.of(url).get("state")

    def why(self, url):
        return self.of(url).get("why") or ""


def watch(path, *more, seconds=60):
    run = subprocess.run(command(path, "--once", "--json", *more), capture_output=True, text=True,
                         timeout=seconds, cwd=TMP)
    events = Events(json.loads(line) for line in run.stdout.splitlines())
    events.run = run
    events.done = events[-1] if events and "done" in events[-1] else {}
    return events


def sql(query):
    db = sqlite3.connect(os.path.join(TMP, "r.db"))
    try:
        return db.execute(query).fetchall()
    finally:
        db.close()


def backdate(table="watch_feeds"):
    db = sqlite3.connect(os.path.join(TMP, "r.db"))
    db.execute(f"UPDATE {table} SET due = 1 WHERE due IS NOT NULL" if table != "watch_hosts"
               else "UPDATE watch_hosts SET held_until = 1")
    db.commit()
    db.close()


# --------------------------------------------------------------- what it does

@test
def articles_of_a_feed_are_kept_with_where_and_when():
    a = site()
    a.pages["/feed"] = answer(rss([a.url + "/1", a.url + "/2"]), type="application/rss+xml")
    a.pages["/1"] = answer(article("Truce signed in Doha"), Server="x")
    a.pages["/2"] = answer(article("Ministry denies breach", "More."))
    e = watch(feeds("# ours", a.url + "/feed 15m The Outlet"))
    want(e.run.returncode == 0, "fails", e.run)
    want(e.state(a.url + "/feed") == "new" and e.of(a.url + "/feed")["name"] == "The Outlet", f"{e}")
    want(e.done["kept"] == 2 and e.done["new_pages"] == 2, f"{e.done}", e.run)
    rows = sql("SELECT url, path, headers, seen_at FROM captures ORDER BY url")
    want([r[0] for r in rows] == [a.url + "/1", a.url + "/2"], f"captures {rows}")
    want("Server: x" in rows[0][2] and rows[0][2].startswith("HTTP/1.1 200"), f"headers {rows[0][2]}")
    want(rows[0][3].endswith("Z"), "no time")
    want(sql("SELECT bytes FROM pages") and sql("SELECT count(*) FROM documents WHERE kind = 'article'") == [(2,)],
         "no articles")
    verify = subprocess.run([AHD, "verify", "--db", os.path.join(TMP, "r.db")], capture_output=True, text=True)
    want(verify.returncode == 0, "does not verify", verify)


@test
def what_is_known_is_not_fetched_again():
    a = site()
    a.pages["/feed"] = lambda r: (304, {}, b"") if r.headers.get("If-None-Match") == '"v1"' \
        else answer(rss([a.url + "/1"]), ETag='"v1"', Last_Modified="Fri, 23 Oct 2020 10:00:00 GMT")
    a.pages["/1"] = answer(article("Truce"))
    list = feeds(a.url + "/feed")
    watch(list)
    e = watch(list, "--now")
    want(e.state(a.url + "/feed") == "unchanged", f"{e}", e.run)
    want(a.headers("/feed")[1].get("If-Modified-Since", "").startswith("Fri, 23 Oct"), "no If-Modified-Since")
    want(a.count("/feed") == 2 and a.count("/1") == 1, f"asked {a.asked}")
    want(a.count("/robots.txt") == 1, "robots.txt asked twice in a day, over two runs")
    want(not a.headers("/feed")[0].get("If-None-Match"), "a first request with a validator")


@test
def a_feed_that_is_not_due_is_left_alone():
    a = site()
    a.pages["/feed"] = answer(rss([]))
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    list = feeds(a.url + "/feed 2h")
    first = watch(list)
    e = watch(list)
    want(e.state(a.url + "/feed") == "waiting" and a.count("/feed") == 1, f"{e}")
    due = sql("SELECT due - polled FROM watch_feeds")[0][0]
    want(due == 7200, f"due after {due} s")
    want(first.of(a.url + "/feed")["next"] == e.of(a.url + "/feed")["next"], "another day is told")


@test
def intervals_adapt_to_how_often_a_feed_changes():
    a = site()
    n = [0]

    def feed(_):
        n[0] += 1
        return answer(rss([a.url + f"/{min(n[0], 3)}"]))
    a.pages["/feed"] = feed
    list, seen = feeds(a.url + "/feed"), []
    for _ in range(5):
        watch(list, "--now")
        seen.append(sql("SELECT interval FROM watch_feeds")[0][0])
    want(seen[0] == 1800 and seen[1] == 1200 and seen[2] == 800 and seen[3] == 1200 and seen[4] == 1800, f"{seen}")


@test
def a_capture_from_elsewhere_is_known():
    a = site()
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    body = article("Truce")
    head = (f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n").encode()
    warc = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {a.url}/1\r\nWARC-Date: 2020-10-26T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(head) + len(body)}\r\n\r\n").encode() + head + body + b"\r\n\r\n"
    with open(os.path.join(TMP, "a.warc"), "wb") as file:
        file.write(warc)
    subprocess.run([AHD, "add", "--db", os.path.join(TMP, "r.db"), os.path.join(TMP, "a.warc")], check=True,
                   capture_output=True)
    e = watch(feeds(a.url + "/feed"))
    want(e.state(a.url + "/feed") == "unchanged" and a.count("/1") == 0, f"{e} {a.asked}", e.run)


@test
def a_changed_entry_is_fetched_again_as_a_revision():
    a = site()
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    a.pages["/1"] = answer(article("Truce"))
    list = feeds(a.url + "/feed")
    watch(list)
    a.pages["/feed"] = answer(rss([a.url + "/1"], stamp="Sat, 24 Oct 2020 10:00:00 GMT"))
    a.pages["/1"] = answer(article("Truce", "Corrected."))
    e = watch(list, "--now")
    want(e.of(a.url + "/feed")["revised"] == 1, f"{e}", e.run)
    want(a.count("/1") == 1, "fetched again at once, not after ten minutes")
    backdate("watch_links")
    e = watch(list)
    want(a.count("/1") == 2 and e.done["new_pages"] == 1, f"{e}")
    want(sql("SELECT count(DISTINCT page) FROM captures WHERE url LIKE '%/1'") == [(2,)], "no revision")


@test
def a_redirect_leads_to_where_the_article_is():
    a, b = site(), site("127.0.0.3")
    a.pages["/feed"] = answer(rss([a.url + "/go"]))
    a.pages["/go"] = to(b.url + "/there", 301)
    b.pages["/there"] = answer(article("Truce"))
    list = feeds(a.url + "/feed")
    e = watch(list)
    want(e.state(a.url + "/go") == "kept", f"{e}", e.run)
    want(sql("SELECT url FROM captures") == [(b.url + "/there",)], "another address")
    want(b.count("/robots.txt") == 1, "the other site was not asked for its robots.txt")
    watch(list, "--now")
    want(a.count("/go") == 1, "asked again")


@test
def what_is_no_page_is_left_out():
    a = site()
    a.pages["/feed"] = answer(rss([a.url + p for p in ("/i", "/p", "/e", "/gone")] + ["ftp://x/y", "javascript:1"]))
    a.pages["/i"] = answer(b"\x89PNG", type="image/png")
    a.pages["/p"] = answer(b"%PDF-1.5 ...", type="text/html")
    a.pages["/e"] = answer(b"")
    e = watch(feeds(a.url + "/feed"))
    for path in ("/i", "/p", "/e", "/gone"):
        want(e.state(a.url + path) == "left out", f"{path}: {e.of(a.url + path)}")
    want(e.why(a.url + "/gone") == "HTTP 404" and e.of(a.url + "/feed")["new"] == 4, f"{e}")
    want(sql("SELECT count(*) FROM pages") == [(0,)], "something was kept")


@test
def gzip_is_understood():
    a = site()
    a.pages["/feed"] = answer(gzip.compress(rss([a.url + "/1"])), Content_Encoding="gzip")
    a.pages["/1"] = answer(gzip.compress(article("Truce")), Content_Encoding="gzip")
    e = watch(feeds(a.url + "/feed"))
    want(e.done.get("new_pages") == 1, f"{e}", e.run)
    want(all(c in a.headers("/1")[0]["Accept-Encoding"] for c in ("gzip", "br")), "not offered")
    want(sql("SELECT sha256 FROM pages")[0][0] == __import__("hashlib").sha256(article("Truce")).hexdigest(),
         "other bytes")


# ----------------------------------------------------------------- politeness

@test
def robots_txt_is_obeyed():
    a = site()
    a.pages["/robots.txt"] = answer(b"User-agent: *\nAllow: /\n\nUser-agent: ahd\nDisallow: /private\n"
                                    b"Allow: /private/open\n", type="text/plain")
    a.pages["/feed"] = answer(rss([a.url + p for p in ("/private/1", "/private/open/2", "/3")]))
    for p in ("/private/1", "/private/open/2", "/3"):
        a.pages[p] = answer(article("Truce", p))
    e = watch(feeds(a.url + "/feed"))
    want(a.count("/private/1") == 0, "asked for what it must not")
    want(e.state(a.url + "/private/1") == "left out" and "robots.txt" in e.why(a.url + "/private/1"), f"{e}")
    want(e.done["kept"] == 2, f"{e.done}")
    want(a.headers("/robots.txt")[0]["User-Agent"].startswith("ahd/"), "another name")


@test
def without_a_readable_robots_txt_nothing_is_asked():
    a = site()
    a.pages["/robots.txt"] = answer(b"", status=503)
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    e = watch(feeds(a.url + "/feed"))
    want(a.count("/feed") == 0 and e.state(a.url + "/feed") == "waiting", f"{e}")
    want("robots.txt" in e.why(a.url + "/feed"), f"{e}")
    e = watch(feeds(a.url + "/feed"), "--now")
    want(a.count("/robots.txt") == 1, "asked again at once, in a second run")


@test
def crawl_delay_and_gap_are_kept():
    a = site()
    a.pages["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 0.4\n", type="text/plain")
    a.pages["/feed"] = answer(rss([a.url + f"/{i}" for i in range(4)]))
    a.delay = 0.05
    watch(feeds(a.url + "/feed"))
    times = a.times()
    gaps = [b - a for a, b in zip(times, times[1:])]
    want(len(times) == 6 and min(gaps) > 0.38, f"gaps {gaps}")
    b = site("127.0.0.3")
    b.pages["/feed"] = answer(rss([b.url + "/1"]))
    watch(feeds(b.url + "/feed"), "--gap", "1")
    times = b.times()
    want(len(times) == 3 and min(b - a for a, b in zip(times, times[1:])) > 0.98, f"{times}")


@test
def one_request_at_a_time_a_machine_and_many_machines_at_once():
    sites = [site(f"127.0.0.{i}") for i in (2, 3, 4, 5, 6, 7)]
    for s in sites:
        s.delay = 0.2
        s.pages["/feed"] = answer(rss([s.url + f"/{i}" for i in range(5)]))
    began = time.monotonic()
    e = watch(feeds(*(s.url + "/feed" for s in sites)))
    took = time.monotonic() - began
    want(all(s.most == 1 for s in sites), f"at once: {[s.most for s in sites]}")
    want(e.done["polled"] == 6 and e.done["left_out"] == 30, f"{e.done}")
    want(took < 6 * 7 * 0.2 * 0.6, f"one after another: {took:.1f} s")


@test
def retry_after_is_honoured_and_remembered():
    a = site()
    a.pages["/feed"] = answer(b"", status=429, Retry_After="3600")
    list = feeds(a.url + "/feed")
    e = watch(list)
    want(e.run.returncode == 1 and e.state(a.url + "/feed") == "failed", f"{e}", e.run)
    wait = sql("SELECT due - polled FROM watch_feeds")[0][0]
    want(3590 <= wait <= 3700, f"waits {wait} s")
    e = watch(list, "--now")
    want(a.count("/feed") == 1 and e.state(a.url + "/feed") == "waiting", "asked before its time")
    backdate()
    e = watch(list)
    want(a.count("/feed") == 1 and e.state(a.url + "/feed") == "waiting", "the machine was asked before its time")
    backdate()
    backdate("watch_hosts")
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    e = watch(list)
    want(e.state(a.url + "/feed") == "new", f"{e}")


@test
def failures_wait_longer_and_longer():
    a = site()
    a.pages["/feed"] = answer(b"", status=500)
    list, waits = feeds(a.url + "/feed 1m"), []
    for _ in range(4):
        watch(list)
        waits.append(sql("SELECT due - polled FROM watch_feeds")[0][0])
        backdate()
    want(all(45 * 2 ** i <= w <= 75 * 2 ** i for i, w in enumerate(waits)), f"{waits}")
    want(a.count("/feed") == 4, f"{a.asked}")


@test
def articles_of_a_busy_machine_wait_in_the_record():
    a = site()
    a.pages["/feed"] = answer(rss([a.url + f"/{i}" for i in range(50)]))
    for i in range(50):
        a.pages[f"/{i}"] = answer(b"", status=503, Retry_After="100")
    list = feeds(a.url + "/feed")
    e = watch(list)
    want(len(a.asked) == 3, f"asked {len(a.asked)} times")
    want(e.done["again"] == 50, f"{e.done}")
    for i in range(50):
        a.pages[f"/{i}"] = answer(article("Truce", f"{i}"))
    backdate("watch_links")
    backdate("watch_hosts")
    e = watch(list)
    want(e.done["kept"] == 50 and a.count("/feed") == 1, f"{e.done}")


# ---------------------------------------------------------------------- safety

@test
def private_addresses_are_refused():
    a = site("127.0.0.1")
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    for more in ([], ["--allow", "127.0.0.2"]):
        run = subprocess.run([AHD, "watch", "--db", os.path.join(TMP, "r.db"), "--once", "--json", *more,
                              feeds(a.url + "/feed")], capture_output=True, text=True, timeout=60)
        line = json.loads(run.stdout.splitlines()[0])
        want(line["state"] == "failed" and "loopback" in line["why"], f"{line}", run)
        want(a.asked == [], "it was asked")
        backdate()
    run = subprocess.run([AHD, "watch", "--db", os.path.join(TMP, "r.db"), "--once", "--json", "--allow-private",
                          feeds(a.url + "/feed")], capture_output=True, text=True, timeout=60)
    want(json.loads(run.stdout.splitlines()[0])["state"] == "new", "not allowed", run)


@test
def redirects_to_where_only_we_reach_are_refused():
    a, inner = site(), site("127.0.0.1")
    inner.pages["/secret"] = answer(article("Secret"))
    port = inner.port
    targets = {"/in": f"http://127.0.0.1:{port}/secret", "/name": f"http://localhost:{port}/secret",
               "/number": f"http://2130706433:{port}/secret", "/hex": f"http://0x7f000001:{port}/secret",
               "/mapped": f"http://[::ffff:127.0.0.1]:{port}/secret", "/zero": f"http://0.0.0.0:{port}/secret",
               "/cloud": "http://169.254.169.254/latest/meta-data/", "/ten": "http://10.0.0.1/",
               "/file": "file:///etc/passwd", "/gopher": "gopher://127.0.0.1:25/x",
               "/user": f"http://a:b@127.0.0.2:{port}/"}
    a.pages["/feed"] = answer(rss([a.url + p for p in targets] + [targets["/in"], targets["/cloud"]]))
    for path, url in targets.items():
        a.pages[path] = to(url)
    e = watch(feeds(a.url + "/feed"))
    want(inner.asked == [], f"it was asked: {inner.asked}")
    for url in [a.url + p for p in targets] + [targets["/in"], targets["/cloud"]]:
        want(e.state(url) == "left out", f"{url}: {e.of(url)}")
    want("link-local" in e.why(targets["/cloud"]) and "loopback" in e.why(a.url + "/in"), f"{e}")
    want(sql("SELECT count(*) FROM pages") == [(0,)], "something was kept")
    run = subprocess.run([AHD, "watch", "--db", os.path.join(TMP, "p.db"), "--gap", "0", "--once", "--json",
                          "--allow-private", feeds(a.url + "/feed")], capture_output=True, text=True, timeout=60)
    lines = {l.get("article"): l for l in map(json.loads, run.stdout.splitlines())}
    want("link-local" in lines[a.url + "/cloud"]["why"], "even then nobody's article is there", run)


@test
def a_robots_txt_leads_nowhere_private_either():
    a, inner = site(), site("127.0.0.1")
    a.pages["/robots.txt"] = to(inner.url + "/robots.txt")
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    e = watch(feeds(a.url + "/feed"))
    want(inner.asked == [] and a.count("/feed") == 0, f"{inner.asked} {a.asked}")
    want(e.state(a.url + "/feed") == "failed", f"{e}")


@test
def redirects_that_never_end_do():
    a = site()
    a.pages["/feed"] = answer(rss([a.url + "/loop", a.url + "/chain0"]))
    a.pages["/loop"] = to("/loop")
    for i in range(30):
        a.pages[f"/chain{i}"] = to(f"/chain{i + 1}")
    e = watch(feeds(a.url + "/feed"))
    want(a.count("/loop") == 6, f"{a.count('/loop')} times")
    want(e.state(a.url + "/loop") == e.state(a.url + "/chain0") == "left out", f"{e}")


@test
def what_is_slow_or_endless_is_ended():
    a, b, c = site(), site("127.0.0.3"), site("127.0.0.4")

    def endless():
        while True:
            yield b"<p>" + b"x" * 65536

    def drip():
        while True:
            time.sleep(0.2)
            yield b"."
    a.pages["/feed"] = answer(rss([a.url + "/endless", b.url + "/drip", c.url + "/silent"]))
    a.pages["/endless"] = lambda r: (200, {"Content-Type": "text/html"}, endless())
    b.pages["/drip"] = lambda r: (200, {"Content-Type": "text/html"}, drip())
    c.pages["/silent"] = lambda r: time.sleep(20) or (None, {}, b"")
    began = time.monotonic()
    e = watch(feeds(a.url + "/feed"), "--timeout", "3")
    want(time.monotonic() - began < 15, "took too long")
    want("larger than 8 MiB" in e.why(a.url + "/endless"), f"{e}")
    want("slowly" in e.why(b.url + "/drip") and "no answer" in e.why(c.url + "/silent"), f"{e}")
    want(all(e.state(u) == "again" for u in (a.url + "/endless", b.url + "/drip", c.url + "/silent")), f"{e}")


@test
def bombs_stay_small():
    a = site()
    bomb = gzip.compress(gzip.compress(b"\0" * (256 << 20), 9), 9)
    once = gzip.compress(b"<rss>" + b" " * (200 << 20), 9)
    a.pages["/feed"] = answer(rss([a.url + "/bomb", a.url + "/twice"]))
    a.pages["/bomb"] = answer(once, Content_Encoding="gzip")
    a.pages["/twice"] = answer(bomb, Content_Encoding="gzip, gzip")
    a.pages["/feed2"] = answer(once, type="application/rss+xml", Content_Encoding="gzip")
    a.pages["/feed3"] = answer(once, type="application/gzip")
    import resource
    limit = lambda: None if "asan" in AHD else resource.setrlimit(resource.RLIMIT_DATA, (600 << 20,) * 2)
    run = subprocess.run(command(feeds(*(a.url + p for p in ("/feed", "/feed2", "/feed3"))), "--once", "--json"),
                         capture_output=True, text=True, timeout=60, preexec_fn=limit)
    e = Events(map(json.loads, run.stdout.splitlines()))
    want("larger than" in e.why(a.url + "/bomb") and "larger than" in e.why(a.url + "/twice"), f"{e}", run)
    want(e.state(a.url + "/feed2") == "failed" and e.state(a.url + "/feed3") == "failed", f"{e}")


@test
def hostile_feeds_do_no_harm():
    a = site()
    many = rss([a.url + f"/m{i}" for i in range(3000)])
    a.pages["/entities"] = answer(b'<!DOCTYPE rss [<!ENTITY a "' + b"b" * 1000 + b'">]><rss>' + b"&a;" * 1000 + b"</rss>")
    a.pages["/html"] = answer(article("No feed"))
    a.pages["/cut"] = answer(rss([a.url + "/c1", a.url + "/c2"])[:-60])
    a.pages["/odd"] = answer(rss(["http://127.0.0.2:99999999/", "//", "http://[::1", " " * 5000,
                                  "http://127.0.0.2/\u202e" + "a" * 3000, a.url + "/ok?a=%00&amp;b"]))
    a.pages["/binary"] = answer(os.urandom(5000))
    a.pages["/empty"] = answer(b"")
    a.pages["/header"] = answer(rss([]), X="y" * 70000)
    a.pages["/many"] = answer(many)
    names = ["/entities", "/html", "/cut", "/odd", "/binary", "/empty", "/header", "/many"]
    e = watch(feeds(*(a.url + n for n in names)), seconds=120)
    for n in ("/entities", "/html", "/cut", "/binary", "/empty", "/header"):
        want(e.state(a.url + n) == "failed" and e.why(a.url + n), f"{n}: {e.of(a.url + n)}", e.run)
    want(e.of(a.url + "/cut")["new"] >= 1, "what came before the cut is lost")
    want(e.of(a.url + "/odd")["new"] == 1, f"{e.of(a.url + '/odd')}")
    want(e.of(a.url + "/many")["new"] == 1000, f"{e.of(a.url + '/many')}")
    want(e.run.returncode == 1 and "done" in e[-1], "it ended otherwise", e.run)


@test
def headers_cannot_be_smuggled():
    a = site()
    a.pages["/feed"] = lambda r: (200, {"ETag": '"a\tb"', "Last-Modified": "x" * 5000}, rss([a.url + "/1"]))
    list = feeds(a.url + "/feed")
    watch(list)
    watch(list, "--now")
    want(a.count("/feed") == 2 and "If-Modified-Since" not in a.headers("/feed")[1], f"{a.headers('/feed')}")
    run = subprocess.run(command(list, "--once", "--contact", "a\r\nX: y"), capture_output=True, text=True)
    want(run.returncode == 2 and "contact" in run.stderr, "taken", run)


# -------------------------------------------------------------- starting, ending

@test
def the_list_is_told_by_line():
    for lines, words in ((["# x", "", "ftp://x/"], ":3: cannot watch"), (["http://127.0.0.2/f 15s"], ":1: 15s is no interval"),
                         (["http://a.example/f", "HTTP://A.example:80/f"], ":2: this feed stands in line 1"),
                         (["http://u:p@a.example/"], "a name or password"), (["# only"], "names no feed")):
        run = subprocess.run(command(feeds(*lines), "--once"), capture_output=True, text=True)
        want(run.returncode == 1 and words in run.stderr and "feeds.txt" in run.stderr, f"{lines}", run)
    run = subprocess.run(command(os.path.join(TMP, "none.txt"), "--once"), capture_output=True, text=True)
    want(run.returncode == 1 and "none.txt" in run.stderr, "no file", run)


@test
def ctrl_c_ends_it_and_what_was_told_is_durable():
    a = site()
    a.delay = 0.03
    a.pages["/feed"] = answer(rss([a.url + f"/{i}" for i in range(300)]))
    for i in range(300):
        a.pages[f"/{i}"] = answer(article("Truce", f"{i}"))
    run = subprocess.Popen(command(feeds(a.url + "/feed"), "--json"), stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, text=True)
    kept = 0
    for line in run.stdout:
        kept += json.loads(line).get("state") == "kept"
        if kept > 10 and run.poll() is None:
            run.send_signal(signal.SIGINT)
            break
    rest = run.stdout.read().splitlines()
    code = run.wait(20)
    kept += sum(json.loads(line).get("state") == "kept" for line in rest)
    want(code == 130 and "done" in json.loads(rest[-1]), f"exit {code}")
    want(sql("SELECT count(*) FROM captures")[0][0] == kept, f"{kept} were told")
    asked = len(a.asked)
    e = watch(feeds(a.url + "/feed"))
    want(sql("SELECT count(*) FROM captures")[0][0] == 300, "not all came in the end")
    want(len(a.asked) - asked <= 300 - kept + 1 and a.count("/robots.txt") == 1, "asked twice")
    want(e.state(a.url + "/feed") == "waiting", "polled again")


@test
def killed_it_loses_nothing():
    a = site()
    a.delay = 0.02
    a.pages["/feed"] = answer(rss([a.url + f"/{i}" for i in range(200)]), ETag='"1"')
    for i in range(200):
        a.pages[f"/{i}"] = answer(article("Truce", f"{i}"))
    for n in (1, 30, 60):
        run = subprocess.Popen(command(feeds(a.url + "/feed"), "--json"), stdout=subprocess.PIPE, text=True)
        kept = 0
        for line in run.stdout:
            kept += json.loads(line).get("state") == "kept"
            if kept >= n:
                break
        run.kill()
        run.wait()
        want(sql("SELECT count(*) FROM captures")[0][0] >= kept, "told, and not there")
    watch(feeds(a.url + "/feed"))
    urls = sql("SELECT count(DISTINCT url) FROM captures")[0][0]
    want(urls == 200, f"{urls} of 200")
    want(a.count("/feed") == 1, "the feed was asked again before it is due")


@test
def a_feed_that_is_taken_out_is_asked_no_more():
    a, b = site(), site("127.0.0.3")
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    a.pages["/1"] = answer(b"", status=500)
    b.pages["/feed"] = answer(rss([b.url + "/1"]))
    watch(feeds(a.url + "/feed", b.url + "/feed"))
    backdate("watch_links")
    watch(feeds(b.url + "/feed"))
    want(a.count("/1") == 1, "its article was asked for")
    watch(feeds(a.url + "/feed"))
    want(a.count("/1") == 2, "listed again, its article is not asked for")
    backdate("watch_links")
    b.pages["/feed"] = answer(rss([a.url + "/1"]))
    watch(feeds(b.url + "/feed"), "--now")
    want(a.count("/1") == 3, "another feed has it, and it is not asked for")


@test
def people_read_lines_and_the_meaning_of_the_exit():
    a = site()
    a.pages["/feed"] = answer(rss([a.url + "/1"]))
    a.pages["/1"] = answer(article("Truce"))
    run = subprocess.run(command(feeds(a.url + "/feed صحيفة", a.url + "/none"), "--once"), capture_output=True, text=True)
    lines = run.stdout.splitlines()
    want(run.returncode == 1 and len(lines) == 3, "other lines", run)
    want(any(l.startswith("new       1 of 1     next ") and "صحيفة" in l for l in lines), f"{lines}")
    want(any(l.startswith("failed ") and l.endswith("HTTP 404") for l in lines), f"{lines}")
    want(lines[-1].startswith("2 feeds polled: 1 with news, 1 failed; 1 articles kept"), f"{lines}")


sys.exit(run_all(within=fresh))
