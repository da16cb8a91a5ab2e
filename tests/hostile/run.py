#!/usr/bin/env python3
"""Bad input from outside:  run.py AHD TMP SHARED

Whatever comes, Ahd ends with a message that names the file and the cure, with
the exit code of its manual (0 done, 1 some input unreadable, 2 usage, 3 record,
4 memory or limit), with the rest of the batch done and nothing half written.
A test is a function; its docstring is its name.
"""
import contextlib, gzip, json, os, re, resource, shutil, signal, sqlite3, subprocess, sys
import tempfile, time

import families as pages

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from outcome import Skip, Wrong, run_all, test, want

AHD = os.path.abspath(sys.argv[1])
SHARED = os.path.abspath(sys.argv[3])
HOME = os.getcwd()
GOOD = """وزيرا الداخلية في ليبيا وقطر يوقعان مذكرة تفاهم
طرابلس 26 أكتوبر 2020

وقع وزير الداخلية الليبي ووزير الداخلية القطري يوم الاثنين مذكرة تفاهم للتعاون الأمني في الدوحة.
وقال المتحدث باسم الجيش الوطني الليبي إن المذكرة تخرق اتفاق وقف إطلاق النار الموقع في جنيف.
وأكدت الحكومة أنها ملتزمة بالاتفاق وأن التعاون الأمني لا يمس بنوده في شيء.
"""
def ahd(*args, seconds=60, limits=None, program=(), stdin=None, **more):
    """Run ahd; a signal, a hang or a sanitiser's report is always wrong."""
    def before():
        for what, amount in (limits or {}).items():
            resource.setrlimit(what, (amount, amount))
        # The size limit must come back as an error, not as a signal.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    more.setdefault("stdout", subprocess.PIPE)
    try:
        run = subprocess.run([*program, more.pop("binary", AHD), *args], input=stdin,
                             stderr=subprocess.PIPE, timeout=seconds,
                             preexec_fn=before, restore_signals=False, **more)
    except subprocess.TimeoutExpired:
        raise Wrong(f"still running after {seconds} s")
    run.stderr = run.stderr.decode("utf-8", "replace")
    run.stdout = (run.stdout or b"").decode("utf-8", "strict")
    want(run.returncode >= 0, f"killed by signal {-run.returncode}", run)
    want("Sanitizer" not in run.stderr, "a sanitiser spoke", run)
    return run


def documents(run):
    return [json.loads(line) for line in run.stdout.splitlines() if line]


def ids(run):
    """Of what was read; a broken line may be told as a document `error`."""
    return [d["id"] for d in documents(run) if d["kind"] != "error"]


def write(name, content):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return name


def good(name):
    """A page that reads well, its own in every file."""
    return write(name, GOOD.replace("الدوحة", "الدوحة " + os.path.basename(name)))


def batch(bad, *, code, says=None, seconds=60, **more):
    """Read `bad` between two good pages. `code`: the exit codes allowed;
    `says`: what the message must say beside the file's name."""
    first, last = good("a-good.txt"), good("z-good.txt")
    run = ahd("read", "--json", first, bad, last, seconds=seconds, **more)
    want(run.returncode in code, f"exit code is not one of {code}", run)
    docs = documents(run)
    articles = [d for d in docs if d["kind"] == "article" and "مذكرة" in d["text"]]
    want(len(articles) >= 2, "the good pages of the batch are not all read", run)
    if run.returncode != 0:
        name = os.path.basename(bad)
        want(name in run.stderr, f"the message does not name {name}", run)
        want(re.search(says or ".", run.stderr, re.I),
             f"the message does not say {says!r}", run)
    return run


# ------------------------------------------------------------ pages and files

@test
def an_empty_file():
    batch(write("empty.html", b""), code={1}, says="empty")


@test
def a_file_of_white_space():
    batch(write("blank.txt", b" \r\n\t\n" * 50), code={0, 1}, says="empty|no text")


@test
def a_binary_file():
    elf = open(AHD, "rb").read(200000)
    batch(write("program.html", elf), code={1}, says="binary|not text|not a page|no text")


@test
def an_image_named_as_a_page():
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + os.urandom(20000)
    batch(write("image.html", png), code={1}, says="binary|not text|not a page|no text")


@test
def a_hundred_megabytes_of_div():
    with open("divs.html", "wb") as file:
        for _ in range(100):
            file.write(b"<div>" * 200000)
    began = time.time()
    batch("divs.html", code={0, 1}, says="large|limit|bytes|MiB|MB", seconds=120)
    want(time.time() - began < 60, "took more than a minute")
    os.remove("divs.html")


