#!/usr/bin/env python3
"""How often each form is a token of news:  count.py SHARED > ar.tsv

Counts runs of Arabic letters in SHARED/corpora/ar-political.jsonl.gz, titles and
texts, spelt as lang/fold.h folds them. A row is a form and the logarithm of
its count to base 2, rounded down; forms seen fewer than five times are left out."""
import collections
import gzip
import json
import re
import sys

LEAST, MOST_ROWS = 5, 40000
WORD = re.compile('[ء-غف-يٱپچژڤکگی\u0640\u064b-\u0652\u0670]+')
FOLD = {ord(c): None for c in 'ـًٌٍَُِّْٰ'}
FOLD.update({ord(a): b for a, b in zip('أإآٱىیئةؤک', 'اااايييهوك')})


def main():
    counts = collections.Counter()
    with gzip.open(sys.argv[1] + '/corpora/ar-political.jsonl.gz', 'rt') as lines:
        for line in lines:
            record = json.loads(line)
            text = record.get('title', '') + '\n' + record['text']
            counts.update(WORD.findall(text))
    folded = collections.Counter()
    for form, n in counts.items():
        folded[form.translate(FOLD)] += n
    rows = [(f, n) for f, n in folded.most_common(MOST_ROWS) if n >= LEAST and f]
    print('# Forms of Arabic news and log2 of their counts: count.py.')
    for form, n in sorted(rows):
        print(form, n.bit_length() - 1, sep='\t')


main()
