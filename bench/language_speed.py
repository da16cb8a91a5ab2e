#!/usr/bin/env python3
"""The language core's speed, beside others:  language_speed.py AHD SHARED [--append]

Tokens per second of one core, CPU time, best of three, texts in memory: of Ahd the stages
of bench/langspeed.c over all of ar-political and en-conflict; of each peer its calls over
every Nth paragraph of the same. Tokens are counted once, by white space and punctuation,
whatever a system makes of them. UDPipe is trained on UD Arabic PUD (udpipe_train.py); over
English it is the same model, for its speed alone. Qalsadi analyses and Farasa's port
segments, simplemma splits and lemmatizes; neither tags. Sizes are of what is loaded.
"""
import json, os, re, subprocess, sys

import udpipe
from common import RUNS, WORK, append, peer_python

PEERS = [udpipe.NAME, "farasa==0.0.1", "qalsadi==0.5.1", "simplemma==2.0.0"]
TOKEN = re.compile(r"\w+|[^\w\s]")
TARGET, TIMES = 1e6, 100

# corpus: (its file, {peer: of how many paragraphs one}).
CORPORA = {
    "ar": ("ar-political", {"UDPipe tag": 20, "UDPipe parse": 200, "farasa": 20, "qalsadi": 400}),
    "en": ("en-conflict", {"UDPipe tag": 10, "UDPipe parse": 100, "simplemma": 10}),
}


def ahd(program, path):
    """({stage: seconds}, the paragraphs)."""
    out = os.path.dirname(program)
    bench = f"{out}/bench/langspeed"
    subprocess.run(["make", "-s", f"MODE={os.path.basename(out)}", bench], check=True,
                   stdout=subprocess.DEVNULL)
    told = subprocess.run([bench, str(RUNS), path], capture_output=True, text=True, check=True)
    stages = {name: float(value) for value, name in
              (line.split() for line in told.stdout.splitlines()[3:])}
    texts = subprocess.run([bench, "0", path], capture_output=True, check=True).stdout
    return stages, texts.decode("utf-8", "replace").split("\n")[:-1]


def count(texts):
    return sum(len(TOKEN.findall(text)) for text in texts)


def udpipe_models(python, treebank):
    """Of fold 0, which every benchmark has made: the data hardly changes the speed."""
    return {how: udpipe.models(python, treebank, how, [0])["0"] for how in ("tag", "parse")}


def peer_command(python, name, models):
    if name.startswith("UDPipe"):
        how = name.split()[1]
        return udpipe.command(python, models[how], how, RUNS)
    return [python, "bench/language_peer.py", name, str(RUNS)]


def peer_seconds(command, texts):
    """None, and why, when it fails."""
    run = subprocess.run(command, input="\n".join(texts) + "\n", capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{' '.join(command[1:3])} not measured: {run.stderr.strip()[-300:]}")
        return None
    told = json.loads((run.stderr if "udpipe" in command[1] else run.stdout).splitlines()[-1])
    return told.get("first", told["seconds"])


def show(corpus, name, speed, times, note):
    print(f"| {corpus} | {name} | {speed:,.0f} | {times} | {note} |", flush=True)


def measure(program, shared, corpus, python, models):
    name, peers = CORPORA[corpus]
    path = f"{shared}/corpora/{name}.jsonl.gz"
    stages, texts = ahd(program, path)
    ours = count(texts) / stages["all"]
    show(name, "ahd", ours, "1", ", ".join(f"{stage} {1e9 * took / count(texts):.0f} ns"
                                           for stage, took in stages.items()))
    rows = [(f"language core {corpus}", "ahd", ours, "tokens/s a core",
             f"{count(texts)} tokens")]
    for peer, each in peers.items() if python else ():
        some = texts[::each]
        took = peer_seconds(peer_command(python, peer, models), some)
        if took:
            speed = count(some) / took
            show(name, peer, speed, f"{ours / speed:.0f}", f"1 of {each} paragraphs")
            rows.append((f"language core {corpus}", peer, speed, "tokens/s a core",
                         f"ahd is {ours / speed:.0f} times as fast"))
    return rows


def verdict(rows):
    """Speed, and ratios to UDPipe, against what is wanted."""
    ours = rows[0][2]
    print(f"{rows[0][0]}: {ours / 1e6:.2f} M tokens/s, wanted {TARGET / 1e6:.0f}")
    for _, peer, speed, *_ in rows[1:]:
        if peer.startswith("UDPipe"):
            print(f"  {ours / speed:.0f} times {peer}, wanted {TIMES}")


def sizes(program, models):
    out = os.path.dirname(program)
    for path in (f"{out}/lang.bin", f"{out}/kb.bin", *models.get("parse", [])):
        if os.path.exists(path):
            print(f"{path}: {os.path.getsize(path) / 2**20:.2f} MiB")


def main():
    program, shared = sys.argv[1], sys.argv[2]
    os.makedirs(WORK, exist_ok=True)
    python = peer_python(PEERS)
    models = udpipe_models(python, f"{shared}/{udpipe.TREEBANK}") if python else {}
    print("| corpus | system | tokens/s | ahd is times as fast | of which |\n"
          "|---|---|---|---|---|")
    every = {corpus: measure(program, shared, corpus, python, models) for corpus in CORPORA}
    for rows in every.values():
        verdict(rows)
    sizes(program, models)
    if "--append" in sys.argv:
        command = ["bench/language_speed.py", program, shared]
        append([(*row, command) for rows in every.values() for row in rows])


main()
