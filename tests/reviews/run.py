#!/usr/bin/env python3
"""Reviews: run.py AHD REVIEWER FOLDER

They stand through rebuilds with other knowledge, kills and other writers, and what
they change is shown by the lists; what nobody reviewed stays as it was read.
"""
import json, os, random, sqlite3, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from outcome import run_all, test, want

AHD, REVIEWER, TMP = (os.path.abspath(path) for path in sys.argv[1:4])
TRUCE = "ly-ceasefire-2020-10-23"
ROUNDS = int(os.environ.get("ROUNDS", "12"))


def run(*args, codes=(0,), **more):
    done = subprocess.run([AHD, *args], capture_output=True, text=True,
                          errors="replace", timeout=300, **more)
    want(done.returncode in codes, " ".join(map(str, args)), done)
    return done


def rows(*args):
    return [json.loads(line) for line in run("list", *args, "--json").stdout.splitlines()]


def fresh(name):
    path = os.path.join(TMP, name)
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)
    return path


PAGES = [
    ("وقعت حكومة الوفاق الوطني والجيش الوطني الليبي اتفاقا دائما لوقف إطلاق النار في جنيف يوم 23 "
     "أكتوبر 2020.\nواتهم المتحدث باسم الجيش الليبي أحمد المسماري قطر بخرق اتفاق جنيف، والصفحة %d."),
    ("The Government of National Accord and the Libyan National Army signed a ceasefire agreement in "
     "Geneva on 23 October 2020.\nQatar violated the Geneva ceasefire, said the spokesman of the "
     "Libyan army Ahmed al-Mismari on page %d."),
]


def write_pages(name, count):
    path = os.path.join(TMP, name)
    with open(path, "w", encoding="utf-8") as file:
        for i in range(count):
            text = PAGES[i % 2] % i
            file.write(json.dumps({"id": f"p{i}", "title": f"Libya {i}", "date": "2020-10-26",
                                   "text": text}, ensure_ascii=False) + "\n")
    return path


def make(name, count=12):
    db = fresh(name)
    run("add", "--db", db, write_pages(f"{name}.jsonl", count))
    return db


def review(db, *args, codes=(0,)):
    return run("review", "--db", db, *args, codes=codes)


def dump(db, but_review=True):
    """All rows that lists are made of, without what a review only marks."""
    base = sqlite3.connect(db)
    out = {}
    for table in ("documents", "acts", "act_actors", "act_agreements", "act_commitments",
                  "act_links", "found_agreements", "occurrences", "disputes", "fulfilments"):
        names = [c[1] for c in base.execute(f"PRAGMA table_info({table})")
                 if not (but_review and c[1] == "review")]
        out[table] = sorted(map(repr, base.execute(f"SELECT {', '.join(names)} FROM {table}")))
    base.close()
    return out


def want_same(a, b, why):
    for table in a:
        gone = set(a[table]) - set(b[table])
        come = set(b[table]) - set(a[table])
        want(a[table] == b[table], f"{why}: {table}: {list(gone)[:1]} became {list(come)[:1]}")


def is_sound(db):
    base = sqlite3.connect(db)
    sound = (base.execute("PRAGMA integrity_check").fetchone()[0] == "ok" and
             not base.execute("PRAGMA foreign_key_check").fetchall())
    base.close()
    return sound


def example_record(name):
    db = fresh(name)
    run("add", "--db", db, "examples")
    return db


@test
def confirming_changes_no_row():
    """rows made of the JSON of a reading are those the reading wrote"""
    db = example_record("confirmed.db")
    before, acts = dump(db), rows("acts", "--db", db)
    for act in acts:
        review(db, act["document"], str(act["n"]), "--by", "Huda", "--confirm")
    want_same(before, dump(db), "confirming")
    want(all(a["review"] == "confirmed" for a in rows("acts", "--db", db)), "not all are confirmed")
    run("rebuild", "--db", db)
    want_same(before, dump(db), "confirming and rebuilding")


