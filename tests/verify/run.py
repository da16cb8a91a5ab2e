#!/usr/bin/env python3
"""Every character back to its bytes:  run.py AHD TMP SHARED

Reads pages of many charsets and formats, and finds their text again in their
bytes twice: by `ahd verify`, and here, by other decoders. Then spoils a record
in each way that verify is to notice. A test is a function; its docstring is its
name.
"""
import glob, html, json, os, re, sqlite3, subprocess, sys, zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from outcome import Skip, Wrong, run_all, test

AHD, TMP, SHARED = (os.path.abspath(path) for path in sys.argv[1:4])
ARABIC = ("قال المتحدث باسم الوفد إن الطرفين وقعا الاتفاق في المدينة يوم الجمعة، "
          "وإن الهدنة تبدأ في اليوم التالي بحضور لجنة من الجانبين.")
CYRILLIC = ("Представитель делегации заявил, что стороны подписали соглашение "
            "в пятницу и что перемирие начинается на следующий день.")
JAPANESE = ("代表団の報道官は、双方が金曜日に停戦合意に署名し、翌日から停戦が始まる"
            "と述べた。合同委員会がその実施を見守る。")
CHINESE = ("代表团发言人说，双方星期五签署了停火协议，停火从次日开始。"
           "一个联合委员会将监督协议的执行。")
LATIN = ("Le porte-parole a déclaré que les deux parties ont signé l'accord à "
         "l'issue de la réunion, et que la trêve commence dès le lendemain.")
GREEK = ("Ο εκπρόσωπος της αντιπροσωπείας δήλωσε ότι οι δύο πλευρές υπέγραψαν "
         "τη συμφωνία την Παρασκευή και η εκεχειρία αρχίζει.")
WORDS = {"utf-8": ARABIC, "utf-16": ARABIC, "windows-1256": ARABIC,
         "iso-8859-6": ARABIC, "windows-1251": CYRILLIC, "koi8-r": CYRILLIC,
         "iso-8859-5": CYRILLIC, "windows-1252": LATIN, "iso-8859-15": LATIN,
         "iso-8859-7": GREEK, "windows-1253": GREEK, "shift_jis": JAPANESE,
         "euc-jp": JAPANESE, "iso-2022-jp": JAPANESE, "gb18030": CHINESE,
         "gbk": CHINESE}
PAGE = """<html><head><meta charset={charset}><title>{title}</title></head>
<body><article><h1>{title}</h1>
<p>{words} &amp; {words}</p>
<p>{words}
<b>{words}</b> &#1607;&#x647;&ngE;&nbsp;
  x<i>{words}</i>{words}</p>
<figure><img src=a.jpg><figcaption>{words} <b>&lt;{words}</b>  {words}
</figcaption></figure><p>{words} {words}</p></article></body></html>"""
COUNT = "%d pages, " % len(glob.glob("examples/*.[th]*"))
def ahd(*args):
    run = subprocess.run([AHD, *args], capture_output=True, text=True,
                         timeout=120)
    if run.returncode not in (0, 1):
        raise Wrong(f"exit {run.returncode}: {run.stderr[-300:]}")
    return run


def verify(*args):
    """The lines of `ahd verify`; none may fail."""
    run = ahd("verify", *args)
    if run.returncode != 0 or not run.stdout.endswith(", 0 failures\n"):
        raise Wrong(run.stdout.splitlines()[0] if run.stdout else run.stderr)
    return run.stdout


def write(name, data):
    path = os.path.join(TMP, name)
    with open(path, "wb") as file:
        file.write(data)
    return path


def write_pages():
    for charset, words in WORDS.items():
        page = PAGE.format(charset=charset, words=words, title=words[:40])
        yield write(charset + ".html",
                    page.encode(charset, "xmlcharrefreplace"))
        yield write(charset + ".txt",
                    f"{words[:40]}\n\n{words} {words}\n{words}".encode(charset))
        if charset not in ("utf-16", "iso-2022-jp"):  # which must be told
            yield write(charset + ".jsonl", (
                '{"id":"%s","title":"%s","text":"%s\\n\\u0647 \\"%s\\" '
                '\\ud83d\\ude00 \\/ %s"}\n' % (charset, words[:40], words,
                                           words, words)).encode(charset))


# ------------------------------------------------------------- found again

def decoded(charset, data, at):
    """The bytes as text; of a charset with states, from the last escape on."""
    if charset == "iso-2022-jp" and not data.startswith(b"\x1b"):
        before = re.findall(rb"\x1b[($][BJ@I]", at)
        data = (before[-1] if before else b"") + data
    return data.decode("cp932" if charset == "shift_jis" else charset)


def same(text, found, kind):
    if text == found:
        return True
    if kind == ".jsonl":
        return found[:1] == "\\" and json.loads(f'"{found}"') == text
    if kind == ".html" and text == " ":
        return not html.unescape(found).replace("\u00a0", " ").strip()
    return kind == ".html" and found[:1] == "&" and html.unescape(found) == text


