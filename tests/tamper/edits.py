"""Ways to tamper with a record, chosen by chance; each tells what it did.

    Tamper(path, random.Random(7)).once()  ->  ("edit", "acts.date of row 3")

An edit that leaves everything as it was (the same value again, bytes that unpack
to the same) is none, and another is chosen. The hashes are computed here once
more, independent of the program.
"""
import hashlib, sqlite3, zlib

TABLES = ["log", "log_state", "pages", "captures", "leads", "documents", "acts",
          "act_actors", "act_agreements", "act_commitments", "act_links", "signatures",
          "set_aside", "found_agreements", "reviews"]
BELOW_PAGES = ["found_agreements", "set_aside", "signatures", "act_links",
               "act_commitments", "act_agreements", "act_actors", "acts", "documents",
               "reviews", "leads", "captures", "pages"]
PACKED = {("pages", "bytes"): "size", ("documents", "json"): "json_size"}


def leaf(kind, body):
    return hashlib.sha256(b"\0" + kind.encode() + b" " + body.encode()).digest()


def frontier(leaves):
    """The roots of the full trees, lowest first."""
    peaks = []  # (level, hash), highest first
    for hash_ in leaves:
        level = 0
        while peaks and peaks[-1][0] == level:
            hash_ = hashlib.sha256(b"\1" + peaks.pop()[1] + hash_).digest()
            level += 1
        peaks.append((level, hash_))
    return b"".join(hash_ for _, hash_ in reversed(peaks))


class Nothing(Exception):
    """The edit would change nothing, or the database does not allow it."""


