#!/usr/bin/env python3
"""What morph_train learns of ten sentences of our own:  run.py AHD TMP SHARED"""
import os, re, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from outcome import run_all, test, want

AHD, TMP = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
TRAIN = os.path.join(os.path.dirname(AHD), "morph_train")
BANK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "own.conllu")


def learn(name, folds="10", fold="-1"):
    out = os.path.join(TMP, name)
    run = subprocess.run([TRAIN, "train", folds, fold, BANK, out], capture_output=True, text=True)
    want(run.returncode == 0, "training fails", run)
    return out


def tag(weights, text):
    run = subprocess.run([TRAIN, "tag", weights], input=text, capture_output=True, text=True)
    want(run.returncode == 0, "tagging fails", run)
    return [line.split("\t") for line in run.stdout.split("\n") if line[:1].isdigit()]


def gold():
    lines = open(BANK, encoding="utf-8").read().split("\n")
    texts = [line[len("# text = "):] for line in lines if line.startswith("# text = ")]
    return texts, [line.split("\t") for line in lines if line[:1].isdigit()]


@test
def what_was_taught_is_known():
    texts, words = gold()
    got = tag(learn("all.tsv"), "\n".join(texts) + "\n")
    for column, name in ((1, "form"), (3, "part of speech"), (2, "lemma")):
        want([w[column] for w in words] == [w[column] for w in got], f"a {name} differs")


@test
def the_same_treebank_gives_the_same_weights():
    a, b = (open(learn(name), "rb").read() for name in ("a.tsv", "b.tsv"))
    want(a == b, "two trainings differ")


@test
def a_fold_that_is_held_out_is_not_learnt():
    whole = open(learn("whole.tsv"), encoding="utf-8").read()
    without = open(learn("without.tsv", "10", "8"), encoding="utf-8").read()
    want(re.search("\tيَوم$", whole, re.M), "the whole lacks a lemma")
    want(not re.search("\tيَوم$", without, re.M), "a held-out lemma was learnt")


@test
def words_put_together_are_the_text():
    text = "وبالاتفاقيات رحب الـBBC، ثم رفض 3.5%… لهم\n"
    words = tag(learn("text.tsv"), text)
    want("".join(w[1] for w in words) == re.sub(r"\s", "", text), "characters are lost")


@test
def what_is_no_file_of_weights_is_refused():
    path = os.path.join(TMP, "bad.tsv")
    for bad in ("row\t99999999\tA1\n", "size\t16\n", "size\t0\t40\n", "row\t1\tA999\n", "edit\t40\tx\n", "word\tzz\tq\t1\t0\tx\n",
                "what\t1\n"):
        open(path, "w", encoding="utf-8").write(bad)
        run = subprocess.run([TRAIN, "tag", path], input="", capture_output=True, text=True)
        want(run.returncode == 1 and "no file of weights" in run.stderr, f"{bad!r} is read", run)


os.makedirs(TMP, exist_ok=True)
sys.exit(run_all())
