#!/usr/bin/env python3
"""Who does what, from raw text:  arguments_raw.py BUILD CONLLU [--morph M] [--weights W] [--udpipe DIR] [--folds 0-9]

As arguments.py, but words and tags are the system's own as well: Ahd's by morph_train and
chunks of BUILD, with the weights M of the words and W of the links ({fold} is the fold
that they have not seen), UDPipe 1's by the models of udpipe_train.py in DIR. A pair is
right when both its words cover the letters that the treebank's words do, and its role is
the treebank's. --trees prints what Ahd reads with the treebank's trees put onto it, where
words are the same, without the fold --but: for tools/chunks_train.c.
"""
import argparse
import subprocess

from arguments import ROLES, Score, from_links, from_tree, plain, read_sentences, rows_of, run_lines, unspoken

LETTERS = {"V": "Voice=Pass"}


def spans_of(forms):
    """Where each form is in the letters of them all."""
    spans, at = [], 0
    for form in forms:
        length = len("".join(form.split()))
        spans.append((at, at + length))
        at += length
    return spans


def find_spans(forms, letters):
    """Where each form is in `letters`, which may have more between them."""
    spans, at = [], 0
    for form in forms:
        found = letters.find(form, at, at + len(form) + 8)
        found = at if found < 0 else found
        at = found + len(form)
        spans.append((found, at))
    return spans


class Reading:
    """A sentence as a system reads it: rows like a CoNLL-U file's, and their spans."""

    def __init__(self, rows, spans, line=None):
        self.rows, self.spans, self.line = rows, spans, line

    def pairs(self, found, silent):
        told = {(self.spans[h - 1], self.spans[w - 1]): role for (h, w), role in found.items()}
        return {pair: role for pair, role in told.items() if pair[1] not in silent}


def pieces_of(line):
    return [piece.split("/") for word in line.split(" ") for piece in word.split("+")]


def read_line(line, spans):
    rows = [[str(i + 1), form, lemma, pos, "_", "|".join(LETTERS[c] for c in letters if c in LETTERS), "_", "_", "_", "_"]
            for i, (form, pos, lemma, letters) in enumerate(pieces_of(line))]
    return Reading(rows, spans, line)