def find_again(path):
    """How many characters of the page; Wrong when one is not found."""
    with open(path, "rb") as file:
        page = file.read()
    doc = json.loads(ahd("read", "--json", "--article", path).stdout)
    kind, text, end = os.path.splitext(path)[1], doc["text"], 0
    page = page.rstrip(b"\n") if kind == ".jsonl" else page
    for start, at, length, *size in doc["map"]:
        piece = text[start:start + length]
        size = size[0] if size else len(piece.encode())
        data = page[at:at + size]
        if text[end:start].strip("\n"):
            raise Wrong(f"{path}: {text[end:start]!r} is nowhere")
        if not same(piece, decoded(doc["charset"], data, page[:at]), kind):
            raise Wrong(f"{path}: {piece!r} is not {data!r}")
        end = start + length
    if text[end:].strip("\n"):
        raise Wrong(f"{path}: the end is nowhere")
    return end


@test
def pages():
    """pages of 16 charsets in 3 formats lead back to their bytes"""
    paths = list(write_pages())
    verify(*paths)
    characters = sum(find_again(path) for path in paths)
    if characters < 20000:
        raise Wrong(f"only {characters} characters were read")


@test
def captions():
    """captions are whole, and lead back to their bytes"""
    path = write("caption.html", PAGE.format(
        charset="utf-8", words=ARABIC, title=ARABIC[:40]).encode())
    caption = json.loads(ahd("read", "--json", path).stdout)["captions"][0]
    if caption["text"] != f"{ARABIC} <{ARABIC} {ARABIC}":
        raise Wrong(caption["text"])
    verify(path)


@test
def examples():
    """the example pages lead back to their bytes"""
    verify("examples")


@test
def collected():
    """collected pages lead back to their bytes"""
    paths = glob.glob(SHARED + "/corpora/pages-ar/*.gz") + \
        glob.glob(SHARED + "/corpora/encodings/*") + \
        glob.glob(SHARED + "/seed/*.txt") + \
        glob.glob(SHARED + "/gold/*.docs.jsonl")
    if not paths:
        raise Skip("../shared is not here")
    verify(*paths)


# -------------------------------------------------------- what is noticed

def record():
    path = os.path.join(TMP, "verify.db")
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)
    ahd("add", "--db", path, "examples")
    return path


def spoil(sql, *values):
    """A record in which something was changed, verified."""
    path = record()
    db = sqlite3.connect(path)
    with db:
        db.execute(sql, values)
    db.close()
    return ahd("verify", "--db", path)


def spoil_reading(change):
    """The reading of page 1 changed in its JSON."""
    db = sqlite3.connect(record())
    doc = json.loads(zlib.decompress(
        db.execute("SELECT json FROM documents WHERE page = 1").fetchone()[0]))
    db.close()
    change(doc)
    line = json.dumps(doc, ensure_ascii=False).encode()
    return spoil("UPDATE documents SET json = ?, json_size = ? WHERE page = 1",
                 zlib.compress(line), len(line))


def want(run, *words):
    if run.returncode != 1:
        raise Wrong(f"exit {run.returncode}: {run.stdout}")
    for word in words:
        if word not in run.stdout:
            raise Wrong(f"{word!r} is not said: {run.stdout}")


@test
def whole():
    """a whole record is verified, also as JSON"""
    path = record()
    if not verify("--db", path).startswith(COUNT):
        raise Wrong(verify("--db", path))
    lines = ahd("verify", "--json", "--db", path).stdout.splitlines()
    if not all(json.loads(line)["ok"] for line in lines) or not lines:
        raise Wrong(lines)


@test
def bytes_changed():
    """bytes of a kept page that were changed"""
    page = b"<p>" + ARABIC.encode()
    want(spoil("UPDATE pages SET bytes = ?, size = ? WHERE page = 1",
               zlib.compress(page), len(page)), "have another SHA-256")


@test
def page_damaged():
    """a kept page that cannot be unpacked, and the others are verified"""
    want(spoil("UPDATE pages SET bytes = x'00' WHERE page = 2"),
         "the page is damaged", COUNT, ", 1 failures")


@test
def reading_damaged():
    """a reading that cannot be unpacked"""
    want(spoil("UPDATE documents SET json = x'00' WHERE page = 2"),
         "the reading is damaged", ", 1 failures")


@test
def reading_lost():
    """a page without its reading"""
    want(spoil("DELETE FROM documents WHERE page = 3"), "no reading is kept")


@test
def text_changed():
    """a word of the text that was changed"""
    def change(doc):
        doc["text"] = doc["text"][:50] + "x" + doc["text"][51:]
    want(spoil_reading(change), "the text has another SHA-256",
         "the page has other characters here", "character 50, byte ")


