"""Systems that cut Arabic words into segments, and the words they are asked about.

Each segmenter takes texts (a sentence each, no line break inside) and answers for each
text with the places, in code points, where its segments begin. What it thinks of white
space and punctuation never matters: only cuts inside the words of the text are looked at.
"""
import gzip, itertools, json, os, re, subprocess

import conllu

CORENLP = "4.5.7"
LETTERS = "\u0621-\u064a\u064b-\u0652\u0670-\u06d3\u06d5\ufb50-\ufdff\ufe70-\ufefc"
MARK = re.compile("[\u0640\u064b-\u0652\u0670]")
WORD = re.compile(f"[{LETTERS}]+")


def records(shared, wanted):
    """{id: text} of the records of ar-political that are wanted."""
    texts = {}
    with gzip.open(f"{shared}/corpora/ar-political.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["id"] in wanted:
                texts[record["id"]] = record["text"]
    return texts


def words(text):
    """(start, end) of each word: a run of Arabic letters and their marks, tatweel included."""
    return [match.span() for match in WORD.finditer(text)]


def lengths(word, begins):
    """The lengths of a word's segments, by the begins that lie inside it."""
    start, end = word
    cuts = [start, *(begin for begin in begins if start < begin < end), end]
    return [right - left for left, right in zip(cuts, cuts[1:])]


def segment_words(texts, begins):
    """For each text its words, each as the lengths of its segments. None starts with a mark
    or a tatweel, whatever a system says: these belong to the letter before."""
    answers = []
    for text, told in zip(texts, begins):
        letters = sorted({begin for begin in told if not MARK.match(text, begin)})
        answers.append([lengths(word, letters) for word in words(text)])
    return answers


def corenlp_jars(work):
    """The two jars, from Maven Central into the folder; None, and why, when not to be had."""
    jars = []
    for kind in ("", "models-arabic"):
        jars.append(f"{work}/{'-'.join(filter(None, ['stanford-corenlp', CORENLP, kind]))}.jar")
        if os.path.exists(jars[-1]):
            continue
        asked = f"edu.stanford.nlp:stanford-corenlp:{CORENLP}:jar{':' + kind if kind else ''}"
        try:
            run = subprocess.run(["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={asked}",
                                  f"-DoutputDirectory={os.path.abspath(work)}"],
                                 capture_output=True, text=True)
            said = run.stdout + run.stderr
        except FileNotFoundError:
            said = "no Maven"
        if not os.path.exists(jars[-1]):
            print("CoreNLP not measured:", said.strip()[-200:])
            return None
    return jars


def one_unit(text):
    """The text with each code point one unit of UTF-16, so that Java counts as we do."""
    return re.sub("[^\u0000-\uffff]", "?", text).replace("\n", " ")


def corenlp(texts, work):
    """Stanford's Arabic segmenter: its offsets are of the text before it normalises."""
    jars = corenlp_jars(work)
    if jars is None:
        return None
    path = os.path.abspath(f"{work}/corenlp.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(map(one_unit, texts)) + "\n")
    run = subprocess.run(["java", "-Xmx2g", "-cp", ":".join(jars),
                          "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                          "-props", "StanfordCoreNLP-arabic.properties",
                          "-annotators", "tokenize,ssplit", "-ssplit.eolonly", "true",
                          "-file", path, "-outputFormat", "json",
                          "-outputDirectory", os.path.dirname(path)],
                         capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"CoreNLP: {run.stderr.strip()[-300:]}")
    with open(path + ".json", encoding="utf-8") as file:
        tokens = [token["characterOffsetBegin"]
                  for sentence in json.load(file)["sentences"] for token in sentence["tokens"]]
    return by_text(texts, tokens)


def by_text(texts, begins):
    """Begins in the texts, a line each, given back to each text."""
    answers, at, start = [], 0, 0
    for text in texts:
        own = []
        while at < len(begins) and begins[at] < start + len(text):
            own.append(begins[at] - start)
            at += 1
        answers.append(own)
        start += len(text) + 1
    return answers


def treebank(texts, command):
    """Whatever reads a text a line and prints CoNLL-U whose words are the text's own."""
    lines = "\n".join(" ".join(text.splitlines()) for text in texts) + "\n"
    run = subprocess.run(command, input=lines, capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {run.stderr.strip()[-300:]}")
    sentences = conllu.read(run.stdout)
    places = [i for i, character in enumerate(lines) if not character.isspace()]
    if conllu.characters(sentences) != "".join(lines[i] for i in places):
        raise RuntimeError(f"{command[0]} changed the text")
    return by_text(texts, [places[word.start] for words in sentences for word in words])


def by_word(texts, command):
    """Whatever tells of each word how many proclitics it has, and the letters of its pronoun."""
    given = [[text[start:end] for start, end in words(text)] for text in texts]
    run = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {run.stderr.strip()[-300:]}")
    return [list(itertools.chain.from_iterable(
                word_begins(text, word, *parts) for word, parts in zip(words(text), told)))
            for text, told in zip(texts, json.loads(run.stdout))]


def word_begins(text, word, proclitics, pronoun):
    letters = [i for i in range(*word) if not MARK.match(text[i])]
    return letters[:proclitics + 1] + (letters[-pronoun:][:1] if pronoun else [])
