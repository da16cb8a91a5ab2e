"""CoNLL-U read and scored, as in the CoNLL 2018 shared task.

Words of gold and system are aligned by the non-space characters that they cover; a word
is right when the other side has one over the same characters, its UPOS when that is
right too, and so on. Files whose words share a token (multiword lines) are not read.
"""
import collections

Word = collections.namedtuple("Word", "start end form lemma upos feats head relation")
METRICS = ("words", "upos", "lemma", "feats", "uas", "las")


def read(text):
    """The words of each sentence, offsets over the non-space characters of all of them."""
    sentences, at = [], 0
    for block in text.strip().split("\n\n"):
        words = []
        for line in block.split("\n"):
            fields = line.split("\t")
            if line.startswith("#") or not fields[0].isdigit():
                continue
            length = len("".join(fields[1].split()))
            words.append(Word(at, at + length, fields[1], fields[2], fields[3],
                              universal(fields[5]), int(fields[6]) if fields[6] != "_" else None,
                              fields[7].split(":")[0]))
            at += length
        sentences.append(words)
    return sentences


def universal(feats):
    return "|".join(sorted(feat for feat in feats.split("|") if feat != "_"))


def texts(blocks):
    """The raw text of each block, as its comment tells it."""
    return [line[len("# text = "):] for block in blocks for line in block.split("\n")
            if line.startswith("# text = ")]


def heads(sentences):
    """{span: span of the head} over all sentences, the root's head being None."""
    found = {}
    for words in sentences:
        for word in words:
            head = words[word.head - 1] if word.head else None
            found[word.start, word.end] = head and (head.start, head.end)
    return found


def characters(sentences):
    return "".join("".join(word.form.split()) for words in sentences for word in words)


def count(gold, system):
    """{metric: right}, with the words of gold and of system; counts add up over files."""
    if characters(gold) != characters(system):
        raise ValueError("gold and system are not of the same text")
    told = {(word.start, word.end): word for words in system for word in words}
    due = [word for words in gold for word in words]
    due_heads, told_heads = heads(gold), heads(system)
    right = collections.Counter(gold=len(due), system=len(told))
    for word in due:
        span = word.start, word.end
        if span not in told:
            continue
        other = told[span]
        attached = other.head is not None and due_heads[span] == told_heads[span]
        right.update(words=1, upos=word.upos == other.upos, lemma=word.lemma == other.lemma,
                     feats=word.feats == other.feats, uas=attached,
                     las=attached and word.relation == other.relation)
    return right


def f1(counts, metric):
    both = counts["gold"] + counts["system"]
    return 200 * counts[metric] / both if both else 0.0
