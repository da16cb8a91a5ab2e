#!/usr/bin/env python3
"""UDPipe 1, trained:  udpipe_train.py TREEBANK OUT [--folds 0,1,all]
                                    [--parts parser,words,tags] [--processes N]

TREEBANK is CoNLL-U, plain or gzip. Fold F is trained on every document but those whose
place among the sorted ids is F modulo 10; `all` on the whole. Everything by UDPipe's own
defaults, no development data, and in parts, so that they can be made at once: `words` is
the tokenizer (four minutes), `tags` the tagger (one), `parser` the tagger with the parser
that learns from its tags (four). A model is named by the hash of its sentences, its part
and the version, and made once. Prints a JSON line a model: fold, part, path, whether it
was there before, and CPU seconds of its training.
"""
import argparse, gzip, hashlib, json, multiprocessing, os, re, sys, time
from importlib.metadata import version

FOLDS = 10
DEFAULT, NONE = "", "none"
PARTS = {  # tokenizer, tagger, parser
    "parser": (NONE, DEFAULT, DEFAULT),  # first, for it takes longest
    "words": (DEFAULT, NONE, NONE),
    "tags": (NONE, DEFAULT, NONE),
}


def sentences(path):
    """(document, CoNLL-U block) in the order of the file."""
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    return [(re.search(r"newdoc id = (\S+)", block).group(1), block) for block in blocks]


def split(path, fold):
    """The sentences to train on, and the ones held out; `all` holds none out."""
    every = sentences(path)
    place = {name: i for i, name in enumerate(sorted({name for name, _ in every}))}
    held = [str(place[name] % FOLDS) == str(fold) for name, _ in every]
    return ([block for (_, block), out in zip(every, held) if not out],
            [block for (_, block), out in zip(every, held) if out])


def train(text, part):
    import ufal.udpipe as udpipe
    read, error = udpipe.InputFormat.newConlluInputFormat(), udpipe.ProcessingError()
    corpus = udpipe.Sentences()
    read.setText(text)
    while True:
        sentence = udpipe.Sentence()
        if not read.nextSentence(sentence, error):
            break
        corpus.append(sentence)
    model = udpipe.Trainer.train("morphodita_parsito", corpus, udpipe.Sentences(),
                                 *PARTS[part], error)
    if error.occurred():
        sys.exit(f"UDPipe did not train: {error.message}")
    return bytes(model)


def model_path(text, part, out):
    told = json.dumps([version("ufal.udpipe"), PARTS[part]]) + text
    return os.path.join(out, hashlib.sha256(told.encode()).hexdigest()[:16] + ".udpipe")


def make(job):
    treebank, out, fold, part = job
    text = "\n\n".join(split(treebank, fold)[0]) + "\n\n"
    path = model_path(text, part, out)
    there = os.path.exists(path)
    if not there:
        make_new(text, part, path)
    with open(path + ".json", encoding="utf-8") as file:
        return {"fold": fold, "part": part, "path": path, "cached": there, **json.load(file)}


def make_new(text, part, path):
    """The model, what it cost, and what UDPipe said, which goes to a log from here on."""
    log = os.open(path + ".log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(log, 1)
    os.dup2(log, 2)
    began = time.process_time()
    model = train(text, part)
    with open(path + ".json", "w", encoding="utf-8") as file:
        json.dump({"cpu": time.process_time() - began, "bytes": len(model)}, file)
    with open(path + ".part", "wb") as file:
        file.write(model)
    os.replace(path + ".part", path)


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("treebank")
    asked.add_argument("out")
    asked.add_argument("--folds", default=",".join(map(str, range(FOLDS))) + ",all")
    asked.add_argument("--parts", default=",".join(PARTS))
    asked.add_argument("--processes", type=int, default=1)
    told = asked.parse_args()
    os.makedirs(told.out, exist_ok=True)
    jobs = [(told.treebank, told.out, fold, part)
            for part in told.parts.split(",") for fold in told.folds.split(",")]
    # A process a model: its output goes to the model's log.
    with multiprocessing.Pool(told.processes, maxtasksperchild=1) as pool:
        for made in pool.imap(make, jobs, chunksize=1):
            print(json.dumps(made), flush=True)


if __name__ == "__main__":
    main()
