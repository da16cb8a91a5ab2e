"""Reviews of two documents over HTTP: acts and stories that are one or are not,
links, on a record of their own.

    failed += pairing.check(ahd, folder)

Part of run.py.
"""
import json
import re
import signal
import sqlite3
import subprocess
import types
import urllib.parse

import reviewing
from reviewing import MARK, Reader, hostile, markup_of, reviews

# Acts of the examples, by document, type and how many of that type come before.
PLACES = {
    "claim": ("fae2421b98ef43ca", "accuse"), "other": ("08feca6cea26bfc4", "accuse"),  # one claim,
    "retold": ("93b43483609c1949", "accuse"),  # told by three
    "denial": ("93b43483609c1949", "deny"), "signed": ("6ae1f6f7f24f5e43", "sign"),
    "breach": ("fae2421b98ef43ca", "sign"), "same_breach": ("08feca6cea26bfc4", "sign"),  # what is called a breach
    "alone": ("6ae1f6f7f24f5e43", "support"), "met": ("08feca6cea26bfc4", "meet"),
    "one": ("a86a392a6fa68818", "support"), "two": ("a54a52f187471d38", "support"),
}
AT = types.SimpleNamespace()  # where they are in this record, "DOCUMENT:N"


def places(ahd, db):
    """The same as a dictionary, and "told": the id of the claim that three tell."""
    out = subprocess.run([ahd, "list", "acts", "--db", db, "--json"], capture_output=True, text=True,
                         check=True).stdout
    acts = sorted(map(json.loads, out.splitlines()), key=lambda act: act["n"])
    found = {}
    for name, (document, kind) in PLACES.items():
        of_kind = [act for act in acts if act["document"] == document and act["act"] == kind]
        if name == "breach" or name == "same_breach":
            of_kind = [act for act in of_kind if act["date"] == "2020-10-26"]
        found[name] = f"{document}:{of_kind[0]['n']}" if of_kind else f"{document}:1"
    found["told"] = group_of(db, found["claim"])[0]
    return found


reviewing.ELEMENTS |= set("blockquote br fieldset legend pre s table tbody td th thead tr".split())


def two(act, **more):
    asked = {"lang": "en", "at": act, **more}
    if ":" not in act:
        asked["document"] = asked.pop("at")
    return "/review/two?" + urllib.parse.urlencode(asked)


def group_of(db, act):
    document, n = act.rsplit(":", 1)
    with sqlite3.connect(db) as record:
        found = record.execute(
            "SELECT c.id, c.tellings FROM documents d JOIN occurrence_acts o ON o.page = d.page"
            " JOIN occurrences c USING (occurrence) WHERE d.id = ? AND o.n = ?", (document, int(n))).fetchone()
    return found or ("none", 0)


def story_of(db, document):
    with sqlite3.connect(db) as record:
        found = record.execute("SELECT s.id FROM documents d JOIN story_members m ON m.page = d.page"
                               " JOIN stories s USING (story) WHERE d.id = ?", (document,)).fetchone()
    return found[0] if found else document


def last(ahd, db):
    return max(reviews(ahd, db), key=lambda review: review["review"])


def not_so(**conditions):
    return [name.replace("_", " ") for name, so in conditions.items() if not so]


class Desk:
    """What the tests share: a reader who has a name, the record, and words."""

    def __init__(self, port, ahd, db):
        self.reader, self.ahd, self.db = Reader(port), ahd, db
        self.named = {}  # each name is a browser of its own

    def send(self, path, decision, by="Huda", **fields):
        reader = self.named.setdefault(by, Reader(self.reader.port))
        reader.get(path)
        more = [(name, value) for name, values in fields.items()
                for value in (values if isinstance(values, list) else [values])]
        return reader.post(path, [("decision", decision), ("by", by), *more])

    def undo(self, path, act, by="Huda"):
        """By the form of the page, as who says so sees it."""
        page = self.named[by].get(path).text
        for form in re.findall(r'<form [^>]*class="undo">.*?</form>', page, re.S):
            if 'value="undo"' in form and f'name="by" value="{by}"' in form:
                one = re.search(r'name="one" value="([^"]*)"', form)
                fields = {"one": one.group(1)} if one else {}
                numbers = re.findall(r'name="review" value="([0-9]+)"', form)
                return self.send(two(act), "undo", by, review=numbers, **fields)
        return None


