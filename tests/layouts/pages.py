"""The pages of the suite: mark-up from layouts/ and others/, words from
articles.txt, shared furniture from parts/. README.md describes the files.

    pages.make_all()  ->  Page("layouts/01-newspaper", html bytes, gold dict)
"""
import collections, datetime, glob, html, json, os, re

HERE = os.path.dirname(os.path.abspath(__file__))
NOW = datetime.date(2026, 3, 4)  # what the date bars of the sites say
OUTLET, SITE = "بوابة المرفأ", "almarfaa.example"  # unless a layout says
Page = collections.namedtuple("Page", "name html gold")

WEEKDAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
MONTHS = {
    "egypt": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر "
             "نوفمبر ديسمبر",
    "maghreb": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر "
               "نوفمبر ديسمبر",
    "morocco": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر "
               "نونبر دجنبر",
    "levant": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول "
              "تشرين_الأول تشرين_الثاني كانون_الأول",
    "hijri": "محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب "
             "شعبان رمضان شوال ذو_القعدة ذو_الحجة",
}
DIGITS = {"arabic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹"}


def month(calendar, number):
    return MONTHS[calendar].split()[number - 1].replace("_", " ")


def hijri(day):
    """Year, month, day of the tabular Islamic calendar."""
    n = day.toordinal() - 227015  # days since 1 Muharram 1
    year = (30 * n + 10646) // 10631
    first = 354 * (year - 1) + (11 * year + 3) // 30
    at, m = n - first, 1
    while m < 12 and at >= (30 if m % 2 else 29):
        at -= 30 if m % 2 else 29
        m += 1
    return year, m, at + 1


def write_date(day, form, digits=None):
    y, m, d = day.year, day.month, day.day
    hy, hm, hd = hijri(day)
    egypt, levant = month("egypt", m), month("levant", m)
    unix = int(datetime.datetime(y, m, d, 12,
                                 tzinfo=datetime.timezone.utc).timestamp())
    said = {
        "iso": f"{day}", "stamp": f"{day}T14:05:00+03:00",
        "late": f"{day}T22:40:00+00:00", "ymd": f"{y}/{m:02}/{d:02}",
        "slash": f"{d:02}/{m:02}/{y}", "short": f"{d}/{m}/{y}",
        "dots": f"{d:02}.{m:02}.{y}", "dash": f"{d:02}-{m:02}-{y}",
        "compact": f"{y}{m:02}{d:02}", "unix": str(unix), "year": str(y),
        "egypt": f"{d} {egypt} {y}", "levant": f"{d} {levant} {y}",
        "maghreb": f"{d} {month('maghreb', m)} {y}",
        "morocco": f"{d} {month('morocco', m)} {y}",
        "both": f"{d} {levant}/{egypt} {y}", "wp": f"{egypt} {d}, {y}",
        "comma": f"{egypt} {d}، {y}", "dayless": f"{egypt} {y}",
        "weekday": WEEKDAYS[day.weekday()],
        "hijri": f"{hd} {month('hijri', hm)} {hy}",
        "hijrinum": f"{hy}/{hm}/{hd}",
    }[form]
    if digits:
        said = said.translate(str.maketrans("0123456789", DIGITS[digits]))
    return said


# ------------------------------------------------------------------- articles

def block_of(text):
    """A kind and its words; rows are lists of cells, posts words and author."""
    marks = {"## ": "h", "- ": "item", "> ": "quote", "| ": "row"}
    for mark, kind in marks.items():
        if text.startswith(mark):
            return kind, text[len(mark):]
    return "p", text


def read_articles():
    articles = collections.OrderedDict()
    text = open(f"{HERE}/articles.txt", encoding="utf-8").read()
    for part in text.split("\n=== ")[1:]:
        head, *body = part.strip().split("\n\n")
        ident, *fields = head.split("\n")
        article = dict(field.split(": ", 1) for field in fields)
        article["id"] = ident
        article["date"] = datetime.date.fromisoformat(article["date"])
        article["blocks"] = [block_of(line) for chunk in body
                             for line in chunk.split("\n")]
        articles[ident] = article
    return articles


