"""UDPipe 1 as a peer: its models, trained where they are not yet kept, and its command."""
import json, subprocess, sys

from common import WORK

NAME = "ufal.udpipe==1.4.0.1"
MODELS = f"{WORK}/udpipe"


def models(python, treebank, folds):
    """{fold: [the tokenizer's path, the tagger's and parser's]}; says what they cost."""
    run = subprocess.run([python, "bench/udpipe_train.py", treebank, MODELS, "--folds",
                          ",".join(map(str, folds))], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"UDPipe was not trained: {run.stderr.strip()[-300:]}")
    told = [json.loads(line) for line in run.stdout.splitlines()]
    kept = sum(model["cached"] for model in told)
    print(f"{NAME}: {len(told) - kept} models trained now, {kept} kept in {MODELS}; all took "
          f"{sum(model['cpu'] for model in told):.0f} CPU s, "
          f"{sum(model['bytes'] for model in told) / len(folds) / 2**20:.1f} MiB a fold\n")
    return {str(fold): [model["path"] for model in told if model["fold"] == str(fold)]
            for fold in folds}


def command(python, paths, how, rounds=1):
    return [python, "bench/udpipe_peer.py", *paths, how, str(rounds)]