def acts_apart(desk):
    """One telling of three is set apart, seen by all, and comes back."""
    page = desk.reader.get(f"/occurrences/{AT.told}?lang=en").text
    yield "the page of an act that several tell has both forms", not_so(
        split='value="split"' in page, merge='value="merge"' in page, token='name="token"' in page,
        all_are_offered=page.count('name="one"') == 3)
    path = two(AT.claim, back="/occurrences/", id=AT.told)
    answer = desk.send(path, "split", one=AT.claim, together=f"{AT.told} 3", why="another speech", note="see minute 3")
    told = [r for r in reviews(desk.ahd, desk.db) if r["decision"] == "split"]
    yield "one is set apart from all the others, and it is settled at once", not_so(
        leads_to_the_rest=answer.status == 303 and answer.getheader("Location").startswith(f"/occurrences/{AT.told}?"),
        a_review_for_each=len(told) == 2 and all(r["by"] == "Huda" and r["why"] == "another speech" for r in told),
        the_others_stay=group_of(desk.db, AT.other) == (AT.told, 2), it_goes=group_of(desk.db, AT.claim)[1] == 1)
    page = desk.reader.get(answer.getheader("Location").split("#")[0]).text
    own = desk.reader.get(f"/occurrences/{group_of(desk.db, AT.claim)[0]}?lang=en").text
    yield "both pages show who said it, when and why", not_so(
        kept="Kept: review" in page, the_rest=all(w in page for w in ["another speech", "see minute 3", "set apart by"]),
        the_one=all(w in own for w in ["another speech", "see minute 3", "set apart by", ">split<"]))
    answer = desk.send(path, "split", one=AT.claim, together=f"{AT.told} 3")
    yield "a form that is older than the record takes nobody apart", not_so(
        told=answer.status == 422 and "has changed since this page was made" in answer.text)
    answer = desk.undo(f"/occurrences/{AT.told}?lang=en", AT.other)
    yield "it is taken back as one", not_so(
        there=answer is not None and answer.status == 303, together=group_of(desk.db, AT.claim) == (AT.told, 3))


def acts_merged(desk):
    """Acts that no machine would call one, by each kind of id; and against it."""
    for name, typed in [("the act", AT.signed), ("those who tell it", "")]:
        typed = typed or group_of(desk.db, AT.signed)[0]
        answer = desk.send(two(AT.denial), "merge", typed=typed, why=f"by {name}")
        yield f"by the id of {name}", not_so(
            kept=answer.status == 303, one=group_of(desk.db, AT.denial) == group_of(desk.db, AT.signed))
        yield f"and back from the id of {name}", not_so(
            undone=desk.undo(two(AT.denial), AT.denial).status == 303,
            two=group_of(desk.db, AT.denial) != group_of(desk.db, AT.signed))
    desk.send(two(AT.denial), "merge", by="Amal", other=AT.signed)
    desk.send(two(AT.denial), "split", by="Basil", one=AT.denial)
    page = desk.reader.get(two(AT.denial)).text + desk.reader.get(two(AT.signed)).text
    yield "two who do not agree are both shown, and the newest counts", not_so(
        split=group_of(desk.db, AT.denial) != group_of(desk.db, AT.signed),
        told=page.count("Reviewers differ on whether") == 2, both="Amal" in page and "Basil" in page,
        the_old_one_gave_way="superseded" in page)
    desk.undo(two(AT.denial), AT.denial, "Basil")
    yield "without the newest the one before counts", not_so(
        one=group_of(desk.db, AT.denial) == group_of(desk.db, AT.signed))
    desk.undo(two(AT.denial), AT.denial, "Amal")
    yield "and without both the machine's", not_so(two=group_of(desk.db, AT.denial) != group_of(desk.db, AT.signed))


def stories(desk):
    one, other = "fae2421b98ef43ca", "6ae1f6f7f24f5e43"
    page = desk.reader.get(f"/stories/{one}?lang=ar").text
    yield "the page of a story has both forms, in Arabic", not_so(
        split="ليست هذه قصة واحدة" in page, merge="القصة نفسها في وثيقة أخرى" in page)
    answer = desk.send(two(one, back="/stories/", id=one), "split", one=one, note="another day")
    yield "a document is set apart", not_so(
        leads_to_the_rest=answer.status == 303 and "fae2421b98ef43ca" not in answer.getheader("Location"),
        apart=story_of(desk.db, one) != story_of(desk.db, AT.other.split(":")[0]))
    page = desk.reader.get(answer.getheader("Location").split("#")[0]).text
    yield "the story that it left says so", not_so(who="set apart by" in page and "another day" in page)
    yield "and comes back", not_so(
        undone=desk.undo(two("08feca6cea26bfc4"), one).status == 303,
        together=story_of(desk.db, one) == story_of(desk.db, "08feca6cea26bfc4"))
    answer = desk.send(two(other), "merge", typed=story_of(desk.db, one))
    yield "a document is merged with a story by the story's id", not_so(
        kept=answer.status == 303, one=story_of(desk.db, other) == story_of(desk.db, one))
    desk.undo(two(other), other)
    yield "and is another one again", not_so(two=story_of(desk.db, other) != story_of(desk.db, one))


