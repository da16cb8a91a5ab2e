#!/usr/bin/env python3
"""Classes of words by the company they keep, and lists of names:
names_train hosts < TEXT | classes.py LISTED > words.tsv

A word is what stands left and right of it (one and two words away, clitics are words), as
pointwise mutual information, in 100 dimensions (SVD); k-means of these makes 600 fine and 60
coarse classes, frequent words counting more. Needs numpy, scipy, scikit-learn. LISTED has keys
of forms and bits (AHD_NAME_LISTED), from `names_train keys`. A row: key of the form, fine class,
coarse class, twice log2 of how often it came, the bits, three empty cells.
"""
import collections
import sys

import numpy
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import svds
from sklearn.cluster import MiniBatchKMeans

LEAST, NEAR, SIZE, FINE, COARSE = 3, 4000, 100, 600, 60
STEPS = (-2, -1, 1, 2)


def read():
    """Sentences as numbers of words, the most frequent first; their keys and counts."""
    times, texts = collections.Counter(), []
    for line in sys.stdin:
        words = [word.rpartition("/")[2] if "/" in word else word for word in line.split()]
        texts.append(words)
        times.update(words)
    names = [word for word, number in times.most_common() if number >= LEAST]
    place = {word: at for at, word in enumerate(names)}
    return [[place.get(word, -1) for word in words] for words in texts], names, times


def company(texts, words):
    """What stands at each step of each word: rows words, columns frequent neighbours."""
    rows, columns = [], []
    for text in texts:
        line = numpy.array([-1, -1, *text, -1, -1])
        for number, step in enumerate(STEPS):
            other = line[2 + step:len(line) - 2 + step]
            here = line[2:-2]
            good = (here >= 0) & (other >= 0) & (other < NEAR)
            rows.append(here[good])
            columns.append(other[good] + number * NEAR)
    rows, columns = numpy.concatenate(rows), numpy.concatenate(columns)
    return coo_matrix((numpy.ones(len(rows), numpy.float32), (rows, columns)),
                      (words, NEAR * len(STEPS))).tocsr()


def vectors(counts):
    """Positive pointwise mutual information, smoothed for what is seldom, in few dimensions."""
    table = counts.tocoo()
    all_rows = numpy.asarray(counts.sum(1)).ravel() + 3
    all_columns = numpy.asarray(counts.sum(0)).ravel() ** .75
    part = all_columns / all_columns.sum()
    table.data = numpy.maximum(
        numpy.log(table.data / all_rows[table.row] / part[table.col]), 0)
    left, scale, _ = svds(table.tocsr().astype(numpy.float32), SIZE, random_state=1)
    found = left * numpy.sqrt(scale)
    return found / (numpy.linalg.norm(found, axis=1, keepdims=True) + 1e-6)


def main():
    texts, names, times = read()
    found = vectors(company(texts, len(names)))
    often = numpy.array([times[word] for word in names], numpy.float32)
    classes = [MiniBatchKMeans(size, random_state=1, batch_size=4096, n_init=2, max_iter=60)
               .fit(found, sample_weight=numpy.sqrt(often)).labels_ for size in (FINE, COARSE)]
    listed = collections.Counter()
    for row in open(sys.argv[1]):
        key, bits = row.split()
        listed[key] |= int(bits)
    for at, word in enumerate(names):
        if not word.endswith("+"):
            print(word, classes[0][at] + 1, classes[1][at] + 1,
                  min(int(2 * numpy.log2(often[at])), 255), listed.pop(word, 0), 0, 0, 0,
                  sep="\t")
    for word, bits in listed.items():
        print(word, 0, 0, 0, bits, 0, 0, 0, sep="\t")


main()
