#!/usr/bin/env python3
"""Which spelling is another way to write this name?

    bench/spelling.py build/release ../shared [--venv PYTHON]

The pairs of ../shared/bench/names/google-transliteration-ar2en.txt.gz, in five
parts: each is ranked with costs learned from the other four. A question is an
Arabic name; its answers are the right Latin form, up to thirty others of the
same consonant skeleton and thirty at random. A second question: Arabic forms of
one Latin form, in the same way. Beside the learned costs stand plain edit
distance and, where they are installed, Jaro-Winkler of rapidfuzz and jellyfish;
these read a plain romanisation of the Arabic. A tie counts as its share."""
import gzip
import random
import subprocess
import sys

FOLDS, OTHERS = 5, 30
ROMAN = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويىءأإآؤئة",
                 "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a  a i a w y a".split(" ")))
VOWELS = set("اويىءأإآؤئعaeiouyw'")


def roman(text):
    return "".join(ROMAN.get(c, c) for c in text)


def skeleton(text):
    out = []
    for c in roman(text).lower():
        if c not in VOWELS and c != "h" and (not out or out[-1] != c):
            out.append({"p": "b", "v": "f", "c": "k", "q": "k", "g": "k",
                        "j": "k", "z": "s", "d": "t"}.get(c, c))
    return "".join(out)


def fnv(text):
    h = 2166136261
    for b in text.encode():
        h = (h ^ b) * 16777619 & 0xFFFFFFFF
    return h


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        last, row[0] = row[0], i + 1
        for j, y in enumerate(b):
            last, row[j + 1] = row[j + 1], min(last + (x != y), row[j] + 1, row[j + 1] + 1)
    return row[-1] / max(len(a), len(b), 1)


def peers():
    found = {"edit distance": lambda a, b: levenshtein(roman(a), roman(b))}
    try:
        from rapidfuzz.distance import JaroWinkler
        found["rapidfuzz Jaro-Winkler"] = lambda a, b: JaroWinkler.distance(roman(a), roman(b))
    except ImportError:
        pass
    try:
        import jellyfish
        found["jellyfish Jaro-Winkler"] = lambda a, b: 1 - jellyfish.jaro_winkler_similarity(roman(a), roman(b))
    except ImportError:
        pass
    return found


def learned(tool, costs, questions):
    lines = "".join(f"{q}\t{c}\n" for q, options in questions for c in options)
    out = subprocess.run([tool, "cost", costs], input=lines, text=True,
                         capture_output=True, check=True).stdout.split()
    at = iter(map(float, out))
    return [[next(at) for _ in options] for _, options in questions]


def standing(costs):
    """The right answer is the first: how often it wins, and one over its rank."""
    better = sum(c < costs[0] for c in costs[1:])
    equal = sum(c == costs[0] for c in costs)
    return (better == 0) / equal, sum(1 / (better + 1 + i) for i in range(equal)) / equal


def ask(query, right, pool, same, rng):
    near = [o for o in same.get(skeleton(right), []) if o not in right_forms[query]]
    rng.shuffle(near)
    far = rng.sample(pool, OTHERS)
    return query, [right] + near[:OTHERS] + [o for o in far if o not in right_forms[query]]


def main():
    global right_forms
    build, shared = sys.argv[1:3]
    tool = f"{build}/spelling_train"
    with gzip.open(f"{shared}/bench/names/google-transliteration-ar2en.txt.gz", "rt") as f:
        pairs = [line.rstrip("\n").split("\t") for line in f]
    rng = random.Random(5)
    right_forms, by_latin = {}, {}
    for ar, la in pairs:
        right_forms.setdefault(ar, {ar}).add(la)
        by_latin.setdefault(la, []).append(ar)
    for forms in by_latin.values():
        for ar in forms:
            right_forms[ar].update(forms)
    pools = {"Arabic to Latin": sorted(by_latin), "Arabic to Arabic": sorted({a for a, _ in pairs})}
    same = {}
    for name, pool in pools.items():
        same[name] = {}
        for form in pool:
            same[name].setdefault(skeleton(form), []).append(form)
    totals = {}
    for fold in range(FOLDS):
        costs = f"{build}/spelling-{fold}.tsv"
        with open(costs, "w") as out:
            subprocess.run([tool, "train", str(FOLDS), str(fold)], check=True, stdout=out, text=True,
                           input="".join(f"{a}\t{l}\n" for a, l in pairs))
        held = [(a, l) for a, l in pairs if fnv(l) % FOLDS == fold]
        questions = {
            "Arabic to Latin": [(a, l) for a, l in held],
            "Arabic to Arabic": [(a, b) for l in dict.fromkeys(l for _, l in held)
                                 for a in by_latin[l] for b in by_latin[l] if a != b]}
        for name, asked in questions.items():
            asked = [ask(a, b, pools[name], same[name], rng) for a, b in asked]
            answers = {"learned costs": learned(tool, costs, asked)}
            for peer, distance in peers().items():
                answers[peer] = [[distance(q, o) for o in options] for q, options in asked]
            for who, rows in answers.items():
                got = totals.setdefault(name, {}).setdefault(who, [0, 0, 0])
                for row in rows:
                    first, reciprocal = standing(row)
                    got[0] += 1
                    got[1] += first
                    got[2] += reciprocal
    for name, rows in totals.items():
        for who, (n, first, reciprocal) in rows.items():
            print(f"{name:18} {who:24} {n:6} asked  right {100 * first / n:5.1f} %  "
                  f"mean reciprocal rank {reciprocal / n:.3f}")


if __name__ == "__main__":
    main()