def dispute_of(desk):
    out = subprocess.run([desk.ahd, "list", "disputes", "--db", desk.db, "--json"],
                         capture_output=True, text=True, check=True).stdout
    return [row["id"] for row in map(json.loads, out.splitlines()) if row["accused"] == "qa"][0]


def links(desk):
    dispute = dispute_of(desk)
    place = f"/disputes/{urllib.parse.quote(dispute, safe='')}?lang=en"
    page = desk.reader.get(f"{place}&act={AT.claim.replace(':', '.')}").text
    yield "the act beside a dispute has its links and their form", not_so(
        links="What it is linked to" in page, unlink='value="unlink"' in page, form='value="link"' in page,
        offered=f'value="{AT.met}"' in page)
    path = two(AT.claim, back="/disputes/", id=dispute)
    answer = desk.send(path, "unlink", role="alleged_breach", other=AT.breach)
    page = desk.reader.get(f"{place}&act={AT.claim.replace(':', '.')}").text
    yield "what was read as a link is unlinked, and who says so is shown", not_so(
        leads_back=answer.status == 303 and answer.getheader("Location").startswith(place.split("?")[0]),
        none="alleged_breach: none" in max(rows(desk))[1], gone='value="unlink"' not in page,
        shown="linked by" in page and "Huda" in page)
    answer = desk.undo(f"{place}&act={AT.claim.replace(':', '.')}", AT.claim)
    page = desk.reader.get(f"{place}&act={AT.claim.replace(':', '.')}").text
    yield "and linked again as it was read", not_so(undone=answer.status == 303, there='value="unlink"' in page)
    shown, path = f"{place}&act={AT.denial.replace(':', '.')}", two(AT.denial, back="/disputes/", id=dispute)
    answer = desk.send(path, "link", role="denied_claim", other=AT.claim)
    page = desk.reader.get(shown).text
    chain = desk.reader.get(shown.split("&act=")[0]).text
    about = desk.reader.get(two(AT.claim)).text
    yield "a denial is linked to a claim of another document", not_so(
        kept=answer.status == 303, shown="Al-Mirsad" in page and 'value="unlink"' in page,
        from_the_claim="is denied by" in about, reply="in its words" in chain or "words" in chain)
    answer = desk.send(path, "unlink", role="denied_claim", other=AT.claim)
    about = desk.reader.get(two(AT.claim)).text
    yield "and unlinked", not_so(kept=answer.status == 303, gone="is denied by" not in about)
    answer = desk.send(two(AT.claim), "link", role="alleged_breach", typed=AT.same_breach)
    chain = desk.reader.get(f"/disputes/{urllib.parse.quote(dispute, safe='')}?lang=en").text
    yield "an accusation is linked to an act of another document, beside what it had", not_so(
        kept=answer.status == 303, links=len(last(desk.ahd, desk.db)["links"]) == 2, shown="calls this a breach" in chain)
    timeline = f"/agreements/ly-ceasefire-2020-10-23?lang=en"
    before = desk.reader.get(timeline).text.count("supports this")
    path = two(AT.alone)
    desk.send(path, "link", role="supported", typed=group_of(desk.db, AT.signed)[0])
    after = desk.reader.get(timeline).text.count("supports this")
    yield "a link between documents is in the timeline at once", not_so(there=after > before)
    desk.undo(path, AT.alone)
    yield "and no longer when it is taken back", not_so(gone=desk.reader.get(timeline).text.count("supports this") == before)
    page = desk.reader.get(two(AT.met)).text
    yield "agreements near an act are offered", not_so(
        offered='name="agreement" value="ly-ceasefire-2020-10-23"' in page)
    answer = desk.send(two(AT.met), "agreement", agreement="ly-ceasefire-2020-10-23")
    page = desk.reader.get(two(AT.met)).text
    yield "and one is taken", not_so(
        kept=answer.status == 303, there='value="ly-ceasefire-2020-10-23"><button name="decision" value="no-agreement"' in page)
    answer = desk.send(two(AT.claim), "agreement", typed="ly-lpa-2015-12-17")
    page = desk.reader.get(two(AT.claim)).text
    yield "an act is linked to one more agreement", not_so(
        kept=answer.status == 303, both=page.count('value="no-agreement"') >= 2)
    answer = desk.send(two(AT.claim), "no-agreement", agreement="ly-lpa-2015-12-17")
    page = desk.reader.get(two(AT.claim)).text
    yield "and unlinked from it", not_so(kept=answer.status == 303, gone="ly-lpa-2015-12-17" not in page)


