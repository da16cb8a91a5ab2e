#!/usr/bin/env python3
"""Which prepositions words like:  chunks_preps.py < PIECES > models/chunks/preps.tsv

PIECES are sentences as `morph_train pieces` prints them. Counted is what stands right after
a verb or after a noun without genitive (a pronoun at its end and adjectives passed over);
a number is twice the logarithm of how much more often than after verbs, or nouns, at large,
drawn to 0 where the word is rare. Words that came fewer than 20 times have no row.
"""
import collections, math, re, sys

PREPS = "ل في ب من على إلى عن مع بين بعد خلال منذ ضد حول لدى قبل".split()
SILENT = re.compile("[\u064b-\u0652\u0670\u0640]")
PLAIN = str.maketrans("أإآىة", "ااايه")
GENITIVE = ("NOUN", "PROPN", "NUM", "DET", "X", "PRON")
LEAST, DRAWN, LOWEST, HIGHEST = 20, 20, -6, 8


def plain(word):
    return SILENT.sub("", word).translate(PLAIN)


def segments(line):
    pieces = [piece.split("/") for word in line.split(" ") for piece in word.split("+")]
    return [(p[0], p[1], p[2]) for p in pieces if len(p) > 3] + [(".", "PUNCT", ".")]


def after(words, i):
    """The place of what may be a preposition of word i; None where a noun goes on."""
    at, noun = i + 1, words[i][1] == "NOUN"
    while noun and words[at][1] == "ADJ":
        at += 1
    if words[at][1] == "PRON":
        at += 1
    return None if noun and words[at][1] in GENITIVE else at


def count(lines):
    seen, pairs = collections.Counter(), collections.Counter()
    for line in lines:
        words = segments(line.rstrip("\n"))
        for i, (_, pos, lemma) in enumerate(words):
            at = after(words, i) if pos in ("VERB", "NOUN") else None
            if at is None:
                continue
            key = pos.lower(), plain(lemma)
            seen[key] += 1
            if at < len(words) and words[at][1] == "ADP":
                pairs[key, plain(words[at][0])] += 1
    return seen, pairs


def main():
    seen, pairs = count(sys.stdin)
    words, usual = collections.Counter(), collections.Counter()
    for (part, _), times in seen.items():
        words[part] += times
    for ((part, _), prep), times in pairs.items():
        usual[part, prep] += times
    print("# How much more often than others a word has each preposition after it: tools/chunks_preps.py")
    print("part\tword\t" + " ".join(PREPS))
    for key in sorted(key for key, times in seen.items() if times >= LEAST):
        likes = []
        for prep in map(plain, PREPS):
            rate = usual[key[0], prep] / words[key[0]]
            more = (pairs[key, prep] + DRAWN * rate) / (seen[key] + DRAWN) / rate
            likes.append(max(LOWEST, min(HIGHEST, round(2 * math.log(more)))))
        if any(likes):
            print("%s\t%s\t%s" % (*key, " ".join(map(str, likes))))


main()