@test
def a_page_nested_a_hundred_thousand_deep():
    for tag in ("div", "b", "table><tr><td", "svg", "ul><li"):
        batch(write("deep.html", f"<{tag}>" * 100000 + "نص"), code={0, 1})


@test
def broken_utf_8_is_read_with_replacement_marks():
    page = GOOD.encode().replace("ليبيا".encode(), "ليبيا".encode() + b"\xd9\xff\xc0\x80", 1)
    write("broken.txt", page)
    run = ahd("read", "--json", "broken.txt")
    want(run.returncode == 0, "broken UTF-8 is no error", run)
    want("\ufffd" in documents(run)[0]["text"], "no U+FFFD in the text")


@test
def bytes_at_random():
    for n in range(20):
        batch(write("random.html", os.urandom(5000)), code={0, 1})


@test
def nul_bytes_inside_a_page():
    write("nul.txt", GOOD.encode().replace(b" ", b" \0", 5))
    run = ahd("read", "--json", "nul.txt")
    want(run.returncode in (0, 1), "exit code", run)
    want(run.returncode == 0 or "nul.txt" in run.stderr, "file not named", run)


@test
def a_page_without_any_arabic_or_english():
    page = "Стороны подписали соглашение о прекращении огня в Женеве. " * 20
    run = batch(write("russian.txt", "Соглашение\n\n" + page), code={0, 1})
    if run.returncode == 0:
        other = [d for d in documents(run) if "مذكرة" not in (d.get("text") or "")]
        want(len(other) == 1, "the page is not told of", run)
        want(not other[0].get("acts"), "acts were found in Russian")


@test
def a_page_in_utf_16():
    batch(write("utf16.txt", GOOD.encode("utf-16")), code={0, 1})


@test
def a_file_that_does_not_exist():
    batch("gone.html", code={1}, says="no such file|not exist|not found|not there")


@test
def an_endless_device():
    batch("/dev/zero", code={1}, seconds=60)


@test
def a_folder_with_a_pipe_and_a_loop_of_links():
    os.makedirs("odd")
    good("odd/good.txt")
    os.mkfifo("odd/pipe.txt")
    os.symlink(".", "odd/loop")
    os.symlink("nowhere", "odd/dangling.txt")
    run = ahd("read", "--json", "odd")
    want(run.returncode in (0, 1), "exit code", run)
    want(len([d for d in documents(run) if d["kind"] == "article"]) >= 1,
         "the good page is not read", run)


@test
def an_empty_folder():
    os.makedirs("nothing")
    run = ahd("read", "--json", "nothing")
    want(run.returncode in (0, 1), "exit code", run)
    want("nothing" in run.stderr, "the message does not name the folder", run)


@test
def a_folder_without_rights():
    if os.getuid() != 0:
        program = []
    elif shutil.which("setpriv"):
        program = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
    else:
        raise Skip("runs as root, and there is no setpriv to give rights up with")
    shutil.copy(AHD, "ahd-for-all")
    os.chmod("ahd-for-all", 0o755)
    os.makedirs("closed/inner")
    good("closed/inner/hidden.txt")
    os.chmod("closed/inner", 0)
    for path, name in (("closed", "inner"), ("closed/inner", "inner")):
        run = ahd("read", "--json", good("a-good.txt"), path, good("z-good.txt"),
                  binary=os.path.abspath("ahd-for-all"), program=program)
        want(run.returncode == 1, "exit code is not 1", run)
        want(name in run.stderr, "the folder is not named", run)
        want(re.search("permission|rights|allowed", run.stderr, re.I),
             "the reason is not told", run)
        want(len(documents(run)) >= 2, "the rest is not read", run)
    os.chmod("closed/inner", 0o755)