@test
def undoing_gives_all_back():
    """after rejecting, correcting and undoing all is as it was read"""
    db = example_record("undone.db")
    before, acts = dump(db, False), rows("acts", "--db", db)
    for i, act in enumerate(acts):
        what = ["--reject"] if i % 2 else ["--set", "source=eg", "--set", "date=1999-01-01",
                                           "--set", "act=deny", "--set", "place="]
        review(db, act["document"], str(act["n"]), "--by", "Huda", *what)
    left = rows("acts", "--db", db)
    want(len(left) == (len(acts) + 1) // 2, f"{len(left)} of {len(acts)} acts are left")
    want(len(rows("acts", "--db", db, "--actor", "eg", "--act", "deny")) == len(left),
         "corrected values are not what lists filter by")
    for act in acts:
        review(db, act["document"], str(act["n"]), "--by", "Huda", "--undo")
    want_same(before, dump(db, False), "undoing")


@test
def counts_are_current():
    """agreements count what stands: neither rejected acts nor corrected ones"""
    db = make("counts.db", 4)
    count = {a["id"]: a for a in rows("agreements", "--db", db)}
    before = count[TRUCE]["acts"]
    acts = rows("acts", "--db", db, "--agreement", TRUCE)
    review(db, acts[0]["document"], str(acts[0]["n"]), "--by", "Huda", "--reject")
    review(db, acts[1]["document"], str(acts[1]["n"]), "--by", "Huda", "--set",
           "agreement=ly-lpa-2015-12-17")
    count = {a["id"]: a for a in rows("agreements", "--db", db)}
    want(count[TRUCE]["acts"] == before - 2, "the truce counts what does not stand")
    want(count["ly-lpa-2015-12-17"]["acts"] == 1, "the corrected agreement is not counted")


def reviewed_ten(db):
    """Ten acts of ten pages, half corrected, half confirmed; what they are to be."""
    wanted = {}
    acts = [a for a in rows("acts", "--db", db) if a["agreement"] == TRUCE and a["act"] == "accuse"]
    by_page = {a["document"]: a for a in acts}
    for i, (document, act) in enumerate(sorted(by_page.items())[:10]):
        what = ["--set", "target=tr"] if i % 2 else ["--confirm"]
        review(db, document, str(act["n"]), "--by", "Huda", *what, "--why", "as the page says")
        wanted[document] = "tr" if i % 2 else "qa"
    want(len(wanted) == 10, f"only {len(wanted)} pages have such an act")
    return wanted


def current(db, number):
    return [r for r in rows("reviews", "--db", db) if r["review"] == number][0]


@test
def reviews_stand_through_other_knowledge():
    """ten acts of ten pages are reviewed, read again by other knowledge, and stand"""
    db = make("ten.db")
    wanted = reviewed_ten(db)
    want(rows("reviews", "--db", db, "--disagreeing") == [], "a disagreement before the rebuild")
    base = subprocess.run([REVIEWER, "rebuild", db, TRUCE], capture_output=True, text=True)
    want(base.returncode == 0, "rebuilding without an agreement", base)
    told = rows("reviews", "--db", db)
    want(len(told) == 10, f"{len(told)} reviews are left")
    for r in told:
        want(r["state"] == "standing", f"review {r['review']} does not stand")
        want(r["current"]["target"] == wanted[r["document"]], f"review {r['review']} was overwritten")
        if not r["orphaned"]:
            want(r["machine"]["agreement"] != TRUCE, "the knowledge is not another")
        if r["decision"] == "confirm":
            want(r["current"]["agreement"] == TRUCE, "what was confirmed was overwritten")
    disagreeing = rows("reviews", "--db", db, "--disagreeing")
    orphaned = rows("reviews", "--db", db, "--orphaned")
    confirmed = {r["review"] for r in told if r["decision"] == "confirm"}
    differ = {r["review"] for r in disagreeing} | {r["review"] for r in orphaned}
    want(confirmed <= differ, "a new reading disagrees and it is not told")
    listed = rows("acts", "--db", db, "--agreement", TRUCE)
    want(len(listed) == len(confirmed), "lists do not show what was confirmed")
    run("rebuild", "--db", db)
    want(rows("reviews", "--db", db, "--disagreeing") == [], "the old knowledge disagrees")
    want(rows("reviews", "--db", db, "--orphaned") == [], "the old knowledge has orphans")


def change_reading(db, document, change):
    """As another reading would: the kept JSON is changed."""
    import zlib
    base = sqlite3.connect(db)
    page, packed = base.execute("SELECT page, json FROM documents WHERE id = ?", (document,)).fetchone()
    doc = json.loads(zlib.decompress(packed))
    change(doc)
    line = json.dumps(doc, ensure_ascii=False, separators=(",", ":")).encode()
    base.execute("UPDATE documents SET json = ?, json_size = ? WHERE page = ?",
                 (zlib.compress(line), len(line), page))
    base.commit()
    base.close()


@test
def what_is_no_act_any_more_stands_as_a_persons():
    """an act that a new reading lacks stays in the lists when a person confirmed it"""
    db = make("orphans.db", 2)
    acts = rows("acts", "--db", db, "--document", "p0")
    accuse = [a for a in acts if a["act"] == "accuse"][0]
    review(db, "p0", str(accuse["n"]), "--by", "Huda", "--confirm")

    def drop(doc):
        doc["acts"] = [a for a in doc["acts"] if a["act"] != "accuse"]

    change_reading(db, "p0", drop)
    orphans = rows("reviews", "--db", db, "--orphaned")
    want([r["review"] for r in orphans] == [1], "it is not told as orphaned")
    review(db, "p0", "--by", "Huda", "--note", "look at this again")
    again = [a for a in rows("acts", "--db", db, "--document", "p0") if a["act"] == "accuse"]
    want(len(again) == 1 and again[0]["review"] == "added", "it is not in the lists")
    for key in ("source", "target", "sentence", "sentence_start", "agreement", "date"):
        want(again[0][key] == accuse[key], f"its {key} is another: {again[0][key]}")
    review(db, "p0", str(again[0]["n"]), "--by", "Omar", "--reject")
    want([a for a in rows("acts", "--db", db, "--document", "p0") if a["act"] == "accuse"] == [],
         "an act of a person cannot be rejected")


@test
def numbers_and_triggers_may_change():
    """another number, another trigger in the sentence: the act is found again"""
    db = make("moved.db", 2)
    accuse = [a for a in rows("acts", "--db", db, "--document", "p0") if a["act"] == "accuse"][0]
    review(db, "p0", str(accuse["n"]), "--by", "Huda", "--set", "target=tr")

    def move(doc):
        for act in doc["acts"]:
            if act["act"] == "accuse":
                end = act["sentence"][1]
                act["trigger"] = [end - 5, end - 1]
            act["id"] += 10

    change_reading(db, "p0", move)
    told = current(db, 1)
    want(not told["orphaned"] and told["n"] == accuse["n"] + 10, f"it is lost: {told['n']}")
    want(told["current"]["target"] == "tr" and told["machine"]["target"] == "qa",
         "values are not kept apart")


@test
def ids_that_are_one_are_one_everywhere():
    """two actors that are one are listed as one, in all pages, also in new ones"""
    db = make("alias.db", 6)
    before = dump(db, False)
    count = {a["id"]: a["acts"] for a in rows("actors", "--db", db)}
    want(count.get("qa") and not count.get("tr"), f"{count}")
    review(db, "p0", "--by", "Huda", "--merge", "actor=tr,qa")
    now = {a["id"]: a["acts"] for a in rows("actors", "--db", db)}
    want(now.get("tr") == count["qa"] and not now.get("qa"), f"{now}")
    run("add", "--db", db, write_pages("new.jsonl", 8))
    now = {a["id"]: a["acts"] for a in rows("actors", "--db", db)}
    want(now.get("tr") > count["qa"] and not now.get("qa"), f"in new pages: {now}")
    run("rebuild", "--db", db)
    now = {a["id"]: a["acts"] for a in rows("actors", "--db", db)}
    want(now.get("tr") > count["qa"] and not now.get("qa"), f"rebuilt: {now}")
    want("0 failures" in run("verify", "--db", db).stdout, "verify finds a failure")
    review(db, "p1", "--by", "Omar", "--split", "actor=qa,tr")
    now = {a["id"]: a["acts"] for a in rows("actors", "--db", db)}
    want(now.get("qa") > count["qa"] and not now.get("tr"), f"split: {now}")
    review(db, "p1", "--by", "Omar", "--undo-review", "2")
    want(len(rows("acts", "--db", db, "--actor", "tr")) > 0, "undoing the split")
    review(db, "p0", "--by", "Huda", "--undo-review", "1")
    whole = fresh("alias-whole.db")
    for name in ("alias.db.jsonl", "new.jsonl"):
        run("add", "--db", whole, os.path.join(TMP, name))
    want_same(dump(whole, False), dump(db, False), "joined and undone")


@test
def agreements_that_are_one_are_counted_as_one():
    """an agreement that is another is counted with it"""
    db = make("agreed.db", 4)
    count = {a["id"]: a["acts"] for a in rows("agreements", "--db", db)}
    review(db, "p0", "--by", "Huda", "--merge", f"agreement=ly-lpa-2015-12-17,{TRUCE}")
    now = {a["id"]: a["acts"] for a in rows("agreements", "--db", db)}
    want(now == {"ly-lpa-2015-12-17": count[TRUCE]}, f"{count} became {now}")


@test
def reviews_are_permanent():
    """nobody deletes or changes a review, not by SQL either"""
    db = make("permanent.db", 2)
    review(db, "p0", "1", "--by", "Huda", "--confirm")
    base = sqlite3.connect(db)
    for sql in ("DELETE FROM reviews", "UPDATE reviews SET body = '{}'",
                "INSERT OR REPLACE INTO reviews SELECT * FROM reviews"):
        try:
            base.execute("PRAGMA recursive_triggers = ON")
            base.execute(sql)
            done = True
        except sqlite3.DatabaseError:
            done = False
        want(not done, f"{sql} is done")
    base.close()


@test
def many_reviews_come_from_a_file():
    """a file of reviews: what is wrong is told with its line, twice is known"""
    db = make("file.db", 6)
    lines = [json.dumps({"document": f"p{i}", "act": 1, "confirm": True}) for i in range(5)]
    lines[2:2] = ["", "no json", json.dumps({"document": "p9", "act": 1, "reject": True}),
                  json.dumps({"document": "p5", "act": 1, "by": "Omar", "why": "x",
                              "set": {"source": ["qa", "tr"], "target": "text:a, b"}})]
    path = os.path.join(TMP, "many.jsonl")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    first = review(db, "--from", path, "--by", "Huda", codes=(1,))
    want(first.stdout == "6 reviews kept, 0 known, 2 wrong\n", first.stdout)
    want("many.jsonl:4:" in first.stderr and "many.jsonl:5:" in first.stderr, first.stderr)
    again = review(db, "--from", path, "--by", "Huda", codes=(1,))
    want(again.stdout == "0 reviews kept, 6 known, 2 wrong\n", again.stdout)
    omar = rows("reviews", "--db", db, "--by", "Omar")[0]
    want(omar["current"]["source"] == "qa | tr" and omar["current"]["target"] == "text:a, b",
         f"values: {omar['current']}")


@test
def lines_of_any_shape_are_told():
    """a line of another shape is told, and nothing is guessed of it"""
    db = make("shapes.db", 2)
    good = {"document": "p0", "act": 1, "by": "Huda"}
    shapes = [[], 7, None, "p0", {"document": 7}, {**good, "set": {"source": {"id": "qa"}}},
              {**good, "set": ["source=qa"]}, {**good, "set": {"source": [1, None]}},
              {**good, "set": {"source": 1.5}}, {**good, "link": "denied_claim=1"},
              {**good, "act": "1", "confirm": True}, {**good, "act": -1, "confirm": True},
              {**good, "confirm": "yes"}, {**good, "by": 7, "confirm": True},
              {**good, "act": 2 ** 40, "reject": True}, {**good, "undo": "1"}]
    path = os.path.join(TMP, "shapes.jsonl")
    with open(path, "wb") as file:
        for shape in shapes:
            file.write(json.dumps(shape).encode() + b"\n")
        file.write(b'{"document":"p0","act":1,"by":"\xff","confirm":true}\n' + b"[" * 5000 + b"\n\0\n")
    done = review(db, "--from", path, codes=(1,))
    want(done.stdout == f"0 reviews kept, 0 known, {len(shapes) + 3} wrong\n", done.stdout, done)
    want(rows("reviews", "--db", db) == [], "something was guessed")


@test
def labels_go_from_one_record_to_another():
    """what is listed as JSON can be read by another record of the same pages"""
    one, other = make("one.db", 6), fresh("other.db")
    run("add", "--db", other, os.path.join(TMP, "one.db.jsonl"))
    review(one, "p0", "1", "--by", "Huda", "--confirm")
    review(one, "p1", "1", "--by", "Huda", "--reject", "--why", "no")
    review(one, "p2", "2", "--by", "Omar", "--set", "target=tr", "--note", "see the title")
    labels = run("list", "reviews", "--db", one, "--state", "standing", "--json").stdout
    run("review", "--db", other, "--from", "-", input=labels)
    want_same(dump(one, False), dump(other, False), "reviews of another record")


def wait_for(process):
    process.wait()
    return process.returncode


@test
def kills_lose_no_review():
    """killed while reviewing: what was told is kept, and the record is sound"""
    count = 60
    documents = [f"p{i}" for i in range(count)]
    whole = make("whole.db", count)
    start = time.time()
    done = subprocess.run([REVIEWER, "keep", whole, *documents], capture_output=True, text=True)
    took = time.time() - start
    want(done.returncode == 0 and done.stdout.split() == [str(i + 1) for i in range(count)],
         f"reviewing {count} acts", done)
    wanted = dump(whole, False)
    for _ in range(ROUNDS):
        db = make("killed.db", count)
        out = open(os.path.join(TMP, "told"), "w+")
        process = subprocess.Popen([REVIEWER, "keep", db, *documents], stdout=out)
        time.sleep(random.random() * took)
        process.kill()
        wait_for(process)
        out.seek(0)
        told = [int(line) for line in out.read().split("\n")[:-1] if line]
        kept = [r["review"] for r in rows("reviews", "--db", db)]
        want(set(told) <= set(kept), f"told {len(told)}, kept {len(kept)}")
        want(is_sound(db), "the database is torn")
        want("0 failures" in run("verify", "--db", db).stdout, "verify finds a failure")
        marked = [a for a in rows("acts", "--db", db) if a["review"]]
        want(len(marked) == len(kept), f"{len(kept)} reviews, {len(marked)} acts show one")
        again = subprocess.run([REVIEWER, "keep", db, *documents], capture_output=True, text=True)
        want(again.returncode == 0, "reviewing again", again)
        want_same(wanted, dump(db, False), "killed and done again")


@test
def others_may_write_meanwhile():
    """reviews are kept while an add and a rebuild run"""
    db = make("busy.db", 20)
    pages = write_pages("more.jsonl", 1500)
    with open(pages) as file:
        lines = file.read().replace('"id": "p', '"id": "q')
    with open(pages, "w") as file:
        file.write(lines)
    for command in (["add", "--db", db, pages], ["rebuild", "--db", db]):
        adding = subprocess.Popen([AHD, *command], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE)
        kept = 0
        while kept < 20 and (adding.poll() is None or kept < 3):
            done = review(db, f"p{kept}", "1", "--by", command[0], "--confirm")
            want("is kept" in done.stdout, done.stdout)
            kept += 1
        want(adding.wait() == 0, f"{command[0]} failed: {adding.stderr.read()[-300:]}")
        adding.stderr.close()
        marked = {a["document"] for a in rows("acts", "--db", db) if a["review"]}
        want({f"p{i}" for i in range(kept)} <= marked, "a review is not in the lists")
    want("0 failures" in run("verify", "--db", db).stdout, "verify finds a failure")


def groups(db, table, key):
    """{document of its act 1: those whose act 1 is told there as the same}, or of its story."""
    base = sqlite3.connect(db)
    found = base.execute(f"SELECT d.id, t.{key} FROM {table} t JOIN documents d USING (page)" +
                         (" WHERE t.n = 1" if key == "occurrence" else "")).fetchall()
    base.close()
    return {d: {other for other, same in found if same == of} for d, of in found}


def acts_of(db):
    return groups(db, "occurrence_acts", "occurrence")


def stories_of(db):
    return groups(db, "story_members", "story")


@test
def acts_of_two_documents_are_one_or_two_as_people_say():
    """merge and split of acts of several documents are settled, undone, rebuilt"""
    db = make("pairs.db", 4)
    every, before = {"p0", "p1", "p2", "p3"}, dump(db, False)
    want(acts_of(db)["p0"] == every, "the machine does not find one signing")
    review(db, "p0", "1", "--by", "Huda", "--split", "act=p2:1")
    now = acts_of(db)
    want(now["p0"] & now["p2"] == set() and now["p0"] | now["p2"] == every, f"split: {now}")
    review(db, "p3", "1", "--by", "Huda", "--split", "act=p0:1")
    review(db, "p1", "1", "--by", "Huda", "--split", "act=p0:1")
    want(acts_of(db)["p0"] == {"p0"}, f"split off: {acts_of(db)}")
    run("rebuild", "--db", db)
    want(acts_of(db)["p0"] == {"p0"}, "a rebuild loses what was said")
    want("0 failures" in run("verify", "--db", db).stdout, "verify finds a failure")
    review(db, "p2", "1", "--by", "Omar", "--merge", "act=p0:1")
    want(acts_of(db)["p0"] == {"p0", "p2"}, f"a later word stands: {acts_of(db)}")
    want(current(db, 1)["state"] == "superseded" and current(db, 2)["state"] == "standing",
         "the list does not say which stands")
    review(db, "p2", "1", "--by", "Omar", "--undo-review", "4")
    want(acts_of(db)["p0"] == {"p0"} and current(db, 1)["state"] == "standing", "undoing a merge")
    for number, document in ((1, "p0"), (2, "p3"), (3, "p1")):
        review(db, document, "1", "--by", "Huda", "--undo-review", str(number))
    want_same(before, dump(db, False), "undoing all")


@test
def acts_that_nothing_makes_one_are_one_when_people_say_so():
    """other types of other days, told as one; what contradicts a newer word does not stand"""
    db = make("unlike.db", 4)
    review(db, "p0", "1", "--by", "Huda", "--merge", "act=p3:2")
    base = sqlite3.connect(db)
    of = dict(((d, n), o) for d, n, o in base.execute(
        "SELECT d.id, t.n, occurrence FROM occurrence_acts t JOIN documents d USING (page)"))
    base.close()
    want(of["p0", 1] == of["p3", 2] != of["p0", 2], f"{of}")
    review(db, "p1", "1", "--by", "Huda", "--split", "act=p2:1")
    review(db, "p2", "1", "--by", "Huda", "--merge", "act=p3:1")
    review(db, "p3", "1", "--by", "Huda", "--merge", "act=p1:1")
    told = {r["review"]: r["state"] for r in rows("reviews", "--db", db)}
    want(told == {1: "standing", 2: "superseded", 3: "standing", 4: "standing"}, f"{told}")


@test
def stories_are_one_or_two_as_people_say():
    """merge and split of two documents' stories; roots and disputes follow"""
    db = make("stories.db", 4)
    every, before = {"p0", "p1", "p2", "p3"}, dump(db, False)
    want(stories_of(db)["p0"] == every, f"the machine finds {stories_of(db)}")
    for other in ("p1", "p2", "p3"):
        review(db, "p0", "--by", "Huda", "--split", f"story=p0,{other}")
    want(stories_of(db)["p0"] == {"p0"} and stories_of(db)["p1"] == every - {"p0"},
         f"split: {stories_of(db)}")
    want(rows("disputes", "--db", db)[0]["stories"] == 2, "the dispute counts one story")
    run("rebuild", "--db", db)
    want(stories_of(db)["p0"] == {"p0"}, "a rebuild loses what was said")
    review(db, "p3", "--by", "Omar", "--merge", "story=p3,p0")
    want(stories_of(db)["p0"] == {"p0", "p3"}, f"a later word: {stories_of(db)}")
    want(rows("disputes", "--db", db)[0]["stories"] == 2, "the story of two has two roots")
    kinds = {r["review"]: (r["state"], r["found"]) for r in rows("reviews", "--db", db)}
    want(kinds == {1: ("standing", "one"), 2: ("standing", "one"), 3: ("superseded", "one"),
                   4: ("standing", "one")}, f"{kinds}")
    for number, document in ((4, "p3"), (3, "p0"), (2, "p0"), (1, "p0")):
        review(db, document, "--by", "Huda", "--undo-review", str(number))
    want(stories_of(db)["p0"] == every, f"undone: {stories_of(db)}")
    want_same(before, dump(db, False), "undoing all")


@test
def where_settling_finds_otherwise_is_told():
    """what was found as people said and no longer is, is a disagreement; it stays as they said"""
    db = make("found.db", 2)
    review(db, "p0", "1", "--by", "Huda", "--merge", "act=p1:1")
    want(current(db, 1)["pair"]["found"] == "one" and rows("reviews", "--db", db, "--disagreeing") == [],
         "a disagreement at once")
    review(db, "p1", "1", "--by", "Omar", "--set", "date=2021-03-01")
    want(acts_of(db)["p0"] == {"p0", "p1"}, "what was said does not stand")
    told = run("list", "reviews", "--db", db, "--disagreeing").stdout
    want("settling: they are two" in told, told)
    want(current(db, 1)["found"] == "two", "the machine's word is not told")
    db = make("found-two.db", 2)
    review(db, "p1", "1", "--by", "Omar", "--set", "date=2021-03-01")
    review(db, "p0", "1", "--by", "Huda", "--merge", "act=p1:1")
    want(rows("reviews", "--db", db, "--disagreeing") == [], "what was put right is told as news")


@test
def a_denial_of_a_claim_in_another_document_replies():
    """--link to an act of another document makes a reply of it"""
    db = make("denied.db", 2)
    path = os.path.join(TMP, "denial.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps({"id": "d", "title": "Rome", "date": "2021-02-20", "text":
                               "Italy denied the claim on Saturday.\nThe ministry gave no details."}))
    run("add", "--db", db, path)
    want(rows("disputes", "--db", db)[0]["replies"] == 0, "the machine finds a reply")
    review(db, "d", "1", "--by", "Huda", "--link", "denied_claim=p0:2")
    want(rows("disputes", "--db", db)[0]["replies"] == 1, "it is no reply")
    run("rebuild", "--db", db)
    want(rows("disputes", "--db", db)[0]["replies"] == 1, "a rebuild loses it")
    review(db, "d", "1", "--by", "Huda", "--undo")
    want(rows("disputes", "--db", db)[0]["replies"] == 0, "undone, it is a reply")