def read_ahd(build, weights, gold):
    """The readings of each sentence, several where Ahd cuts it."""
    texts = "\n".join(text for text, _ in gold) + "\n"
    output = subprocess.run([build + "/morph_train", "pieces", weights], input=texts.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    readings = []
    for block, (_, rows) in zip(output.rstrip("\n").split("\n\n"), gold):
        lines = block.strip("\n").split("\n")
        forms = [piece[0] for line in lines for piece in pieces_of(line)]
        spans = find_spans(forms, plain("".join("".join(r[1].split()) for r in rows)))
        readings.append([])
        for line in lines:
            count = len(pieces_of(line))
            readings[-1].append(read_line(line, spans[:count]))
            spans = spans[count:]
    return readings


def links_of(build, weights, readings):
    """{pair: role} of each sentence."""
    flat = [reading for sentence in readings for reading in sentence]
    links, _ = run_lines(build + "/bench/chunks", [reading.line for reading in flat], 1, weights)
    found = {id(reading): from_links(link, reading.rows) for reading, link in zip(flat, links)}
    return [[(reading, found[id(reading)]) for reading in sentence] for sentence in readings]


def read_udpipe(treebank, fold, directory, gold):
    import ufal.udpipe as udpipe
    from udpipe_peer import sentences
    from udpipe_train import model_path, split
    text = "\n\n".join(split(treebank, fold)[0]) + "\n\n"
    words, parser = (udpipe.Model.load(model_path(text, part, directory)) for part in ("words", "parser"))
    if words is None or parser is None:
        return None
    writer, readings = udpipe.OutputFormat.newConlluOutputFormat(), []
    for line, _ in gold:
        parsed = []
        for sentence in sentences(words, line):
            parser.tag(sentence, udpipe.Pipeline.DEFAULT)
            parser.parse(sentence, udpipe.Pipeline.DEFAULT)
            parsed.append(rows_of(writer.writeSentence(sentence).strip()))
        spans = spans_of([row[1] for rows in parsed for row in rows])
        readings.append([])
        for rows in parsed:
            readings[-1].append((Reading(rows, spans[:len(rows)]), from_tree(rows)))
            spans = spans[len(rows):]
    return readings


def with_tree(reading, rows, spans, cases):
    """The line with head and relation of the words that the treebank has too."""
    places = {span: i + 1 for i, span in enumerate(reading.spans)}
    due = {span: row for span, row in zip(spans, rows)}
    arcs = []
    for span in reading.spans:
        row = due.get(span)
        head = places.get(spans[int(row[6]) - 1], 0) if row and int(row[6]) else 0
        arcs.append("/%s/%d:%s" % ("p" if row and row[0] in cases else "", head, row[7] if row else "none"))
    arc = iter(arcs)
    return " ".join("+".join(piece + next(arc) for piece in word.split("+")) for word in reading.line.split(" "))


def print_trees(readings, gold):
    for sentence, (_, rows) in zip(readings, gold):
        spans, cases = spans_of([r[1] for r in rows]), {r[6] for r in rows if r[7] == "case"}
        for reading in sentence:
            print(with_tree(reading, rows, spans, cases))


def add(score, gold, sentences):
    for (_, rows), sentence in zip(gold, sentences):
        whole = Reading(rows, spans_of([r[1] for r in rows]))
        silent = {whole.spans[i - 1] for i in unspoken(rows)}
        found = {}
        for reading, pairs in sentence:
            found.update(reading.pairs(pairs, silent))
        score.add(whole.pairs(from_tree(rows), ()), found)


def folds_of(text):
    low, _, high = text.partition("-")
    return [int(f) for f in text.split(",")] if "," in text else range(int(low), int(high or low) + 1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build")
    options.add_argument("conllu")
    options.add_argument("--morph", required=True)
    options.add_argument("--weights")
    options.add_argument("--udpipe")
    options.add_argument("--folds", default="0-9")
    options.add_argument("--but", type=int, default=-1)
    options.add_argument("--trees", action="store_true")
    args = options.parse_args()
    everything = read_sentences(args.conllu)
    place = {name: i % 10 for i, name in enumerate(sorted({name for name, _ in everything}))}
    scores, count = {"ahd": Score(), "udpipe": Score()}, 0
    for fold in folds_of(args.folds):
        if fold == args.but:
            continue
        blocks = [block for name, block in everything if place[name] == fold]
        gold = [(block.split("# text = ")[1].split("\n")[0], rows_of(block)) for block in blocks]
        readings = read_ahd(args.build, args.morph.replace("{fold}", str(fold)), gold)
        if args.trees:
            print_trees(readings, gold)
            continue
        theirs = read_udpipe(args.conllu, fold, args.udpipe, gold) if args.udpipe else None
        if args.udpipe and theirs is None:
            print("fold %d left out: UDPipe has no models" % fold)
            continue
        weights = args.weights and args.weights.replace("{fold}", str(fold))
        add(scores["ahd"], gold, links_of(args.build, weights, readings))
        if theirs:
            add(scores["udpipe"], gold, theirs)
        count += len(gold)
    if not args.trees:
        report(scores if args.udpipe else {"ahd": scores["ahd"]}, count)


def report(scores, count):
    print("%d sentences" % count)
    print("%-16s %5s  %s" % ("role", "gold", "  ".join("%-17s" % (name + " P R F1") for name in scores)))
    for role in ROLES + ("",):
        due = scores["ahd"].gold
        print("%-16s %5d  %s" % (role or "all", due[role] if role else sum(due.values()), "  ".join(s.line(role) for s in scores.values())))


if __name__ == "__main__":
    main()
