#!/usr/bin/env python3
"""Who does what, against a treebank:  arguments.py CHUNKS CONLLU [--udpipe MODEL] [--folds 5-9 --of 10]

CHUNKS is build/release/bench/chunks. From the trees of a CoNLL-U file each verb's
subject, passive subject, object, oblique and complement, each nominal predicate's subject
and each noun's prepositional attribute are taken, as pairs of words; the same from the
links of Ahd on the gold segments and tags (without case and state, which no text shows),
and, with --udpipe, from the trees that UDPipe parses on the same gold tags (with the cases,
which its models want; --case gives them to Ahd too, --tags gives its tags to both). Precision,
recall and F1 of each role. {fold} in MODEL is the fold, so that no sentence was trained on.
"""
import argparse
import collections
import re
import subprocess
import sys

ROLES = ("subject", "subject:pass", "object", "oblique", "complement", "nominal subject", "attribute", "relative", "coordination")
GENDER = {"Masc": "m", "Fem": "f"}
NUMBER = {"Sing": "s", "Dual": "d", "Plur": "p"}
LIGHT = set()


def read_sentences(path):
    with open(path, encoding="utf-8") as file:
        blocks = [b for b in file.read().strip().split("\n\n") if b]
    return [(re.search(r"newdoc id = (\S+)", b).group(1), b) for b in blocks]


def rows_of(block):
    return [f for f in (line.split("\t") for line in block.split("\n")) if len(f) > 7 and f[0].isdigit()]


def feature(row, name):
    found = re.search(r"\b%s=(\w+)" % name, row[5])
    return found.group(1) if found else ""


def plain(text):
    return re.sub(r"[/+\s]", "_", text)


def is_masdar(row):
    """PUD does not say: the lemma's shape does (forms II to X, and a few of form I)."""
    lemma = re.sub("[\u064b-\u0652\u0670]", "", row[2])
    return row[3] == "NOUN" and bool(
        re.fullmatch("ت..ي.|ا.ت.ا.|ان..ا.|است..ا.|[اإ]..ا.|م.ا..ة|ت.ا..|ت...", lemma))


CASE = {"Nom": "n", "Acc": "a", "Gen": "G"}


def tagged(rows, trees=False, case=False):
    """A sentence as tests/tagged.h reads it, with its tree as tools/chunks_train.c does."""
    out = []
    cases = {int(r[6]) for r in rows if r[7] == "case"}
    glue = False
    for row in rows:
        letters = GENDER.get(feature(row, "Gender"), "") + NUMBER.get(feature(row, "Number"), "") + feature(row, "Person")
        letters += "V" if feature(row, "Voice") == "Pass" else ""
        letters += "N" if is_masdar(row) else ""
        letters += CASE.get(feature(row, "Case"), "") if case else ""
        if glue and out and out[-1].rpartition("+")[2].split("/")[0] == "ل" and row[1].startswith("ل") \
                and row[3] in ("NOUN", "PROPN", "ADJ") and not re.sub("[\u064b-\u0652]", "", row[2]).startswith("ل"):
            letters += "A"
        piece = "/".join((plain(row[1]), row[3], plain(row[2]), letters))
        if trees:
            piece += "/%s/%s:%s" % ("p" if int(row[0]) in cases else "", row[6], row[7])
        glue_punct = row[3] == "PUNCT" or (out and out[-1].split("/")[1] == "PUNCT")
        if glue and out and not glue_punct:
            out[-1] += "+" + piece
        else:
            out.append(piece)
        glue = "SpaceAfter=No" in row[9]
    return " ".join(out)