# ------------------------------------------------------------------- mark-up

def stem(path):
    return os.path.splitext(os.path.basename(path))[0]


class Layout:
    """A file of layouts/ or others/: keys, a line "---", the mark-up."""

    def __init__(self, path):
        head, self.markup = open(path, encoding="utf-8").read().split("---\n", 1)
        self.folder = os.path.basename(os.path.dirname(path))
        self.name = stem(path)
        self.keys, self.after = {}, {}
        for line in filter(None, head.split("\n")):
            key, value = line.split(": ", 1)
            if key.startswith("after "):
                self.after[key[len("after "):]] = value
            else:
                self.keys[key] = value

    def get(self, key, default=None):
        return self.keys.get(key, default)

    def shows(self, what):
        return "{{%s}}" % what in self.markup


WRAPPERS = {"p": "<p>%</p>", "h": "<h2>%</h2>", "item": "<li>%</li>",
            "list": "<ul>%</ul>", "quote": "<blockquote><p>%</p></blockquote>",
            "cell": "<td>%</td>", "row": "<tr>%</tr>", "table": "<table>%</table>"}
GROUPS = {"item": "list", "row": "table"}


def sentences(words):
    return re.split(r"(?<=\.) ", words)


class Filler:
    def __init__(self, layout, article, others, parts):
        self.layout, self.article, self.others = layout, article, others
        self.parts = parts
        self.text = []  # what the page says of the article, in order

    def wrap(self, kind, inner):
        return self.layout.get(kind, WRAPPERS[kind]).replace("%", inner)

    def one(self, kind, words):
        """The mark-up of a block; its words go to the gold."""
        if kind == "row":
            cells = [cell.strip() for cell in words.split("|")]
            self.text += cells
            return self.wrap(kind, "".join(
                self.wrap("cell", html.escape(cell)) for cell in cells))
        if kind == "quote":
            words, author = words.split(" — ")
            self.text.append(words)
            return self.layout.get("quote", WRAPPERS["quote"]).replace(
                "%", html.escape(words)).replace("@", html.escape(author))
        self.text.append(words)
        if kind == "p" and self.layout.get("split") == "sentences":
            return "\n".join(self.wrap("p", html.escape(sentence))
                             for sentence in sentences(words))
        return self.wrap(kind, html.escape(words))

    def body(self):
        out, group, blocks = [], [], self.article["blocks"]
        for i, (kind, words) in enumerate(blocks):
            made = self.one(kind, words)
            following = blocks[i + 1][0] if i + 1 < len(blocks) else None
            if kind in GROUPS:
                group.append(made)
                if following == kind:
                    continue
                made = self.wrap(GROUPS[kind], "\n".join(group))
                group = []
            out.append(made)
            for key in (str(len(out)), "end" if following is None else None):
                if key in self.layout.after:
                    out.append(self.fill(self.layout.after[key]))
        return self.layout.get("between", "\n").replace("\\n", "\n").join(out)

    def of_article(self, article, what, more):
        if what == "date":
            return write_date(article["date"], *more)
        if what == "url":
            return "https://%s/%s" % (self.layout.get("site", SITE), article["id"])
        if what == "slug":
            return article["title"].replace(":", "").replace(" ", "-")
        if what == "text":
            return " ".join(w for k, w in article["blocks"] if k == "p")
        if what == "summary":
            return article["lead"]
        if what == "paragraph":
            plain = [w for k, w in article["blocks"] if k == "p"]
            return plain[int(more[0]) % len(plain)]
        if what == "sentence":
            plain = [w for k, w in article["blocks"] if k == "p"]
            return sentences(plain[int(more[0]) % len(plain)])[0]
        return article[what]

    def value(self, match):
        what, *more = match.group(1).split()
        if what == "part":
            return self.fill(self.parts[more[0]])
        if what == "body":
            return self.body()
        if what == "now":
            return write_date(NOW, *more)
        if what in ("outlet", "site"):
            return self.layout.get(what, {"outlet": OUTLET, "site": SITE}[what])
        article, quote = self.article, html.escape
        if what == "json":
            what, *more = more
            quote = lambda s: json.dumps(s)[1:-1]
        if what == "other":
            article = self.others[int(more[0])]
            what, *more = more[1:]
        if what == "lead":
            self.text.append(article["lead"])
        return quote(self.of_article(article, what, more))

    def fill(self, markup):
        return re.sub(r"\{\{([^{}]+)\}\}", self.value, markup)