def links_of(db, document, n):
    """(role, document, n) of what an act is linked to, in its page and in others."""
    base = sqlite3.connect(db)
    found = base.execute(
        "SELECT l.role, o.id, l.n FROM (SELECT page, n AS at, page AS other, other AS n, role FROM act_links"
        " UNION SELECT page, n, other, other_n, role FROM tied) l JOIN documents d ON d.page = l.page"
        " JOIN documents o ON o.page = l.other WHERE d.id = ? AND l.at = ? ORDER BY 1, 2, 3", (document, n)).fetchall()
    base.close()
    return found


@test
def a_role_can_be_said_to_have_none():
    """ROLE= takes away what the machine and people linked in it, and comes back"""
    db = example_record("none.db")
    page, other = "fae2421b98ef43ca", "08feca6cea26bfc4"
    n = {(a["document"], a["act"], a["date"]): a["n"] for a in rows("acts", "--db", db)}
    claim, breach = n[page, "accuse", "2020-10-26"], n[page, "sign", "2020-10-26"]
    same = n[other, "sign", "2020-10-26"]
    machine = [("alleged_breach", page, breach)]
    want(links_of(db, page, claim) == machine, f"the machine links {links_of(db, page, claim)}")
    review(db, page, str(claim), "--by", "Huda", "--link", f"alleged_breach={other}:{same}", "--link", f"alleged_breach={breach}")
    both = [("alleged_breach", other, same), *machine]
    want(links_of(db, page, claim) == both, f"linked: {links_of(db, page, claim)}")
    review(db, page, str(claim), "--by", "Omar", "--link", "alleged_breach=")
    want(links_of(db, page, claim) == [], f"none: {links_of(db, page, claim)}")
    want("alleged_breach: none" in run("list", "reviews", "--db", db).stdout, "the list does not say so")
    run("rebuild", "--db", db)
    want(links_of(db, page, claim) == [], "a rebuild links it again")
    want("0 failures" in run("verify", "--db", db).stdout, "verify finds a failure")
    review(db, page, str(claim), "--by", "Omar", "--undo")
    want(links_of(db, page, claim) == both, f"undone: {links_of(db, page, claim)}")
    want("0 failures" in run("verify", "--db", db).stdout, "verify finds a failure")
    base = sqlite3.connect(db)
    base.execute("DELETE FROM tied")
    base.commit()
    base.close()
    done = run("verify", "--db", db, codes=(0, 1, 2, 3, 4, 5))
    want("tied" in done.stdout + done.stderr and "0 failures" not in done.stdout, "a link that is gone is not found", done)
    for role in ("alleged_breach", "friend="):
        review(db, page, str(claim), "--by", "Omar", "--link", role, codes=(2,))
    for itself in (str(claim), f"{page}:{claim}"):
        review(db, page, str(claim), "--by", "Omar", "--link", f"alleged_breach={itself}", codes=(2,))