@test
def a_truncated_gz():
    whole = gzip.compress(GOOD.encode() + os.urandom(5000).hex().encode())
    batch(write("cut.txt.gz", whole[:len(whole) // 2]), code={1},
          says="gzip|compress|truncat|damaged|cut|incomplete|ends")


@test
def a_gz_that_is_none():
    batch(write("none.html.gz", b"\x1f\x8b\x08\x00" + os.urandom(3000)), code={1},
          says="gzip|compress|truncat|damaged|corrupt")


@test
def a_gz_that_swells_to_gigabytes():
    one = gzip.compress(b"\0" * (64 << 20))
    write("bomb.html.gz", one * 40)
    batch("bomb.html.gz", code={1}, says="large|limit|MiB|MB|bytes", seconds=120,
          limits={resource.RLIMIT_AS: 2 << 30} if "asan" not in AHD else None)


# ---------------------------------------------------------------- JSON lines

def line(n, **more):
    record = {"id": f"d{n}", "url": f"http://example.org/{n}", "outlet": "Example",
              "title": f"خبر {n}", "date": "2020-10-26", "text": GOOD.split("\n", 2)[2]}
    return json.dumps({**record, **more}, ensure_ascii=False)


@test
def broken_lines_among_json_lines():
    write("lines.jsonl", "\n".join([line(1), '{"id": "cut', line(3), "[1,2]", "",
                                    '{"id":"x","title":5,"text":null}', line(7)]) + "\n")
    run = ahd("read", "--json", "lines.jsonl")
    want(run.returncode == 1, "exit code is not 1", run)
    want(all(i in ids(run) for i in ("d1", "d3", "d7")), f"read only {ids(run)}", run)
    for n in (2, 4):
        want(f"lines.jsonl:{n}" in run.stderr, f"line {n} is not named", run)


@test
def a_last_json_line_that_is_cut_off():
    write("tail.jsonl", line(1) + "\n" + line(2)[:60])
    run = ahd("read", "--json", "tail.jsonl")
    want(run.returncode == 1, "exit code is not 1", run)
    want(ids(run) == ["d1"], "not the good line alone", run)
    want("tail.jsonl:2" in run.stderr, "line 2 is not named", run)


@test
def json_nested_a_million_deep():
    write("nested.jsonl", "[" * 1000000 + "\n" + line(2) + "\n" +
          '{"id":"d","text":' + '{"a":' * 500000 + "\n")
    run = ahd("read", "--json", "nested.jsonl")
    want(run.returncode == 1, "exit code is not 1", run)
    want(ids(run) == ["d2"], "the good line is not read", run)


@test
def json_with_lone_surrogates_and_nul():
    write("odd.jsonl", '{"id":"a","title":"\\ud800","text":"x\\u0000y"}\n' + line(2) + "\n")
    run = ahd("read", "--json", "odd.jsonl")
    want(run.returncode in (0, 1), "exit code", run)
    want("d2" in ids(run), "the good line is not read", run)


@test
def one_json_line_of_twenty_megabytes():
    write("long.jsonl", line(1, text="كلمة " * 2500000) + "\n" + line(2) + "\n")
    run = ahd("read", "--json", "long.jsonl", seconds=120)
    want(run.returncode in (0, 1), "exit code", run)
    want("d2" in ids(run), "the good line is not read", run)
    want(run.returncode == 0 or "long.jsonl:1" in run.stderr, "line 1 is not named", run)


@test
def every_article_of_the_corpora_is_told():
    if not os.path.isdir(f"{SHARED}/corpora"):
        raise Skip("there are no corpora beside the tree")
    for name in ("ar-political", "ar-satire-negatives", "en-conflict"):
        path = f"{SHARED}/corpora/{name}.jsonl.gz"
        with gzip.open(path) as lines:
            count = sum(1 for _ in lines)
        run = ahd("read", "--json", path, seconds=900)
        want(run.returncode == 0, f"{name}: exit code is not 0", run)
        told = 0
        for number, text in enumerate(run.stdout.split("\n")[:-1], 1):
            try:
                doc = json.loads(text)
            except ValueError as why:
                raise Wrong(f"{name}: line {number} of the output is no JSON: {why}")
            told += 1
            for act in doc.get("acts") or []:
                start, end = act["trigger"]
                want(0 <= start < end <= len(doc["text"]),
                     f"{name}: {doc['id']} has an act outside its text")
        want(told == count, f"{name}: {told} of {count} articles are told")


# -------------------------------------------------------------------- output

@test
def a_full_disk_under_the_output():
    with open("/dev/full", "wb") as full:
        run = ahd("read", "--json", good("a-good.txt"), stdout=full)
    want(run.returncode not in (0, 2), "the loss is not told", run)
    want(re.search("space|full|write", run.stderr, re.I), "the reason is not told", run)


@test
def a_reader_that_leaves_early():
    write("many.jsonl", "".join(line(n) + "\n" for n in range(2000)))
    run = subprocess.run(["sh", "-c", '"$0" read --json many.jsonl | head -c 10', AHD],
                         capture_output=True, timeout=60)
    want(b"Sanitizer" not in run.stderr and len(run.stdout) == 10, f"said {run.stderr[-200:]}")


# ---------------------------------------------------------------- the record

def pages_kept(db):
    """Titles that `ahd list documents` shows; the file itself is sound."""
    if not os.path.exists(db):
        return []
    with sqlite3.connect(db) as check:
        sound = check.execute("PRAGMA integrity_check").fetchone()[0]
    want(sound == "ok", f"the database is damaged: {sound}")
    run = ahd("list", "documents", "--db", db)
    want(run.returncode in (0, 3), "the record cannot be listed", run)
    return run.stdout.splitlines()


def many(count, folder="many"):
    for n in range(count):
        write(f"{folder}/{n:04}.txt", GOOD.replace("الدوحة", f"الدوحة {n} " + "في " * 300))
    return folder


@test
def a_full_disk_under_the_record():
    many(200)
    run = ahd("add", "--db", "small.db", "many",
              limits={resource.RLIMIT_FSIZE: 400 << 10})
    want(run.returncode == 3, "exit code is not 3", run)
    want("small.db" in run.stderr, "the record is not named", run)
    want(re.search("full|space|disk", run.stderr, re.I), "the cure is not told", run)
    pages_kept("small.db")
    run = ahd("add", "--db", "small.db", "many")
    want(run.returncode == 0, "adding again with room fails", run)
    pages_kept("small.db")


@test
def a_locked_record():
    want(ahd("add", "--db", "locked.db", good("a-good.txt")).returncode == 0, "cannot add")
    holder = sqlite3.connect("locked.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    run = ahd("add", "--db", "locked.db", good("b-good.txt"), seconds=90)
    holder.execute("ROLLBACK")
    holder.close()
    want(run.returncode == 3, "exit code is not 3", run)
    want("locked.db" in run.stderr, "the record is not named", run)
    want(re.search("lock|another|busy|in use", run.stderr, re.I), "the cure is not told", run)
    want(ahd("add", "--db", "locked.db", good("b-good.txt")).returncode == 0,
         "cannot add once it is free")


@test
def a_record_that_is_no_database():
    write("letter.db", "Dear reader, this is a letter and no database. " * 100)
    before = open("letter.db", "rb").read()
    for args in (("add", "--db", "letter.db", good("a-good.txt")),
                 ("list", "documents", "--db", "letter.db")):
        run = ahd(*args)
        want(run.returncode == 3, f"{args[0]}: exit code is not 3", run)
        want("letter.db" in run.stderr, f"{args[0]}: the file is not named", run)
    want(open("letter.db", "rb").read() == before, "a foreign file was changed")


@test
def a_database_of_another_program():
    with sqlite3.connect("other.db") as other:
        other.execute("CREATE TABLE pages (x)")
        other.execute("INSERT INTO pages VALUES (1)")
    run = ahd("add", "--db", "other.db", good("a-good.txt"))
    want(run.returncode == 3, "exit code is not 3", run)
    want("other.db" in run.stderr, "the file is not named", run)
    with sqlite3.connect("other.db") as other:
        want(other.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,),
             "tables were put into a foreign database")


@test
def a_record_in_a_folder_that_does_not_exist():
    run = ahd("add", "--db", "no/such/folder/x.db", good("a-good.txt"))
    want(run.returncode == 3, "exit code is not 3", run)
    want("x.db" in run.stderr, "the record is not named", run)


@test
def a_folder_given_as_a_record():
    os.makedirs("folder.db")
    run = ahd("add", "--db", "folder.db", good("a-good.txt"))
    want(run.returncode == 3, "exit code is not 3", run)
    want("folder.db" in run.stderr, "the record is not named", run)


@test
def bad_pages_among_those_added():
    write("mixed/empty.html", b"")
    write("mixed/program.html", open(AHD, "rb").read(100000))
    good("mixed/good.txt")
    run = ahd("add", "--db", "mixed.db", "mixed")
    want(run.returncode == 1, "exit code is not 1", run)
    for name in ("empty.html", "program.html"):
        want(name in run.stderr, f"{name} is not named", run)
    want(any("مذكرة" in title for title in pages_kept("mixed.db")), "the good page is not kept")


@test
def little_memory():
    if "asan" in AHD or "tsan" in AHD:
        raise Skip("sanitisers need more memory than this test gives")
    write("wide.html", "<p>" + "وقعت الحكومة اتفاقا. " * 2000000)
    run = ahd("read", "--json", "wide.html", limits={resource.RLIMIT_AS: 400 << 20},
              seconds=120)
    want(run.returncode in (0, 1, 4), "exit code", run)
    want(run.returncode == 0 or "wide.html" in run.stderr or
         re.search("memory", run.stderr, re.I), "the reason is not told", run)


# ---------------------------------------------------------------- long texts

FAMILIES = {
    "words of saying": "قال الرئيس إن ", "signings": "وقعت قطر ومصر اتفاقا ",
    "titles": "وزير الخارجية القطري الشيخ محمد بن ",
    "offices": "نائب رئيس الوزراء ووزير ", "open quotations": "« «",
    "quotations": "“ قال ” ", "agreements": "اتفاق جنيف و",
    "times": "أمس الجمعة قبل يومين ", "names joined": "قطر ومصر و",
    "one letter": "ا", "full stops": ". ", "resolutions": "القرار 2216 ",
    "sides": "الطرفان ", "breaches": "خرق انتهاك ",
    "english": "Qatar signed the agreement with Egypt and said that ",
    "colons": "قال: « ",
}


def seconds_of(text):
    write("long.jsonl", json.dumps({"id": "x", "text": text}).encode())
    best = None
    for _ in range(2):
        began = time.perf_counter()
        run = ahd("read", "--json", "--threads", "1", "long.jsonl")
        took = time.perf_counter() - began
        want(run.returncode == 0, "exit code", run)
        best = took if best is None else min(best, took)
    return best


@test
def a_sentence_as_long_as_a_book_costs_no_more_than_its_length():
    for name, words in FAMILIES.items():
        size = 100_000 // len(words.encode())
        once, twice = seconds_of(words * size), seconds_of(words * 2 * size)
        want(twice < 3 * once + 0.1,
             f"{name}: {once:.2f} s, twice as long {twice:.2f} s")


# ---------------------------------------------------------------- hard pages

# A page of so many bytes beside one of twice as many; HOSTILE_MB=8 is the size
# that bench/hostile.py measures, beside other readers.
PAGE_BYTES = int(float(os.environ.get("HOSTILE_MB", "1")) * 1e6)
TOKENS = os.path.join(os.path.dirname(AHD), "bench/tokens")


def build_tokens():
    if not os.path.exists(TOKENS):
        subprocess.run(["make", "-s", f"MODE={os.path.basename(os.path.dirname(AHD))}",
                        os.path.relpath(TOKENS, HOME)], cwd=HOME, check=True,
                       stdout=subprocess.DEVNULL)


def user_seconds(command, codes):
    """CPU time of the faster of two runs."""
    best = None
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        run = ahd(*command[1:], binary=command[0])
        took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        want(run.returncode in codes, "exit code", run)
        best = took if best is None else min(best, took)
    return best


def costs_no_more_than_its_length(family):
    page = pages.FAMILIES[family]
    for command in ([TOKENS, "3"], [AHD, "read", "--json", "--article"]):
        took = []
        for size in (PAGE_BYTES, 2 * PAGE_BYTES):
            name = write(f"{size}.html", page(size))
            took.append(user_seconds([*command, name], (0, 1)))
        want(took[1] <= 2.2 * took[0] + 0.04,
             f"{' '.join(command[1:2])}: {took[0]:.3f} s, twice as long {took[1]:.3f} s")


@test
def a_page_of_broken_bytes_that_takes_more_memory_than_a_document_may():
    page = pages.FAMILIES["broken UTF-8"](16_000_000)
    run = batch(write("broken.html", page), code={0, 1, 4}, says="memory")
    told = [d for d in documents(run) if d["kind"] == "error"]
    want(run.returncode == 0 or told or "broken.html" in run.stderr,
         "the page is not told of", run)
    want(all(d["id"] for d in told), "the page has no id", run)


def test_families():
    """A test a family, with the name of the family."""
    for family in pages.FAMILIES:
        def function(family=family):
            build_tokens()
            costs_no_more_than_its_length(family)
        function.__name__ = f"a page of {family} costs no more than its length"
        test(function)


test_families()


# --------------------------------------------------------------------- usage

@test
def wrong_commands_and_options():
    for args in ((), ("dance",), ("read",), ("read", "--no-such-option", "x"),
                 ("add", "--db"), ("add", "--db", "x.db"), ("show",),
                 ("show", "agreement"), ("list", "planets")):
        run = ahd(*args, stdin=b"")
        want(run.returncode == 2, f"ahd {' '.join(args)}: exit code is not 2", run)
        want((run.stderr + run.stdout).strip(), f"ahd {' '.join(args)}: says nothing")
    want(not os.path.exists("x.db"), "a wrong command made a record")


@contextlib.contextmanager
def folder_of_its_own():
    folder = tempfile.mkdtemp(prefix="ahd-hostile-")
    os.chmod(folder, 0o755)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir("/")
        shutil.rmtree(folder, ignore_errors=True)


sys.exit(run_all(lambda function: function.__name__.replace("_", " "), folder_of_its_own))