def rows(desk):
    out = subprocess.run([desk.ahd, "list", "reviews", "--db", desk.db], capture_output=True, text=True,
                         check=True).stdout.splitlines()[1:]
    return [(int(line.split()[0]), line) for line in out]


def refusals(desk):
    """Forms that must keep nothing: their name, the answer, the status wanted."""
    reader, split = desk.reader, [("decision", "split"), ("by", "Huda"), ("one", AT.claim)]
    path = two(AT.claim)
    reader.get(path)
    other = Reader(reader.port)
    other.get(path)
    yield "without a token", reader.post(path, split, token=""), 403
    yield "with another reader's token", reader.post(path, split, token=other.token), 403
    for origin in ["http://evil.example", "null", None]:
        yield f"from {origin}", reader.post(path, split, Origin=origin), 403
    yield "from another site", reader.post(path, split, Sec_Fetch_Site="cross-site"), 403
    yield "by GET", reader.get(path + "&decision=split&by=Huda&one=" + AT.claim), 200
    yield "of no act", reader.post("/review/two?lang=en", split), 400
    yield "of an act without a number", reader.post("/review/two?lang=en&at=nothing", split), 400
    yield "of an act that is not there", reader.post(two("fae2421b98ef43ca:900"), split), 404
    yield "of no document", reader.post(two("nothing"), split), 404
    yield "without a name", reader.post(path, [("decision", "split"), ("one", AT.claim)]), 422
    yield "with a name too long", desk.send(path, "split", "x" * 201, one=AT.claim), 422
    yield "with no such decision", desk.send(path, "join", one=AT.claim), 422
    yield "nothing chosen", desk.send(path, "split"), 422
    yield "merged with nothing", desk.send(path, "merge"), 422
    yield "merged with itself", desk.send(path, "merge", other=AT.claim), 422
    yield "merged with itself by its number", desk.send(path, "merge", typed="1"), 422
    yield "merged with what it is already", desk.send(path, "merge", typed=AT.other), 422
    kinds = [("a document", "6ae1f6f7f24f5e43"), ("an agreement", "ly-ceasefire-2020-10-23"), ("an actor", "qa"),
             ("a dispute", dispute_of(desk)), ("an act that is gone", "6ae1f6f7f24f5e43:77"),
             ("an act of no document", "nothing:1"), ("an old occurrence", "o-6ae1f6f7f24f5e43-77")]
    for name, typed in kinds:
        yield f"merged with {name}", desk.send(path, "merge", typed=typed), 422
        yield f"linked to {name}", desk.send(path, "link", role="alleged_breach", typed=typed), 422
        yield f"{name} set apart", desk.send(path, "split", typed=typed), 422
    for name, typed in [("an act", AT.signed), ("an actor", "qa"), ("an occurrence", AT.told)]:
        yield f"a document merged with {name}", desk.send(two("fae2421b98ef43ca"), "merge", typed=typed), 422
    yield "a document linked", desk.send(two("fae2421b98ef43ca"), "link", role="denied_claim", other=AT.claim), 422
    yield "linked in no such role", desk.send(path, "link", role="friend", other=AT.signed), 422
    yield "linked to itself", desk.send(path, "link", role="alleged_breach", other=AT.claim), 422
    yield "linked to no such agreement", desk.send(path, "agreement", typed="nobody of this name"), 422
    yield "unlinked from an agreement it has not", desk.send(path, "no-agreement", agreement="ye-truce-2022-04-02"), 422
    yield "an undo of nothing", desk.send(path, "undo"), 422
    yield "an undo of no such review", desk.send(path, "undo", review="999999"), 422
    yield "an act alone set apart", desk.send(two(AT.alone), "split", one=AT.alone), 422
    yield "of another group", desk.send(path, "split", one=AT.claim, together="o-x-1 3"), 422