def from_tree(rows):
    """{(predicate, argument): role} of a tree."""
    pairs = {}
    cases = {int(r[6]) for r in rows if r[7] == "case"}
    # «لديهم أطفال»: PUD makes the preposition the predicate; its noun stands for it.
    noun = {int(r[6]): int(r[0]) for r in rows if int(r[6]) and rows[int(r[6]) - 1][3] == "ADP" and r[7] in ("obj", "nmod", "obl")}
    for row in rows:
        word, head, relation = int(row[0]), int(row[6]), row[7]
        if relation.startswith("nsubj") and head in noun and noun[head] != word:
            head = noun[head]
        if head == 0 or (word in noun.values() and relation in ("obj", "nmod", "obl") and noun.get(head) == word):
            continue
        governor = rows[head - 1]
        verb = governor[3] == "VERB"
        role = None
        if relation.startswith("nsubj"):
            passive = relation == "nsubj:pass" or feature(governor, "Voice") == "Pass"
            role = ("subject:pass" if passive else "subject") if verb else "nominal subject"
        elif verb and relation in ("obj", "iobj"):
            role = "object"
        elif verb and relation == "obl" and word in cases:
            role = "oblique"
        elif verb and relation in ("ccomp", "xcomp", "csubj", "csubj:pass"):
            role = "complement"
        elif relation in ("nmod", "obl") and word in cases and governor[3] in ("NOUN", "PROPN"):
            role = "attribute"
        elif relation.startswith("acl") and row[3] == "VERB":
            role = "relative"
        elif relation == "conj" and row[3] == governor[3]:
            role = "coordination"
        if role and row[3] != "PUNCT":
            pairs[head, word] = role
    return pairs


def unspoken(rows):
    """Words that the treebank gives no relation (dep), such as pronouns that say الذي again."""
    return {int(r[0]) for r in rows if r[7] == "dep"}


def from_links(links, rows):
    """The same of Ahd's links; a light verb is given back what its noun took over."""
    light = {}
    for of, word, link, _, _ in links:
        if link == "support" and rows[word - 1][3] == "VERB" and rows[of - 1][3] != "VERB" and rows[word - 1][2].replace("\u064e", "") not in ("كان", "ليس"):
            light[of] = word
    pairs = {}
    for of, word, link, prep, passive in links:
        if word in light:
            if light[word] != of:
                pairs[light[word], word] = "oblique" if prep else "subject" if passive else "object"
            if link != "relative" and link != "complement":
                continue
            word = light[word]
        if of == 0:
            continue
        if of in light and link != "attribute":
            of = light[of]
        governor = rows[of - 1]
        verb = governor[3] == "VERB"
        role = None
        if link == "subject":
            role = ("subject:pass" if feature(governor, "Voice") == "Pass" else "subject") if verb else "nominal subject"
        elif link in ("object", "oblique", "complement") and verb:
            role = link
        elif link in ("attribute", "oblique") and prep and governor[3] in ("NOUN", "PROPN"):
            role = "attribute"
        elif link == "relative" and rows[word - 1][3] == "VERB":
            role = "relative"
        elif link == "conjunct" and rows[word - 1][3] == governor[3]:
            role = "coordination"
        if role:
            pairs[of, word] = role
    return pairs


class Score:
    def __init__(self):
        self.right, self.found, self.gold = (collections.Counter() for _ in range(3))

    def add(self, gold, found):
        for pair, role in gold.items():
            self.gold[role] += 1
            self.right[role] += found.get(pair) == role
        self.found.update(found.values())

    def line(self, role):
        roles = [role] if role else list(ROLES)
        right, found, gold = (sum(c[r] for r in roles) for c in (self.right, self.found, self.gold))
        p, r = right / max(found, 1), right / max(gold, 1)
        return "%5.1f %5.1f %5.1f" % (100 * p, 100 * r, 200 * p * r / max(p + r, 1e-9))


def run_chunks(program, sentences, rounds, weights=None, case=False):
    return run_lines(program, [tagged(rows, False, case) for rows in sentences], rounds, weights)


