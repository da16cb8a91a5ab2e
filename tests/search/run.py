#!/usr/bin/env python3
"""Words find their own lemma and no other:  run.py AHD TMP SHARED

The pairs of this folder through the index keys: the share found of those that
must be, and of those that must not, in both halves, and in English.
"""
import os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from outcome import run_all, test, want
from pairs import find_by_keys, read_pairs
import index  # noqa: F401  its tests run with these

KEYS = os.path.join(os.path.dirname(os.path.abspath(sys.argv[1])), "tests/search/keys")
FOUND, WRONG = 0.95, 0.05
pairs = read_pairs()
found = find_by_keys(KEYS, pairs)


def share(must, half):
    """Of these pairs the share that is found, and those that are not right."""
    some = [(pair, hit) for pair, hit in zip(pairs, found)
            if pair.must == must and pair.half == half]
    bad = [pair for pair, hit in some if hit != must]
    return sum(hit for _, hit in some) / len(some), bad


def shown(bad):
    return " ".join(f"{pair.query}~{pair.text}" for pair in bad)


def aim(must, half):
    got, bad = share(must, half)
    right = got >= FOUND if must else got <= WRONG
    # The half that nobody looks at is counted, not shown.
    want(right, f"{got:.1%}" + (f": {shown(bad)}" if half == "dev" else ""))


@test
def words_find_their_own_lemma_in_the_first_half():
    aim(True, "dev")


@test
def words_find_their_own_lemma_in_the_half_held_out():
    aim(True, "test")


@test
def words_find_no_other_lemma_in_the_first_half():
    aim(False, "dev")


@test
def words_find_no_other_lemma_in_the_half_held_out():
    aim(False, "test")


@test
def the_pairs_are_as_many_as_is_said():
    for must in True, False:
        kind = [pair for pair in pairs if pair.must == must]
        want(len(kind) == 300 and sum(pair.english for pair in kind) == 40,
             f"{len(kind)} pairs, {sum(pair.english for pair in kind)} of them English")


sys.exit(run_all())
