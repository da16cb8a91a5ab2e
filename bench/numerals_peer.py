"""The numbers in words that pyarabic finds:  numerals_peer.py < LINES

Rows as those of numerals.c: line, first and last character, kind, what it counts from, value. It
finds phrases among words and gives each its value; of digits it knows nothing.
"""
import sys

from pyarabic import araby, number


def places(line, words):
    """Where each word stands in the line."""
    at, spans = 0, []
    for word in words:
        start = line.find(word, at)
        at = start + len(word) if start >= 0 else at
        spans.append((max(start, 0), at - 1))
    return spans


for count, line in enumerate(sys.stdin):
    line = line.rstrip("\n")
    words = araby.tokenize(line)
    spans = places(line, words)
    for first, last in number.detect_number_phrases_position(words):
        value = number.text2number(" ".join(words[first:last + 1]))
        print(count, spans[first][0], spans[last][1], "cardinal", "start", value, sep="\t")
