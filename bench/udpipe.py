"""UDPipe 1 as a peer: its models, trained where they are not yet kept, and its command."""
import json, subprocess, sys

from common import WORK

TREEBANK = "bench/morphology/ud-arabic-pud.conllu.gz"
NAME = "ufal.udpipe==1.4.0.1"
MODELS = f"{WORK}/udpipe"


def models(python, treebank, how, folds):
    """{fold: the two models for HOW, tag or parse}; says what they cost."""
    parts = ["words", "parser" if how == "parse" else "tags"]
    run = subprocess.run([python, "bench/udpipe_train.py", treebank, MODELS, "--folds",
                          ",".join(map(str, folds)), "--parts", ",".join(parts)],
                         capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"UDPipe was not trained: {run.stderr.strip()[-300:]}")
    told = [json.loads(line) for line in run.stdout.splitlines()]
    kept = sum(model["cached"] for model in told)
    print(f"{NAME}, to {how}: {len(told) - kept} models trained now, {kept} kept in {MODELS}; "
          f"all took {sum(model['cpu'] for model in told):.0f} CPU s, "
          f"{sum(model['bytes'] for model in told) / len(folds) / 2**20:.1f} MiB a fold\n")
    paths = {(model["part"], model["fold"]): model["path"] for model in told}
    return {str(fold): [paths[part, str(fold)] for part in parts] for fold in folds}


def command(python, paths, how, rounds=1):
    return [python, "bench/udpipe_peer.py", *paths, how, str(rounds)]
