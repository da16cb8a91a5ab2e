#!/usr/bin/env python3
"""A segmenter of PyPI over words:  segment_peer.py NAME < TEXTS > OUT

TEXTS is JSON, a list of words a text; OUT has for each word [proclitics, letters of the
pronoun at its end]. Both tools cut finer than clitics: the article stays with its word
(للسلطة is ل + لسلطة), and so do endings that are no pronoun (ون ات ة ت). What neither tells
apart is left as it says: نا of «كتبنا» may be subject or object.
"""
import json, re, sys

MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
PROCLITICS = set("وفبلكسأ")
PRONOUNS = {"ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كما", "ي", "ني", "نا"}


def farasa():
    """The port of Farasa's segmenter to Python. Its «لأن» is one word: ours are ل + أن."""
    from farasa import segmentation

    def parts(word):
        told = segmentation.segmentLine(word)
        segments = told[0].split("+") if len(told) == 1 else [word]
        count = 0
        while count < len(segments) - 1 and segments[count] in PROCLITICS:
            count += 1
        ends = len(segments) > count + 1 and segments[-1] in PRONOUNS
        because = segments[count] in ("لأن", "لان")
        return count + because, len(segments[-1]) if ends else 0
    return parts


def qalsadi():
    """The first of Qalsadi's analyses of a word: better here than its most frequent one."""
    from qalsadi.analex import Analex
    analyse = Analex()

    def parts(word):
        told = [reading for reading in analyse.check_word(word) if reading.affix]
        if not told:
            return 0, 0
        before, *_, after = told[0].affix
        before = before.replace("لل", "ل").removesuffix("ال")
        after = MARKS.sub("", after)
        return len(before), len(after) if after in PRONOUNS else 0
    return parts


def main():
    parts = {"farasa": farasa, "qalsadi": qalsadi}[sys.argv[1]]()
    known = {}
    out = []
    for text in json.load(sys.stdin):
        for word in text:
            if word not in known:
                bare = MARKS.sub("", word)
                proclitics, pronoun = parts(bare) if bare else (0, 0)
                inside = proclitics + pronoun < len(bare)
                known[word] = (proclitics, pronoun) if inside else (0, 0)
        out.append([known[word] for word in text])
    json.dump(out, sys.stdout)


main()