def refused(desk):
    before = len(reviews(desk.ahd, desk.db))
    for name, answer, want in refusals(desk):
        wrong = [] if answer.status == want else [f"status {answer.status}, want {want}"]
        if answer.status == 422 and 'role="alert"' not in answer.text:
            wrong.append("it does not say what is wrong")
        yield f"not kept: {name}", wrong
    now = len(reviews(desk.ahd, desk.db))
    yield "nothing of it was kept", [] if now == before else [f"{now - before} reviews"]


def busy(desk):
    lock = sqlite3.connect(desk.db, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    answer = desk.send(two(AT.denial), "merge", typed=AT.signed, why="typed before")
    lock.execute("ROLLBACK")
    lock.close()
    yield "a busy record says so, and keeps what was typed in the form", not_so(
        busy=answer.status == 503 and answer.getheader("Retry-After"),
        typed='value="typed before"' in answer.text and f'value="{AT.signed}"' in answer.text)


def never_markup(desk):
    wrong, strings = [], hostile()
    for i, text in enumerate(strings):
        field = ["typed", "other", "one", "role", "review", "together", "agreement"][i % 7]
        decision = ["merge", "merge", "split", "link", "undo", "split", "no-agreement"][i % 7]
        answers = [desk.send(two(AT.denial), decision, by=text, **{field: text}),
                   desk.send(two(AT.claim, back=text, id=text), "split", by=f"H{i}", one=AT.claim, why=text, note=text)]
        asked = urllib.parse.urlencode([("at", text), ("back", text), ("id", text)])
        answers += [desk.reader.get(f"/review/two?{asked}"), desk.reader.get(two(text)),
                    desk.reader.get(two(AT.claim, back="/disputes/", id=text, kept=text))]
        if i % 9 == 0:
            answers += [desk.reader.get(two(AT.claim)), desk.reader.get(f"/occurrences/{AT.told}?lang=ar")]
        for n, answer in enumerate(answers):
            place = answer.getheader("Location") or "/"
            wrong += [f"{text!r}, {n}: {why}" for why in markup_of(answer)]
            if not place.startswith("/") or place.startswith("//") or re.search(r"[\s<>\"]", place):
                wrong.append(f"{text!r}, {n}: leads to {place}")
    yield f"{len(strings)} hostile strings in fields, notes and addresses are never markup", wrong[:5]
    page = desk.reader.get(two(AT.claim)).text
    yield "and are shown as they were written", not_so(shown=MARK in page and "&lt;script&gt;" in page)


def read_only(ahd, db):
    server = subprocess.Popen([ahd, "serve", "--db", db, "--port", "0", "--read-only"], stdout=subprocess.PIPE, text=True)
    try:
        reader = Reader(int(server.stdout.readline().split(":")[2].split("/")[0]))
        pages = [reader.get(path).text for path in
                 [two(AT.claim), two("fae2421b98ef43ca"), f"/occurrences/{AT.told}?lang=en", "/stories/fae2421b98ef43ca?lang=en"]]
        answer = reader.post(two(AT.claim), [("decision", "split"), ("by", "Huda"), ("one", AT.claim)])
        yield "a server that is read only has no such form and takes none", not_so(
            no_form=not any('method="post"' in page for page in pages), refused=answer.status == 405)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def tests(desk):
    yield from acts_apart(desk)
    yield from acts_merged(desk)
    yield from stories(desk)
    yield from links(desk)
    yield from refused(desk)
    yield from busy(desk)
    yield from never_markup(desk)
    yield from read_only(desk.ahd, desk.db)
    done = subprocess.run([desk.ahd, "verify", "--db", desk.db], capture_output=True, text=True)
    yield "the record is sound, and all that was settled is found anew", [] if done.returncode == 0 else [done.stdout[-400:]]


def check(ahd, folder):
    db = str(folder / "pairing.db")
    for name in folder.glob("pairing.db*"):
        name.unlink()
    subprocess.run([ahd, "add", "--db", db, "examples"], check=True, stdout=subprocess.DEVNULL)
    vars(AT).update(places(ahd, db))
    server = subprocess.Popen([ahd, "serve", "--db", db, "--port", "0"], stdout=subprocess.PIPE, text=True)
    failed = 0
    try:
        port = int(server.stdout.readline().split(":")[2].split("/")[0])
        for title, wrong in tests(Desk(port, ahd, db)):
            print(f"FAIL pairing: {title}: {'; '.join(wrong)}" if wrong else f"ok pairing: {title}", flush=True)
            failed += bool(wrong)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
    return failed
