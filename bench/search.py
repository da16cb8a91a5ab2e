#!/usr/bin/env python3
"""Which words find each other, beside SQLite and PostgreSQL:  search.py KEYS [--classes]

The pairs of tests/search, a query and a text each, the same for all:
  ahd        a word of the text shares a stem key with each word of the query
             (KEYS: build/release/tests/search/keys)
  unicode61  SQLite FTS5, remove_diacritics 2
  trigram    SQLite FTS5
  postgres   full text search, configuration `arabic`, for English pairs `english`,
             on a cluster of its own in a folder that is removed afterwards
Printed: the share found of the pairs that must match, and of those that must not,
by half; with --classes by class as well.
"""
import os, shutil, sqlite3, subprocess, sys, tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../tests/search"))
from pairs import find_by_keys, read_pairs


def sqlite(tokenizer, pairs):
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='{tokenizer}')")
    found = []
    for row, pair in enumerate(pairs):
        base.execute("INSERT INTO texts(rowid, text) VALUES (?, ?)", (row, pair.text))
    for row, pair in enumerate(pairs):
        words = " ".join(f'"{word}"' for word in pair.query.split())
        hits = base.execute("SELECT 1 FROM texts WHERE texts MATCH ? AND rowid = ?", (words, row))
        found.append(hits.fetchone() is not None)
    return found


class Cluster:
    """A PostgreSQL server on a socket in a folder, as a user without rights."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="pg")
        self.as_user = []
        if os.geteuid() == 0:
            shutil.chown(self.folder, "nobody")
            self.as_user = ["setpriv", "--reuid=nobody", "--clear-groups"]
        self.run("initdb", "-D", self.folder + "/data", "-U", "bench", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")
        self.run("pg_ctl", "-D", self.folder + "/data", "-w", "-l", self.folder + "/log",
                 "-o", f"-c listen_addresses='' -k {self.folder}", "start")
        return self

    def __exit__(self, *_):
        subprocess.run(self.as_user + [tool("pg_ctl"), "-D", self.folder + "/data", "-m",
                                       "immediate", "stop"], capture_output=True)
        shutil.rmtree(self.folder)

    def run(self, name, *args, **more):
        return subprocess.run(self.as_user + [tool(name), *args], capture_output=True, check=True,
                              cwd=self.folder, **more).stdout.decode()


def tool(name):
    """PostgreSQL's programs for servers are not in PATH on Debian."""
    found = shutil.which(name)
    for version in range(20, 12, -1):
        found = found or shutil.which(name, path=f"/usr/lib/postgresql/{version}/bin")
    return found or name


def postgres(pairs):
    def quoted(text):
        return "'" + text.replace("'", "''") + "'"

    lines = []
    for pair in pairs:
        language = "english" if pair.english else "arabic"
        lines.append(f"SELECT to_tsvector('{language}', {quoted(pair.text)}) @@ "
                     f"plainto_tsquery('{language}', {quoted(pair.query)});\n")
    with Cluster() as cluster:
        said = cluster.run("psql", "-h", cluster.folder, "-U", "bench", "-d", "postgres", "-qAt",
                           input="".join(lines).encode())
        version = cluster.run("postgres", "--version").split()[2]
    return version, [line == "t" for line in said.split()]


def share(pairs, found, keep):
    some = [hit for pair, hit in zip(pairs, found) if keep(pair)]
    return f"{sum(some) / len(some):6.1%}" if some else "      "


def table(pairs, systems):
    halves = ("all", lambda p: True), ("dev", lambda p: p.half == "dev"), \
             ("test", lambda p: p.half == "test"), ("Arabic", lambda p: not p.english), \
             ("English", lambda p: p.english)
    print("| system | must be found: " + " | ".join(name for name, _ in halves) +
          " | must not: " + " | ".join(name for name, _ in halves) + " |")
    print("|---" * 11 + "|")
    for name, found in systems:
        print(f"| {name} | " + " | ".join(
            share(pairs, found, lambda p, keep=keep, must=must: keep(p) and p.must == must)
            for must in (True, False) for _, keep in halves) + " |")


def classes(pairs, systems):
    print("\n| class | " + " | ".join(name for name, _ in systems) + " |")
    print("|---" * (len(systems) + 1) + "|")
    for must in True, False:
        for why in dict.fromkeys(pair.why for pair in pairs if pair.must == must):
            print(f"| {'must' if must else 'must not'}: {why} | " + " | ".join(
                share(pairs, found, lambda p, must=must, why=why: p.must == must and p.why == why)
                for _, found in systems) + " |")


def main():
    pairs = read_pairs()
    systems = [("ahd", find_by_keys(os.path.abspath(sys.argv[1]), pairs)),
               (f"SQLite {sqlite3.sqlite_version} unicode61",
                sqlite("unicode61 remove_diacritics 2", pairs)),
               (f"SQLite {sqlite3.sqlite_version} trigram", sqlite("trigram", pairs))]
    try:
        version, found = postgres(pairs)
        systems.append((f"PostgreSQL {version} arabic", found))
    except (OSError, subprocess.CalledProcessError) as why:
        print("PostgreSQL not measured:", why, getattr(why, "stderr", b"").decode())
    table(pairs, systems)
    if "--classes" in sys.argv:
        classes(pairs, systems)


main()
