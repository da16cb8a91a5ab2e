"""A site on an address of this machine, for the tests of `ahd watch`.

    site = Site("127.0.0.2")
    site.pages["/feed"] = answer(rss([site.url + "/1"]))
    site.pages["/slow"] = lambda request: time.sleep(60)
    site.asked          what it was asked for: [(path, headers, when)]

Nothing is looked up and nothing leaves the machine.
"""
import http.server, socketserver, threading, time

TEXT = """<p>The two interior ministries signed a security memorandum in Doha on Friday, after two
days of talks in the Qatari capital, said a spokesman of the army to reporters.</p><p>Both sides
said that the ceasefire of Geneva holds, and that they meet again in November to look at how it is
kept on the coast road and in the oil ports.</p><p>The army's spokesman told reporters that the
memorandum breaches the ceasefire. The ministry denied this on Saturday, and said that it trains
policemen only, as the text of the memorandum says in its second paragraph.</p>"""


def article(title, more=""):
    return (f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head>"
            f"<body><article><h1>{title}</h1>{TEXT}<p>{more}</p></article></body></html>").encode()


def rss(links, stamp="Fri, 23 Oct 2020 10:00:00 GMT"):
    items = "".join(f"<item><title>News</title><link>{u}</link><pubDate>{stamp}</pubDate></item>"
                    for u in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>O</title>{items}</channel></rss>'.encode()


def answer(body, status=200, type="text/html; charset=utf-8", **fields):
    return status, {"Content-Type": type, **{k.replace("_", "-"): v for k, v in fields.items()}}, body


def to(url, status=302):
    return status, {"Location": url}, b""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        site = self.server.site
        with site.lock:
            site.asked.append((self.path, dict(self.headers), time.monotonic()))
            site.now += 1
            site.most = max(site.most, site.now)
        try:
            self.reply(site)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with site.lock:
                site.now -= 1

    def reply(self, site):
        time.sleep(site.delay)
        found = site.pages.get(self.path, (404, {}, b"not here"))
        status, fields, body = found(self) if callable(found) else found
        if status is None:
            return
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        if not isinstance(body, bytes):
            self.send_header("Connection", "close")
            self.end_headers()
            for piece in body:
                self.wfile.write(piece)
            self.close_connection = True
            return
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 304:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 512

    def handle_error(self, *_):
        pass


class Site:
    def __init__(self, address, port=0):
        self.pages, self.asked = {}, []
        self.lock, self.now, self.most, self.delay = threading.Lock(), 0, 0, 0
        self.server = Server((address, port), Handler)
        self.server.site = self
        self.port = self.server.server_address[1]
        self.url = f"http://{address}:{self.port}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def count(self, path):
        with self.lock:
            return sum(p == path for p, _, _ in self.asked)

    def headers(self, path):
        with self.lock:
            return [h for p, h, _ in self.asked if p == path]

    def times(self):
        with self.lock:
            return [t for _, _, t in self.asked]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