@test
def map_changed():
    """a map that leads elsewhere, one with a hole, and one that ends early"""
    def move(doc):
        doc["map"][0][1] += 1
    want(spoil_reading(move), "the page has other characters here")

    def tear(doc):
        del doc["map"][1]
    want(spoil_reading(tear), "no bytes are told for this")

    def stretch(doc):
        doc["map"][-1][2] += 1
    want(spoil_reading(stretch), "the map is longer than the text")

    def swap(doc):
        doc["map"][0], doc["map"][1] = doc["map"][1], doc["map"][0]
    want(spoil_reading(swap), "the map is out of order")


@test
def map_of_harm():
    """a map that leads to the whole page for each character is not followed"""
    def change(doc):
        doc["map"] = [[2 * i, 0, 1, 1000] for i in range(len(doc["text"]) // 2)]
    want(spoil_reading(change), "the page is told many times over")


@test
def spans_changed():
    """a paragraph that leaves words out"""
    def change(doc):
        doc["paragraphs"][1][0] += 3
    want(spoil_reading(change), "the paragraphs do not fit the text")


@test
def outdated():
    """a reading by another version is told, and is no failure; but the log knows"""
    def change(doc):
        doc["made_by"]["version"] = "0.0.1"
    run = spoil_reading(change)
    want(run, "1 reading was made by another", "reading 1: it, or a row", ", 1 failures")


@test
def rows_changed():
    """rows that are not what the reading says, each table"""
    for sql in ("UPDATE acts SET act = 'deny' WHERE page = 2 AND n = 1",
                "UPDATE acts SET sentence = 'x' WHERE page = 2 AND n = 1",
                "UPDATE acts SET sentence_start = 0 WHERE page = 2 AND n = 2",
                "UPDATE act_actors SET actor = 'qa' WHERE page = 2",
                "DELETE FROM act_agreements WHERE page = 2",
                "UPDATE documents SET title = 'x' WHERE page = 2"):
        sql = sql.replace("UPDATE act_actors", "UPDATE OR IGNORE act_actors")
        want(spoil(sql), "a row is not what the reading says", "reading 2: it, or a row")


SETTLED = {
    "UPDATE occurrences SET tellings = tellings + 1 WHERE occurrence = 1": "occurrences: a row is not",
    "UPDATE occurrences SET id = 'o-0-1' WHERE occurrence = 2": "occurrences: a row does not follow",
    "DELETE FROM occurrence_acts WHERE occurrence = 1": "occurrence_acts: a row that follows",
    "UPDATE disputes SET rung = rung + 1": "disputes: a row is not",
    "UPDATE disputes SET json = replace(json, '202', '201')": "disputes: a row is not",
    "DELETE FROM disputes": "disputes: a row that follows from the record is gone",
    "INSERT INTO fulfilments (agreement, commitment, status, evidence, json) VALUES"
    " ('ly-ceasefire-2020-10-23', '99', 'missed', 1, '{}')": "fulfilments: a row does not follow",
    "UPDATE fulfilments SET status = 'met'": "fulfilments: a row is not",
    "UPDATE story_members SET root = root + 1": "story_members: a row is not",
    "INSERT INTO stories (story, id, documents, outlets, roots) VALUES (1, 'x', 9, 9, 9)":
        "stories: a row does not follow",
    "INSERT INTO story_links (page, other, kind, share, other_share) VALUES (1, 999, 'near', 1, 1)":
        "story_links: a row does not follow",
    "INSERT INTO merged_agreements (found, entry) VALUES ('found:x', 'ly-lpa-2015-12-17')":
        "merged_agreements: a row does not follow",
    "UPDATE agreement_counts SET claims = claims + 1": "agreement_counts: a row is not",
    "UPDATE actor_counts SET acts = 0": "actor_counts: a row is not",
    "UPDATE agreement_days SET acts = acts + 1": "agreement_days: a row is not",
    "DELETE FROM agreement_days": "agreement_days: a row that follows from the record is gone",
}


@test
def settled_changed():
    """rows that settling did not find, each table; a rebuild finds them again"""
    for sql, told in SETTLED.items():
        run = spoil(sql)
        want(run, told, "ahd rebuild settles it anew")
        path = os.path.join(TMP, "verify.db")
        ahd("rebuild", "--db", path)
        if not verify("--db", path).startswith(COUNT):
            raise Wrong(f"rebuilt after {sql}: {verify('--db', path)}")


@test
def settled_in_part():
    """what was not settled since is not compared, and that is said"""
    run = spoil("DELETE FROM settled")
    if run.returncode != 0 or "are not compared" not in run.stderr:
        raise Wrong(f"exit {run.returncode}: {run.stdout} {run.stderr}")


@test
def words_elsewhere():
    """an argument whose words are not those of its place, a span outside the text"""
    def other_words(doc):
        doc["acts"][0]["source"][0]["text"] += "x"
    want(spoil_reading(other_words), "the text has other words here")

    def outside(doc):
        doc["acts"][0]["trigger"] = [5, 100000]
    want(spoil_reading(outside), "this points outside the text")


os.makedirs(TMP, exist_ok=True)
sys.exit(run_all())