@test
def no_bytes_of_a_reviewer_do_harm():
    """names, notes and values that mean harm are kept or refused, never believed"""
    db = make("harm.db", 2)
    review(db, "p0", "1", "--by", "O'; DROP TABLE reviews; --", "--confirm")
    review(db, "p0", "1", "--by", "\"}]\\", "--note", "\"},{\u202e\u2066 \\u0000", "--why", "{}")
    review(db, "p0", "1", "--by", "\x1b[31m", "--confirm", codes=(2,))
    review(db, "p0", "1", "--by", b"\xff\xfe", "--confirm", codes=(2,))
    review(db, "p0", "1", "--by", "x" * 300, "--confirm", codes=(2,))
    for value in ("text:a|b", "|".join(["text:x%d" % i for i in range(400)])):
        review(db, "p0", "1", "--by", "Huda", "--set", "target=" + value, codes=(2,))
    review(db, "p0", "1", "--by", "Huda", "--set", "target=|||text: a\nb,c ||qa|qa")
    told = rows("reviews", "--db", db)
    want(len(told) == 3, f"{len(told)} reviews")
    want(told[2]["current"]["target"] == "text:a b,c | qa", told[2]["current"]["target"])
    want(told[1]["by"] == "\"}]\\" and told[1]["note"] == "\"},{\u202e\u2066 \\u0000", "words differ")


sys.exit(run_all())