class Tamper:
    def __init__(self, path, chance):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        self.db.execute("PRAGMA synchronous = OFF")
        self.chance = chance
        there = {row[0] for row in self.db.execute("SELECT name FROM sqlite_schema")}
        for trigger in [row[0] for row in self.db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger'")]:
            self.db.execute(f"DROP TRIGGER {trigger}")
        self.tables = [t for t in TABLES if t in there and self.count(t)]

    # ------------------------------------------------------------- asking

    def count(self, table):
        return self.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def columns(self, table):
        """(name, type, may be NULL, is of the key)"""
        return [(row[1], row[2], not row[3] and not row[5], row[5] > 0)
                for row in self.db.execute(f"PRAGMA table_info({table})")]

    def key(self, table):
        return [name for name, _, _, key in self.columns(table) if key]

    def some_row(self, table):
        """The key of a row."""
        names = ", ".join(self.key(table))
        at = self.chance.randrange(self.count(table))
        return self.db.execute(
            f"SELECT {names} FROM {table} ORDER BY {names} LIMIT 1 OFFSET ?",
            (at,)).fetchone()

    def where(self, table):
        return " AND ".join(f"{name} = ?" for name in self.key(table))

    def value(self, table, column, row):
        return self.db.execute(f"SELECT {column} FROM {table} WHERE "
                               + self.where(table), row).fetchone()[0]

    def put(self, table, column, row, value):
        self.db.execute(f"UPDATE {table} SET {column} = ? WHERE "
                        + self.where(table), (value, *row))

    # ----------------------------------------------------------- new values

    def new_text(self, old):
        way = self.chance.randrange(4)
        if way == 0 or not old:
            return old + self.chance.choice("x0 ـ\u200f")
        at = self.chance.randrange(len(old))
        if way == 1:
            return old[:at] + old[at + 1:]
        if way == 2:
            return old[:at] + chr(ord(old[at]) ^ 1) + old[at + 1:]
        return old[:at] + self.chance.choice("abcز") + old[at:]

    def new_bytes(self, old):
        at = self.chance.randrange(len(old)) if old else 0
        way = self.chance.randrange(3)
        if way == 0 or not old:
            return old + bytes([self.chance.randrange(256)])
        if way == 1:
            return old[:at] + old[at + 1:]
        return old[:at] + bytes([old[at] ^ 1 << self.chance.randrange(8)]) + old[at + 1:]

    def new_value(self, kind, old, nullable):
        if nullable and old is not None and self.chance.random() < 0.2:
            return None
        if kind == "INTEGER":
            return (old or 0) + self.chance.choice([-1, 1, 2, 1000, -2**40])
        if kind == "REAL":
            return old + self.chance.choice([-1, 1]) * 2.0 ** -self.chance.randrange(1, 40)
        if kind == "BLOB":
            return self.new_bytes(old)
        return self.new_text(old or "")

    def new_packed(self, table, column, row, old):
        """Other contents, well packed, or other bytes that are not the same."""
        whole = zlib.decompress(old)
        if self.chance.random() < 0.5:
            other = self.new_bytes(whole)
            self.put(table, PACKED[table, column], row, len(other))
            return zlib.compress(other)
        other = self.new_bytes(old)
        try:
            unpack = zlib.decompressobj()
            if unpack.decompress(other) == whole and unpack.eof and not unpack.unused_data:
                raise Nothing  # a bit that zlib does not look at
        except zlib.error:
            pass
        return other

    # ---------------------------------------------------------------- edits

    def edit(self):
        table = self.chance.choice(self.tables)
        column, kind, nullable, _ = self.chance.choice(self.columns(table))
        row = self.some_row(table)
        old = self.value(table, column, row)
        new = (self.new_packed(table, column, row, old) if (table, column) in PACKED
               else self.new_value(kind, old, nullable))
        if new == old:
            raise Nothing
        self.put(table, column, row, new)
        return f"{table}.{column} of {row}: {str(old)[:60]!r} is {str(new)[:60]!r}"

    def delete(self):
        table = self.chance.choice(self.tables)
        row = self.some_row(table)
        cascade = self.chance.random() < 0.5
        self.db.execute(f"PRAGMA foreign_keys = {'ON' if cascade else 'OFF'}")
        self.db.execute(f"DELETE FROM {table} WHERE " + self.where(table), row)
        return f"{table}: {row} deleted{', with all below' if cascade else ''}"

    def swap(self):
        """One column, or the whole of two rows but for their keys."""
        table = self.chance.choice(self.tables)
        one, other = self.some_row(table), self.some_row(table)
        columns = [name for name, _, _, key in self.columns(table) if not key]
        if self.chance.random() < 0.5:
            columns = [self.chance.choice(columns)] if columns else []
        values = [(self.value(table, c, one), self.value(table, c, other)) for c in columns]
        if all(a == b for a, b in values):
            raise Nothing
        hold = [c for c, (a, b) in zip(columns, values) if a != b]
        if table == "pages" and "sha256" in hold:  # which is unique
            self.put(table, "sha256", one, "-")
        for c, (a, b) in zip(columns, values):
            self.put(table, c, other, a)
            self.put(table, c, one, b)
        return f"{table}: {', '.join(columns)} of {one} and {other} swapped"

    def truncate(self):
        """The last rows of a table; of the log, with a frontier that fits."""
        table = self.chance.choice(self.tables + ["log"] * 3)
        names, few = ", ".join(self.key(table)), self.chance.randrange(1, 4)
        if table == "log_state":
            raise Nothing
        order = ", ".join(name + " DESC" for name in self.key(table))
        self.db.execute(f"DELETE FROM {table} WHERE ({names}) IN (SELECT {names} FROM "
                        f"{table} ORDER BY {order} LIMIT {few})")
        fits = table == "log" and self.chance.random() < 0.5
        if fits:
            self.fit_log()
        return f"{table}: the last {few} taken away{', frontier made to fit' if fits else ''}"

    def add(self):
        """A row more, like another but for its key."""
        table = self.chance.choice(self.tables)
        names = [name for name, _, _, _ in self.columns(table)]
        row = self.some_row(table)
        values = dict(zip(names, self.db.execute(
            f"SELECT * FROM {table} WHERE " + self.where(table), row).fetchone()))
        key = self.key(table)[-1] if table != "acts" else "n"
        values[key] = (self.db.execute(f"SELECT max({key}) FROM {table}").fetchone()[0] + 1
                       if isinstance(values[key], int) else values[key] + "x")
        if table == "pages":
            values["sha256"] = hashlib.sha256(str(row).encode()).hexdigest()
        self.db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})",
                        [values[name] for name in names])
        return f"{table}: {row} once more as {values[key]}"

    def fit_log(self):
        """Every hash and the frontier as the lines ask for."""
        leaves = []
        for seq, kind, body in self.db.execute(
                "SELECT seq, kind, body FROM log ORDER BY seq").fetchall():
            leaves.append(leaf(kind, body))
            self.db.execute("UPDATE log SET leaf = ? WHERE seq = ?", (leaves[-1], seq))
        self.db.execute("UPDATE log_state SET size = ?, frontier = ?",
                        (len(leaves), frontier(leaves)))

    def forge(self):
        """A capture or page with its line and all hashes: only a head tells."""
        table, column = self.chance.choice([("captures", "path"), ("captures", "seen_at"),
                                            ("pages", "first_seen"), ("reviews", "reviewer")])
        row = self.some_row(table)
        old = self.value(table, column, row)
        new = old[:-1] + self.chance.choice("abcde")
        if new == old:
            raise Nothing
        kind = table[:-1]
        self.put(table, column, row, new)
        begin = '{"%s":%d,' % (kind, row[0])
        self.db.execute(
            "UPDATE log SET body = replace(body, ?, ?) WHERE kind = ? AND"
            " substr(body, 1, ?) = ?", (f'"{column}":"{old}"', f'"{column}":"{new}"', kind,
                                        len(begin), begin))
        self.fit_log()
        return f"{table}.{column} of {row} forged with its line"

    def erase(self):
        """A page and all that was made of it, with its lines: only a head tells."""
        page, = self.some_row("pages")
        captures = [row[0] for row in self.db.execute(
            "SELECT capture FROM captures WHERE page = ?", (page,))]
        reviews = [row[0] for row in self.db.execute(
            "SELECT review FROM reviews WHERE page = ?", (page,))]
        gone = ([f'{{"page":{page},'] + [f'{{"capture":{c},' for c in captures]
                + [f'{{"review":{r},' for r in reviews])
        for table in BELOW_PAGES:
            self.db.execute(f"DELETE FROM {table} WHERE page = ?", (page,))
        for begin in gone:
            self.db.execute("DELETE FROM log WHERE substr(body, 1, ?) = ?",
                            (len(begin), begin))
        rows = self.db.execute("SELECT kind, body FROM log ORDER BY seq").fetchall()
        self.db.execute("DELETE FROM log")
        self.db.executemany("INSERT INTO log VALUES (?, ?, ?, x'00')",
                            [(i + 1, *row) for i, row in enumerate(rows)])
        self.fit_log()
        return f"page {page} erased with its lines"

    # -------------------------------------------------------------- in all

    WAYS = {"edit": 40, "delete": 14, "swap": 14, "truncate": 12, "add": 10, "forge": 5,
            "erase": 5}
    NEED_HEAD = {"forge", "erase"}

    def once(self):
        """(way, what was done); the record is tampered with and closed."""
        while True:
            way = self.chance.choices(list(self.WAYS), list(self.WAYS.values()))[0]
            self.db.execute("PRAGMA foreign_keys = OFF")
            self.db.execute("BEGIN")
            try:
                done = getattr(self, way)()
                self.db.execute("COMMIT")
                self.db.close()
                return way, done
            except (Nothing, sqlite3.Error, UnicodeEncodeError, OverflowError):
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
