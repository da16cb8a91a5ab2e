#!/usr/bin/env python3
"""UDPipe 1 over texts:  udpipe_peer.py WORDS TAGS HOW ROUNDS < TEXTS > OUT

WORDS and TAGS are models of udpipe_train.py, the tokenizer in the one, the tagger in the
other, with its parser if HOW is parse and not tag. A text a line, each a paragraph by
itself. Prints CoNLL-U, and to the standard error a JSON line: words, and the CPU seconds
of the best round, models loaded.
"""
import json, sys, time

import ufal.udpipe as udpipe

DEFAULT = udpipe.Pipeline.DEFAULT


def sentences(words, text):
    tokenizer, error = words.newTokenizer(""), udpipe.ProcessingError()
    tokenizer.setText(text)
    while True:
        sentence = udpipe.Sentence()
        if not tokenizer.nextSentence(sentence, error):
            return
        yield sentence


def work(words, tags, texts, how):
    told = []
    for text in texts:
        told.append([])
        for sentence in sentences(words, text):
            tags.tag(sentence, DEFAULT)
            if how == "parse":
                tags.parse(sentence, DEFAULT)
            told[-1].append(sentence)
    return told


def main():
    *paths, how, rounds = sys.argv[1:]
    models = [udpipe.Model.load(path) for path in paths]
    if None in models:
        sys.exit("no model of UDPipe: " + " ".join(paths))
    texts = [line.rstrip("\n") for line in sys.stdin]
    told, best = None, None
    for _ in range(int(rounds)):
        began = time.process_time()
        told = work(*models, texts, how)
        took = time.process_time() - began
        best = took if best is None else min(best, took)
    writer = udpipe.OutputFormat.newConlluOutputFormat()
    for text in told:
        for sentence in text:
            sys.stdout.write(writer.writeSentence(sentence))
    words = sum(len(sentence.words) - 1 for text in told for sentence in text)
    print(json.dumps({"words": words, "seconds": best}), file=sys.stderr)


if __name__ == "__main__":
    main()
