"""Systems that cut Arabic words into segments, and the words they are asked about.

Each segmenter takes texts (a sentence each, no line break inside) and answers for each
text the spans (start, end) of its segments, in code points: a word starts where a span
starts that starts a word, so that white space and punctuation never matter.
"""
import gzip, json, os, re, subprocess

CORENLP = "4.5.7"
LETTERS = "\u0621-\u064a\u064b-\u0652\u0670-\u06d3\u06d5\ufb50-\ufdff\ufe70-\ufefc"
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


def lengths(word, spans):
    """The lengths of a word's segments, by the spans that start inside it."""
    start, end = word
    cuts = sorted({start, end, *(begin for begin, _ in spans if start < begin < end)})
    return [right - left for left, right in zip(cuts, cuts[1:])]


def segment_words(texts, spans):
    """For each text its words, each as the lengths of its segments."""
    answers = []
    for text, told in zip(texts, spans):
        begins = sorted(told)
        answers.append([lengths(word, begins) for word in words(text)])
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
        tokens = [(token["characterOffsetBegin"], token["characterOffsetEnd"])
                  for sentence in json.load(file)["sentences"] for token in sentence["tokens"]]
    return by_text(texts, tokens, 1)


def by_text(texts, spans, between):
    """Spans in the texts joined by some code points, given back to each text."""
    answers, at, begin = [], 0, 0
    for text in texts:
        end, own = begin + len(text), []
        while at < len(spans) and spans[at][0] < end:
            own.append((spans[at][0] - begin, spans[at][1] - begin))
            at += 1
        answers.append(own)
        begin = end + between
    return answers
