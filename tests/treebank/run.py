#!/usr/bin/env python3
"""What morph_train learns of ten sentences of our own:  run.py AHD TMP SHARED"""
import gzip, json, os, re, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from outcome import run_all, test, want

AHD, TMP = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
TRAIN = os.path.join(os.path.dirname(AHD), "morph_train")
BANK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "own.conllu")


NAMES = ("newsfane-train.tsv.gz", "aqmar-train.tsv.gz", "wojood-sample-train.txt.gz")
MARKED = """و O|قال O|الوزير O|شاكر B-Politician|الحالم I-Politician|ل O|المبعوث O
رفض O|شاكر B-Politician|الحالم I-Politician|البيان O
و O|شاكر B-Politician|ماهر I-Politician|في O|عمان B-Nation
زار O|ماهر B-Politician|الحالم I-Politician|العاصمة O"""


def learn(name, folds="10", fold="-1", more=()):
    out = os.path.join(TMP, name)
    run = subprocess.run([TRAIN, "train", folds, fold, BANK, out, *more],
                         capture_output=True, text=True)
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


def marked():
    """A folder of texts with marked names: ours, four times."""
    folder = os.path.join(TMP, "names")
    text = "".join(sentence.replace("|", "\n") + "\n\n" for sentence in MARKED.split("\n"))
    os.makedirs(folder, exist_ok=True)
    for file, times in zip(NAMES, (4, 0, 0)):
        with gzip.open(os.path.join(folder, file), "wt", encoding="utf-8") as out:
            out.write(text * times)
    return [folder]


def names_of(weights, text):
    return [word[1] for word in tag(weights, text) if word[3] == "PROPN"]


@test
def a_name_that_is_a_word_is_learnt_where_it_is_marked():
    text = "رفض شاكر الحالم توقيع الاتفاق.\n"
    want(names_of(learn("unnamed.tsv"), text) == [], "it is a name without the texts")
    got = names_of(learn("named.tsv", more=marked()), text)
    want(got == ["شاكر", "الحالم"], f"names are {got}")


@test
def names_that_are_held_out_are_not_learnt():
    without = open(learn("no-names.tsv", "10", "0"), encoding="utf-8").read()
    held = open(learn("held-names.tsv", "10", "0", marked()), encoding="utf-8").read()
    kept = open(learn("kept-names.tsv", "10", "1", marked()), encoding="utf-8").read()
    other = open(learn("other.tsv", "10", "1"), encoding="utf-8").read()
    want(without == held, "the first block of sentences is learnt in its own fold")
    want(kept != other, "it is not learnt in another")


@test
def a_folder_without_names_is_refused():
    run = subprocess.run([TRAIN, "train", "10", "-1", BANK, os.path.join(TMP, "none.tsv"), TMP],
                         capture_output=True, text=True)
    want(run.returncode == 1 and NAMES[0] in run.stderr, "no error for a folder without texts", run)


NEWS = "عاجل\nوبقشن الصلبوط."


def labels(rows):
    """What morph_train is given so that it learns from the rows: of NEWS, in records of ours."""
    path, corpus = os.path.join(TMP, "labels.tsv"), os.path.join(TMP, "corpus.jsonl.gz")
    with gzip.open(corpus, "wt", encoding="utf-8") as file:
        for name in ("own1", "own2", "own3"):
            file.write(json.dumps({"id": name, "text": NEWS}) + "\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write("# labels\nrecord\tstart\tend\tlengths\ttags\n" + rows)
    return [*marked(), path, corpus]


@test
def cuts_and_parts_of_speech_are_learnt_from_labels():
    for lengths, tags in (("1+4", "CCONJ+VERB PROPN"), ("1+1+3", "CCONJ+ADP+NOUN ADJ")):
        first, second = tags.split()
        rows = (f"\t5\t10\t{lengths}\t{first}\n\t11\t18\t7\t{second}\n\t18\t19\t1\t_\n")
        weights = learn("news.tsv", more=labels("".join(f"own{i}{rows}" for i in (1, 2, 3))))
        words = tag(weights, "وبقشن الصلبوط.\n")
        want("+".join(str(len(w[1])) for w in words) == lengths + "+7+1", f"cut as {words}")
        want([w[3] for w in words][1:-1] == [*first.split("+")[1:], second], f"tags of {words}")


@test
def labels_that_are_not_of_the_text_are_refused():
    for rows, why in (("other\t5\t10\t5\tVERB\n", "not in the corpus"),
                      ("own1\t5\t10\t1+3\tCCONJ+VERB\n", "no word"),
                      ("own1\tx\t10\t5\tVERB\n", "no number"),
                      ("\t5\t10\t5\tVERB\n", "no record")):
        out = os.path.join(TMP, "none.tsv")
        run = subprocess.run([TRAIN, "train", "10", "-1", BANK, out, *labels(rows)],
                             capture_output=True, text=True)
        want(run.returncode == 1 and why in run.stderr, f"{rows!r} is read", run)


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