# How sites write the same words.
FILTERS = {
    "numeric": lambda s: re.sub("[\u0600-\u06ff]",
                                lambda m: f"&#{ord(m.group())};", s),
    "nbsp": lambda s: re.sub(r"(?<=[\u0600-\u06ff]) (في|من|على) ",
                             r"&nbsp;\1&nbsp;", s),
    "marks": lambda s: re.sub(r"(\d+)", "&rlm;\\1\u200f",
                              re.sub("(?<=[،.]) ", " \u200f", s)),
    "tatweel": lambda s: re.sub(r"(?<=[سمكل])(?=[اةوي]\b)", "ـ", s),
}


def in_text(markup, change):
    """Change what stands between tags, not scripts, styles or attributes."""
    parts = re.split(r"(<script.*?</script>|<style.*?</style>|<[^>]*>)", markup,
                     flags=re.S)
    return "".join(part if part.startswith("<") else change(part)
                   for part in parts)


def said_in(markup, *patterns):
    """What the head of the page says of itself, or None."""
    for pattern in patterns:
        found = re.search(pattern, markup)
        if found:
            return html.unescape(found.group(1))
    return None


def gold_of(layout, article, filler, markup):
    shown = lambda what: article[what] if layout.shows(what) else None
    return {"kind": "article", "title": article["title"],
            "paragraphs": filler.text, "captions": shown("caption"),
            "byline": shown("byline"),
            "outlet": said_in(markup, 'og:site_name" content="([^"]*)"'),
            "url": said_in(markup, 'rel="canonical" href="([^"]*)"',
                           'og:url" content="([^"]*)"'),
            "published": None if layout.get("published") == "none"
            else str(article["date"])}


def make(layout, article, others, parts):
    filler = Filler(layout, article, others, parts)
    markup = filler.fill(layout.markup)
    gold = {"kind": layout.get("kind")} if layout.get("kind") else \
        gold_of(layout, article, filler, markup)
    for name in layout.get("filter", "").split():
        markup = in_text(markup, FILTERS[name])
    charset = layout.get("charset", "utf-8")
    return markup.encode(charset, "xmlcharrefreplace"), gold


def read_folder(folder):
    return [Layout(path) for path in sorted(glob.glob(f"{HERE}/{folder}/*.html"))]


def fits(layout, article):
    """A layout that shows a field takes an article that has it."""
    return all(article[what] != "-" or not layout.shows(what)
               for what in ("byline", "lead", "caption"))


def make_all():
    articles, layouts = read_articles(), read_folder("layouts")
    parts = {stem(path): open(path, encoding="utf-8").read()
             for path in glob.glob(f"{HERE}/parts/*.html")}
    pinned = {layout.get("article") for layout in layouts}
    waiting = [a for a in articles.values() if a["id"] not in pinned]
    everything = list(articles.values())
    pages = []
    for i, layout in enumerate(layouts + read_folder("others")):
        if layout.get("article"):
            article = articles[layout.get("article")]
        else:
            article = next(a for a in waiting if fits(layout, a))
            waiting.remove(article)  # its turn comes again after the others
            waiting.append(article)
        others = [everything[(7 * i + 3 * k) % len(everything)]
                  for k in range(1, 40)]
        others = [a for a in others if a is not article and a["lead"] != "-"]
        made, gold = make(layout, article, others, parts)
        pages.append(Page(f"{layout.folder}/{layout.name}", made, gold))
    return pages
