#!/usr/bin/env python3
"""A tool of PyPI over texts, timed:  language_peer.py NAME ROUNDS < TEXTS

A text a line. Prints the CPU seconds of the best round as JSON; nothing that a tool
loads or makes once counts. A tool that remembers words (farasa, simplemma) has met them
all after the first round: of such a one the first is told, as `first`.
"""
import json, sys, time


def qalsadi():
    from qalsadi.analex import Analex
    return Analex().check_text


def farasa():
    from farasa import segmentation
    return segmentation.segmentLine


def simplemma():
    import simplemma
    simplemma.lemmatize("agreements", lang="en")
    return lambda text: simplemma.text_lemmatizer(text, lang="en")


def main():
    tool = {"qalsadi": qalsadi, "farasa": farasa, "simplemma": simplemma}[sys.argv[1]]()
    texts = [line.rstrip("\n") for line in sys.stdin]
    took = []
    for _ in range(int(sys.argv[2])):
        began = time.process_time()
        for text in texts:
            tool(text)
        took.append(time.process_time() - began)
    print(json.dumps({"seconds": min(took), "first": took[0]}))


main()
