#!/usr/bin/env python3
"""Arabic pages of many makes:  run.py AHD OUT SHARED

Writes the pages of pages.py under OUT, each with its gold beside it, reads
them with `ahd read --json --article`, and compares text, title, byline, day of
publication and kind. The sums over the layouts and the kind of every page are
the test; of single pages only what went wrong is told. Layouts whose number is a
multiple of three are held out: their mistakes are told without details, and
rules should not be made after them.
"""
import collections, hashlib, json, os, re, shutil, subprocess, sys

import pages

LEAST = {"page": .90, "text": .97, "dates": .95, "titles": .95, "bylines": .82,
         "outlets": .95, "addresses": .95}


def words(text):
    """Without the marks that change the look of a word only."""
    text = re.sub("[\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]", "", text)
    return re.findall(r"\w+", text.replace("\u00a0", " "))


def shingles(text):
    """Runs of four words, counted; a shorter text is one run."""
    w = words(text)
    return collections.Counter(tuple(w[i:i + 4])
                               for i in range(max(1, len(w) - 3)) if w)


def text_f1(got, gold):
    a, b = shingles(got), shingles(gold)
    both = sum((a & b).values())
    if both == 0:
        return float(not a and not b)
    return 2 * both / (sum(a.values()) + sum(b.values()))


def line_hint(mark, lines, text):
    """The first of the lines that the text lacks by more than half."""
    have = shingles(text)
    for line in lines:
        own = shingles(line)
        if own and 2 * sum((own & have).values()) < sum(own.values()):
            return [f"{mark} «{line[:60]}»"]
    return []


def read_all(ahd, folder, paths):
    """What Ahd says of each page, by the digest of its bytes."""
    run = subprocess.run([ahd, "read", "--json", "--article", "--threads", "1",
                          *paths], cwd=folder, capture_output=True, timeout=120)
    if run.returncode not in (0, 1):
        sys.exit(f"ahd ended with {run.returncode}: {run.stderr.decode()[-300:]}")
    docs = map(json.loads, run.stdout.decode().splitlines())
    return {doc["sha256"]: doc for doc in docs if "sha256" in doc}


def same_name(got, gold):
    return (got or "") == (gold or "") or \
        bool(got and gold) and words(got) == words(gold)


class Result:
    def __init__(self, page, doc):
        gold = page.gold
        self.page, self.doc = page, doc
        self.held_out = int(re.search(r"\d+", page.name).group()) % 3 == 0
        self.title_len = len(doc.get("title") or "")
        self.body = (doc.get("text") or "")[self.title_len:].strip()
        self.date = (doc.get("published") or {}).get("date")
        self.f1 = text_f1(self.body, "\n".join(gold["paragraphs"]))
        self.dated = self.date == gold["published"]
        self.titled = words(doc.get("title") or "") == words(gold["title"])
        self.by = same_name(doc.get("byline"), gold["byline"])
        self.outlet = self.same_if_said("outlet")
        self.address = self.same_if_said("url")

    def same_if_said(self, field):
        """None where the page does not say it."""
        want = self.page.gold[field]
        return want and self.doc.get(field) == want

    def is_good(self):
        return self.f1 >= LEAST["page"] and self.dated and \
            self.doc["kind"] == "article"

    def why(self):
        gold, doc = self.page.gold, self.doc
        said = [f"F1 {self.f1:.3f}"] if self.f1 < LEAST["page"] else []
        if doc["kind"] != "article":
            said.append(f"is a {doc['kind']}, {doc['refused']}")
        if not self.dated:
            said.append(f"published {self.date}, want {gold['published']}")
        if not self.titled:
            said.append(f"title «{doc.get('title')}»")
        if not self.by:
            said.append(f"byline {doc.get('byline')}, want {gold['byline']}")
        lines = gold["paragraphs"]
        said += line_hint("lacks", lines, self.body)
        said += line_hint("has", self.body.split("\n"), "\n".join(lines))
        return "; ".join(said)


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0


def tell(good, name, why):
    print(f"ok {name}" if good else f"FAIL {name}: {why}")
    return good


def tell_page(result):
    name = result.page.name + (" (held out)" if result.held_out else "")
    why = f"F1 {result.f1:.3f}" if result.held_out else result.why()
    if result.is_good():
        print(f"ok {name}")
    if why and not (result.held_out and result.is_good()):
        print(f"   {name}: {why}")


def tell_kind(page, doc):
    """A page that is no article: its kind, and why."""
    want = page.gold["kind"].split(" or ")
    why = f"is {doc['kind']} ({doc['refused']}), want {page.gold['kind']}"
    return tell(doc["kind"] in want and bool(doc["refused"]), page.name, why)


def tell_sums(results):
    fields = {"text": "f1", "dates": "dated", "titles": "titled", "bylines": "by",
              "outlets": "outlet", "addresses": "address"}
    good = True
    for what, field in fields.items():
        values = [(getattr(r, field), r.held_out) for r in results
                  if getattr(r, field) is not None]
        all_of_them = mean(v for v, _ in values)
        why = "%.3f: %.3f seen, %.3f held out" % (
            all_of_them, mean(v for v, held in values if not held),
            mean(v for v, held in values if held))
        print(f"{what} {why}")
        good &= tell(all_of_them >= LEAST[what],
                     f"layouts: {what} at least {LEAST[what]}", why)
    return good


def main():
    ahd, out = os.path.abspath(sys.argv[1]), sys.argv[2]
    made = pages.make_all()
    for folder in ("layouts", "others"):
        shutil.rmtree(f"{out}/{folder}", ignore_errors=True)
        os.makedirs(f"{out}/{folder}")
    for page in made:
        with open(f"{out}/{page.name}.html", "wb") as file:
            file.write(page.html)
        with open(f"{out}/{page.name}.json", "w", encoding="utf-8") as file:
            json.dump(page.gold, file, ensure_ascii=False, indent=1)
    docs = read_all(ahd, out, [page.name + ".html" for page in made])
    got = [(page, docs.get(hashlib.sha256(page.html).hexdigest())) for page in made]
    good = True
    for page, doc in got:
        if doc is None:
            good = tell(False, page.name, "was not read")
    articles = [Result(p, d) for p, d in got if d and p.gold["kind"] == "article"]
    for result in articles:
        tell_page(result)
    kinds = all([tell_kind(p, d) for p, d in got
                 if d and p.gold["kind"] != "article"])
    good &= tell(kinds and all(r.doc["kind"] == "article" for r in articles),
                 "layouts: every kind is right", "see above")
    good &= tell_sums(articles)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
