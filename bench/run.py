#!/usr/bin/env python3
"""Speed and scores, beside named peers, in one run:  run.py AHD SHARED

Pages: the Arabic and news pages of SHARED, one core. Sentences: the Arabic
political corpus. Best of three runs each; for Ahd the whole program is timed,
start and output included, for a peer only its calls. Rows go to
bench/RESULTS.md.
"""
import glob, gzip, json, os, platform, shutil, subprocess, sys, tarfile

from common import RUNS, WORK, append, peer_python, timed

AHD, SHARED = sys.argv[1], sys.argv[2]
PEERS = ["trafilatura==2.3.1", "lxml_html_clean", "resiliparse==2.0.1"]


def lay_out_pages():
    """Every benchmark page as a file; the folder."""
    folder = f"{WORK}/pages"
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for path in sorted(glob.glob(f"{SHARED}/corpora/pages-ar/*.html.gz")):
        with gzip.open(path) as page:
            name = os.path.basename(path)[:-3]
            open(f"{folder}/{name}", "wb").write(page.read())
    archive = f"{SHARED}/bench/extraction/news-articles.pages.tar.xz"
    if os.path.exists(archive):
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                if member.isfile():
                    name = os.path.basename(member.name)
                    open(f"{folder}/{name}", "wb").write(tar.extractfile(member).read())
    return folder, len(os.listdir(folder))


def ahd_pages(folder, count):
    command = [AHD, "read", "--json", "--threads", "1", folder]
    seconds, _, peak = timed(command, f"{WORK}/pages.jsonl")
    told = sum(1 for _ in open(f"{WORK}/pages.jsonl", encoding="utf-8"))
    return [("pages", "ahd (whole reading)", count / seconds, "pages/s a core",
             f"{told} of {count} told, {peak:.0f} MiB", command)]


def count_tokens(path):
    """As Ahd's own text stage cuts them."""
    with subprocess.Popen([AHD, "read", "--dump", "text", path], stdout=subprocess.PIPE,
                          text=True) as child:
        return sum(line.count(" | ") + 1 for line in child.stdout if line.startswith("  "))


def ahd_sentences():
    path = f"{SHARED}/corpora/ar-political.jsonl.gz"
    plain = f"{WORK}/ar-political.jsonl"
    if not os.path.exists(plain):
        with gzip.open(path) as packed, open(plain, "wb") as out:
            shutil.copyfileobj(packed, out)
    command = [AHD, "read", "--json", "--threads", "1", plain]
    seconds, cpu, peak = timed(command, f"{WORK}/sentences.jsonl")
    sentences = documents = 0
    for line in open(f"{WORK}/sentences.jsonl", encoding="utf-8"):
        documents += 1
        sentences += len(json.loads(line).get("sentences") or [])
    tokens = count_tokens(plain)
    return [("sentences", "ahd (whole reading)", sentences / seconds,
             "sentences/s a core", f"{sentences} in {documents} documents, {peak:.0f} MiB",
             command),
            ("tokens", "ahd (whole reading)", tokens / cpu, "tokens/s a core",
             f"{tokens} tokens, CPU time", command)]


def peers(folder):
    python = peer_python(PEERS)
    rows = []
    for name in ("trafilatura", "resiliparse") if python else ():
        command = [python, "bench/peer.py", name, folder, str(RUNS)]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            print(f"{name} not measured: {run.stderr.strip()[-300:]}")
            continue
        got = json.loads(run.stdout.splitlines()[-1])
        rows.append(("pages", f"{name} {got['version']} (text and metadata)"
                     if name == "trafilatura" else f"{name} {got['version']} (text)",
                     got["pages"] / got["seconds"], "pages/s a core",
                     f"{got['told']} of {got['pages']} told", command))
    return rows


def scores():
    rows = []
    for which in ("dev", "dev-en"):
        gold = f"{SHARED}/gold/{which}"
        out = f"{WORK}/{which}.jsonl"
        command = [AHD, "read", "--json", f"{gold}.docs.jsonl"]
        timed(command, out)
        run = subprocess.run([sys.executable, f"{SHARED}/gold/score.py", f"{gold}.docs.jsonl",
                              f"{gold}.acts.jsonl", out, "--json"],
                             capture_output=True, text=True, check=True)
        got = json.loads(run.stdout)
        for what in ("acts", "family", "tuples", "breach_claims"):
            c = got[what]
            rows.append((f"score {which}, in-sample", "ahd", c["f1"], f"F1 {what}",
                         f"P {c['p']:.3f} R {c['r']:.3f}, gold {c['gold']}", ["make", "score"]))
    return rows


def beside(note, times):
    return f"{note}; ahd is {times:.1f} times as fast"


def main():
    if not os.path.isdir(f"{SHARED}/corpora"):
        sys.exit(f"no corpora in {SHARED}: nothing to measure")
    os.makedirs(WORK, exist_ok=True)
    folder, count = lay_out_pages()
    rows = ahd_pages(folder, count) + peers(folder) + ahd_sentences() + scores()
    ours = rows[0][2]
    append([(what, tool, value, unit, beside(note, ours / value)
             if what == "pages" and tool != rows[0][1] else note, command)
            for what, tool, value, unit, note, command in rows])
    print(f"on {platform.machine()}, {os.cpu_count()} cores; appended to bench/RESULTS.md")


main()