def run_lines(program, lines, rounds, weights=None):
    text = "\n".join(lines) + "\n"
    output = subprocess.run([program, str(rounds)] + ([weights] if weights else []), input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    links = [[] for _ in lines]
    for line in output.split("\n"):
        f = line.split("\t")
        if len(f) == 6:
            links[int(f[0])].append((int(f[1]), int(f[2]), f[3], int(f[4]), f[5] == "1"))
        elif line.startswith("#"):
            speed = line.split()
    return links, float(speed[2]) * 1e9 / max(int(speed[1]), 1)


def run_folds(program, chosen, rounds, weights, case):
    """The links of each sentence; {fold} in weights is its fold. And ns a segment."""
    if not weights or "{fold}" not in weights:
        return run_chunks(program, [rows for _, rows in chosen], rounds, weights, case)
    links, speeds = {}, []
    for number in sorted({number for number, _ in chosen}):
        places = [i for i, (fold, _) in enumerate(chosen) if fold == number]
        found, speed = run_chunks(program, [chosen[i][1] for i in places], rounds, weights.replace("{fold}", str(number)), case)
        links.update(zip(places, found))
        speeds.append(speed)
    return [links[i] for i in range(len(chosen))], sum(speeds) / len(speeds)


def parse(model, rows, pipelines, own_tags):
    """The sentence as UDPipe parses it, on the treebank's tags or on its own."""
    import ufal.udpipe as udpipe
    if model not in pipelines:
        loaded = udpipe.Model.load(model)
        if loaded is None:
            sys.exit("arguments: no model " + model)
        pipelines[model] = (loaded, udpipe.Pipeline(loaded, "conllu", udpipe.Pipeline.DEFAULT if own_tags else udpipe.Pipeline.NONE, udpipe.Pipeline.DEFAULT, "conllu"))
    known = 2 if own_tags else 6
    bare = "\n".join("\t".join(r[:known] + ["_"] * (9 - known) + r[9:]) for r in rows) + "\n\n"
    return rows_of(pipelines[model][1].process(bare, udpipe.ProcessingError()))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("chunks")
    options.add_argument("conllu")
    options.add_argument("--udpipe")
    options.add_argument("--folds", default="0-9")
    options.add_argument("--of", type=int, default=10)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--weights", help="instead of the program's; - for none: rules alone")
    options.add_argument("--case", action="store_true", help="with the treebank's cases, which UDPipe sees")
    options.add_argument("--tags", action="store_true", help="both on the tags that UDPipe gives to the gold segments")
    options.add_argument("--but", type=int, default=-1, help="leave out this fold")
    options.add_argument("--trees", action="store_true", help="print the folds for tools/chunks_train.c and stop")
    options.add_argument("--show", help="print the mistakes of a role")
    args = options.parse_args()
    everything = read_sentences(args.conllu)
    fold = {name: i % args.of for i, name in enumerate(sorted({name for name, _ in everything}))}
    low, _, high = args.folds.partition("-")
    chosen = [(fold[name], rows_of(block)) for name, block in everything if int(low) <= fold[name] <= int(high or low) and fold[name] != args.but]
    sentences = [rows for _, rows in chosen]
    if args.trees:
        print("\n".join(tagged(rows, True, args.case) for rows in sentences))
        return
    trees = []
    if args.udpipe:
        pipelines = {}
        trees = [parse(args.udpipe.replace("{fold}", str(number)), rows, pipelines, args.tags) for number, rows in chosen]
    given = [(number, tree) for (number, _), tree in zip(chosen, trees)] if args.tags else chosen
    links, speed = run_folds(args.chunks, given, args.rounds, args.weights, args.case)
    scores = {"ahd": Score()}
    for rows, found in zip(sentences, links):
        gold, ours = from_tree(rows), {p: r for p, r in from_links(found, rows).items() if p[1] not in unspoken(rows)}
        scores["ahd"].add(gold, ours)
        if args.show:
            show(args.show, rows, gold, ours)
    if args.udpipe:
        scores["udpipe"] = Score()
        for (_, rows), tree in zip(chosen, trees):
            tree = [r[:6] + t[6:] for r, t in zip(rows, tree)]
            found = {p: r for p, r in from_tree(tree).items() if p[1] not in unspoken(rows)}
            scores["udpipe"].add(from_tree(rows), found)
    print("%d sentences, %d segments, %.0f ns a segment" % (len(sentences), sum(map(len, sentences)), speed))
    print("%-16s %5s  %s" % ("role", "gold", "  ".join("%-17s" % (name + " P R F1") for name in scores)))
    for role in ROLES + ("",):
        print("%-16s %5d  %s" % (role or "all", scores["ahd"].gold[role] if role else sum(scores["ahd"].gold.values()),
                                 "  ".join(s.line(role) for s in scores.values())))


def show(role, rows, gold, ours):
    wrong = [("missed", p) for p, r in gold.items() if r == role and ours.get(p) != role]
    wrong += [("extra", p) for p, r in ours.items() if r == role and gold.get(p) != role]
    if wrong:
        print(" ".join("%s:%s/%s" % (r[0], r[1], r[3]) for r in rows))
        for what, (head, word) in wrong:
            print("   ", what, rows[head - 1][1], "->", rows[word - 1][1], "| gold", gold.get((head, word)), [(rows[h - 1][1], r) for (h, w), r in gold.items() if w == word],
                  "ours", [(rows[h - 1][1], r) for (h, w), r in ours.items() if w == word])


if __name__ == "__main__":
    main()
