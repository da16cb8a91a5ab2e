#!/usr/bin/env python3
"""Feeds a second:  bench/watch.py AHD [RESULTS.md] [--feeds 200] [--delay 0.05]

So many feeds of 30 entries, each at a machine of its own (127.0.1.1 and on), by one server that lets each answer wait
as a network does. Ahd asks each machine for robots.txt and for its feed, keeps what it knows in a record on disk, and
in a second run gets 304s; no article is due (the feeds point at pages that a first run, not timed, has fetched as
404s). The peers only fetch the feeds: curl one after another, a process each; one curl for all, one after another; one
curl with 32 at once. Best of three, all in turn, so that a busy machine is busy for all.
"""
import argparse, datetime, http.server, os, socketserver, subprocess, sys, tempfile, threading, time

WHAT = argparse.ArgumentParser()
WHAT.add_argument("ahd")
WHAT.add_argument("results", nargs="?")
WHAT.add_argument("--feeds", type=int, default=200)
WHAT.add_argument("--delay", type=float, default=0.05)
WHAT = WHAT.parse_args()
AHD = os.path.abspath(WHAT.ahd)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16

    def do_GET(self):
        time.sleep(WHAT.delay)
        host = self.headers["Host"]
        items = "".join(f"<item><title>News {i}</title><link>http://{host}/{i}</link><pubDate>Fri, 23 Oct 2020 "
                        f"10:00:00 GMT</pubDate><description>{'words ' * 40}</description></item>" for i in range(30))
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>O</title>{items}</channel></rss>'.encode()
        status = 404 if self.path != "/feed" else 304 if self.headers.get("If-None-Match") else 200
        self.send_response(status)
        self.send_header("ETag", '"1"')
        self.send_header("Content-Length", "0" if status != 200 else str(len(body)))
        self.end_headers()
        if status == 200:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads, request_queue_size = True, 1024


def timed(command, cwd):
    began = time.perf_counter()
    run = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"{command[:3]}: exit {run.returncode}: {run.stderr[:300]}")
    return time.perf_counter() - began, run.stdout


def main():
    server = Server(("0.0.0.0", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    urls = [f"http://127.0.{1 + i // 250}.{1 + i % 250}:{server.server_port}/feed" for i in range(WHAT.feeds)]
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "feeds.txt"), "w") as file:
            file.write("\n".join(urls) + "\n")
        for name, flags in (("one", []), ("many", ["--parallel", "--parallel-max", "32"])):
            with open(os.path.join(folder, name), "w") as file:
                file.write("".join(f'url = "{u}"\noutput = "/dev/null"\n' for u in urls))
        watch = [AHD, "watch", "--once", "--gap", "0", "--allow", "127.0.0.0/8", "feeds.txt", "--db"]
        loop = "while read -r u; do curl -s --compressed -o /dev/null \"$u\" || exit 1; done <feeds.txt"
        timed(watch + ["known.db"], folder)
        known = os.path.join(folder, "known.db")
        forget = ("UPDATE watch_feeds SET etag = NULL, modified = NULL, digest = NULL, due = 0; "
                  "DELETE FROM watch_hosts")
        runs = {
            "ahd, robots.txt and feeds": lambda: (sql(known, forget), timed(watch + ["known.db"], folder))[1],
            "ahd, again (304)": lambda: timed(watch + ["known.db", "--now"], folder),
            "curl, a process each, in turn": lambda: timed(["sh", "-c", loop], folder),
            "curl, one process, in turn": lambda: timed(["curl", "-s", "--compressed", "-K", "one"], folder),
            "curl, one process, 32 at once": lambda: timed(["curl", "-s", "--compressed", "--parallel",
                                                            "--parallel-max", "32", "-K", "many"], folder),
        }
        best = {}
        for _ in range(3):
            for name, run in runs.items():
                took, said = run()
                if name.startswith("ahd") and f"{WHAT.feeds} feeds polled" not in said:
                    sys.exit(f"{name}: {said[-300:]}")
                best[name] = min(best.get(name, took), took)
        report(best)


def sql(path, text):
    import sqlite3
    db = sqlite3.connect(path)
    db.executescript(text)
    db.close()


def report(best):
    turn = best["curl, a process each, in turn"]
    version = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    for name, took in best.items():
        tool, what = name.split(", ", 1)
        row = (f"| {datetime.date.today()} | {version} | feeds polled | {tool} ({what}) | {WHAT.feeds / took:,.0f} feeds/s | "
               f"{WHAT.feeds} feeds, {WHAT.delay * 1000:.0f} ms an answer; {turn / took:.1f} times the plain loop "
               f"| `bench/watch.py build/release/ahd` |")
        print(row)
        if WHAT.results:
            with open(WHAT.results, "a") as file:
                file.write(row + "\n")


main()
