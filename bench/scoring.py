"""What the scores of the page reader mean: pure functions, no files.

A prediction is a dict: `text` (the body without the title), `title`, `author`,
`date`, `refused`; whatever is missing counts as nothing told. A gold is a line
of ../shared/bench/extraction, a report a dict of name -> number.
"""
import collections
import re
import unicodedata

WORD = re.compile(r"\w+")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
SHINGLE = 4
# Words between and before names that say nothing about who wrote.
NOT_A_NAME = {"by", "and", "und", "et", "y", "von", "par", "por", "da", "di", "و"}


def words(text):
    return WORD.findall(text or "")


def folded(text):
    """Words without case, accents' encoding and punctuation; of a list, all."""
    text = " ".join(text) if isinstance(text, list) else text
    return WORD.findall(unicodedata.normalize("NFKC", text or "").casefold())


def spaced(text):
    """The text with every stretch of white space one space."""
    return " ".join((text or "").split())


def shingles(text):
    """Overlapping runs of four words, counted; a shorter text is one run."""
    found = words(text)
    last = max(1, len(found) - SHINGLE + 1)
    return collections.Counter(tuple(found[i:i + SHINGLE]) for i in range(last) if found)


def ratio(part, whole):
    return part / whole if whole else 0.0


def f1(precision, recall):
    return ratio(2 * precision * recall, precision + recall)


def overlap(gold, told):
    """True and false positives and false negatives of two bags."""
    both = sum((gold & told).values())
    return both, sum(told.values()) - both, sum(gold.values()) - both


def shingle_score(pairs):
    """Every page counts the same: precision is the mean over the pages that
    told something, recall the mean over those that should, F1 is theirs."""
    counts = [overlap(shingles(gold["text"]), shingles(said.get("text"))) for gold, said in pairs]
    told = [tp / (tp + fp) for tp, fp, _ in counts if tp + fp]
    due = [tp / (tp + fn) for tp, _, fn in counts if tp + fn]
    precision, recall = ratio(sum(told), len(told)), ratio(sum(due), len(due))
    return {"P": precision, "R": recall, "F1": f1(precision, recall)}


def word_score(pairs):
    """Bags of words; precision, recall and F1 of a page, each averaged."""
    each = []
    for gold, said in pairs:
        bag = collections.Counter(folded(gold["text"])), collections.Counter(folded(said.get("text")))
        tp, fp, fn = overlap(*bag)
        precision, recall = ratio(tp, tp + fp), ratio(tp, tp + fn)
        each.append((precision, recall, f1(precision, recall)))
    mean = [ratio(sum(column), len(each)) for column in zip(*each)] or [0, 0, 0]
    return dict(zip(("P", "R", "F1"), mean))


def segment_score(pairs):
    """Strings that must be in the text, and that must not, counted over all pages."""
    tp = fp = fn = 0
    for gold, said in pairs:
        text = spaced(said.get("text"))
        due = [spaced(part) in text for part in gold.get("with") or []]
        tp, fn = tp + sum(due), fn + len(due) - sum(due)
        fp += sum(spaced(part) in text for part in gold.get("without") or [])
    precision, recall = ratio(tp, tp + fp), ratio(tp, tp + fn)
    return {"P": precision, "R": recall, "F1": f1(precision, recall)}


def same_title(gold, told):
    gold = gold if isinstance(gold, list) else [gold]
    return folded(told) in [folded(title) for title in gold]


def same_author(gold, told):
    """The same names in any order, whatever stands between them."""
    return set(folded(gold)) - NOT_A_NAME == set(folded(told)) - NOT_A_NAME


def day(text):
    """A date to the day as YYYY-MM-DD; None when it is no such date."""
    found = DAY.match(text) if isinstance(text, str) else None
    return "%s-%02d-%02d" % (found[1], int(found[2]), int(found[3])) if found else None


def same_date(gold, told):
    return day(gold) == day(told)


FIELDS = (("title", same_title), ("author", same_author), ("date", same_date))


def known(gold, name):
    """Does the gold say the field? A date must be one to the day."""
    return day(gold.get(name)) if name == "date" else gold.get(name)


def field_score(pairs):
    """Of the pages whose gold names the field, the share told right."""
    report = {}
    for name, same in FIELDS:
        due = [(gold[name], said.get(name)) for gold, said in pairs if known(gold, name)]
        if due:
            report[name] = ratio(sum(same(*pair) for pair in due), len(due))
    return report


def prefixed(prefix, report):
    return {f"{prefix} {name}": value for name, value in report.items()}


def news_articles(pairs):
    return {**shingle_score(pairs), **field_score(pairs)}


def mixed_languages(pairs):
    return {**segment_score(pairs), **field_score(pairs)}


def web_pages(pairs):
    articles = [pair for pair in pairs if pair[0]["type"] == "article" and pair[0]["text"]]
    others = [said for gold, said in pairs if gold["type"] != "article"]
    empty = [said for _, said in articles if not said.get("text")]
    return {**word_score(articles), **prefixed("segment", segment_score(articles)),
            **field_score(articles), "lost": ratio(len(empty), len(articles)),
            "others refused": ratio(sum(not said.get("text") for said in others), len(others))}


def publication_dates(pairs):
    return field_score(pairs)


SETS = {"news-articles": news_articles, "mixed-languages": mixed_languages,
        "web-pages": web_pages, "publication-dates": publication_dates}


def number(gold):
    return int(re.search(r"(\d+)\.\w+$", gold["page"]).group(1))


def report(name, pairs):
    """{"all", "even", "odd": report} of a set; pairs are (gold, prediction)."""
    halves = {"all": pairs, "even": [p for p in pairs if number(p[0]) % 2 == 0],
              "odd": [p for p in pairs if number(p[0]) % 2]}
    return {half: SETS[name](some) for half, some in halves.items()}
