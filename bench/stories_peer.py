#!/usr/bin/env python3
"""MinHash LSH of datasketch over JSONL:  stories_peer.py THRESHOLD ROWS < RECORDS

Prints a pair of ids a line that share enough rows of ROWS words (Jaccard, by 128
permutations, each candidate compared by its MinHash); then the CPU seconds of hashing
and of looking up.
"""
import json, re, sys, time

from datasketch import MinHash, MinHashLSH


def main():
    threshold, rows = float(sys.argv[1]), int(sys.argv[2])
    records = [json.loads(line) for line in sys.stdin]
    began = time.process_time()
    hashes = {}
    for record in records:
        words = re.findall(r"\w+", record["text"].lower())
        grams = {" ".join(words[i:i + rows]).encode() for i in range(max(1, len(words) - rows + 1))}
        m = MinHash(num_perm=128)
        m.update_batch(list(grams))
        hashes[record["id"]] = m
    hashed = time.process_time()
    lsh = MinHashLSH(threshold=threshold, num_perm=128)
    for key, m in hashes.items():
        for other in lsh.query(m):
            if m.jaccard(hashes[other]) >= threshold:
                print(other, key, sep="\t")
        lsh.insert(key, m)
    print("cost", hashed - began, time.process_time() - hashed, sep="\t")


main()
