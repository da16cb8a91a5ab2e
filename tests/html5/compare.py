#!/usr/bin/env python3
"""The tokenizer and the choice of a charset beside the tests of html5lib:
    compare.py PROGRAMS SHARED

Compared are start tags (name, attributes, self-closing), end tags (name) and
character data, joined over the comments in between. Comments, doctypes and parse
errors are not Ahd's: it passes them over. The page is first given the newlines
of the standard's input stream.

Of charsets the name is compared. A page that says nothing and is ASCII may be
called anything: the tests say windows-1252, Ahd utf-8; so that a found utf-8 can
be told from none, it stands as koi8-r in them. NOT_OURS tells what else differs.
Without SHARED, only the cases of ours.
"""
import ast, io, json, os, re, subprocess, sys, tarfile

PROGRAMS, SHARED = sys.argv[1], sys.argv[2]
TARBALL = os.path.join(SHARED, "bench/html5/html5lib-tests.tar.gz")
PAGES = os.path.join(SHARED, "corpora/encodings")
HERE = os.path.dirname(os.path.abspath(__file__))
STATES = {"Data state": "data", "PLAINTEXT state": "plaintext", "RCDATA state": "rcdata",
          "RAWTEXT state": "rawtext", "Script data state": "script",
          "CDATA section state": "cdata"}
NOT_OURS = {
    "xmlViolation.test",    # how to make XML of tokens
    "test-yahoo-jp.dat",    # says EUC-JP and is valid UTF-8, which Ahd believes
    "scripted/tests1.dat",  # what a script would write
}
failed = 0


def say(name, wrong):
    """`wrong`: descriptions of what failed."""
    global failed
    if wrong:
        failed += 1
        print(f"FAIL {name}: {len(wrong)} differ; {wrong[0]}".replace("\n", " "))
    else:
        print(f"ok {name}")


def program(name, lines):
    run = subprocess.run([os.path.join(PROGRAMS, name)], input="\n".join(lines) + "\n",
                         stdout=subprocess.PIPE, encoding="utf-8", errors="surrogatepass")
    if run.returncode != 0:
        raise SystemExit(f"FAIL {name}: ends with {run.returncode}")
    return run.stdout.split("\n")[:-1]


# ------------------------------------------------------------------ tokens

def request(state, last, page):
    page = page.replace("\r\n", "\n").replace("\r", "\n")
    if state == "cdata":
        page = "<svg><![CDATA[" + page
    return f"{state} {last or '-'} {page.encode('utf-8', 'surrogatepass').hex()}"


def plain(tokens):
    """The tokens that are compared, as one list."""
    out = []
    for token in tokens:
        if token[0] == "Character" and out and out[-1][0] == "Character":
            out[-1] = ["Character", out[-1][1] + token[1]]
        elif token[0] == "StartTag":
            pairs = token[2].items() if isinstance(token[2], dict) else token[2]
            first = {}
            for name, value in pairs:
                first.setdefault(name, value)
            out.append(["StartTag", token[1], first, token[3:] == [True]])
        elif token[0] in ("Character", "EndTag"):
            out.append(token[:2])
    return out


def compare_tokens(name, cases):
    """Cases: (what it is, state, last start tag, page, tokens)."""
    answers = program("tokens", [request(*case[1:4]) for case in cases])
    if len(answers) != len(cases):
        return say(name, ["the program lost count"])
    wrong = []
    for case, answer in zip(cases, answers):
        got, want = plain(json.loads(answer)), plain(case[4])
        if got != want:
            wrong.append(f"{case[0]} ({case[1]}) {case[3]!r}: got {got}, want {want}")
    if os.environ.get("VERBOSE"):
        print("\n".join(wrong))
    say(name, wrong)


def unescape(value):
    """The second round of \\uXXXX that some tests ask for."""
    if isinstance(value, str):
        return re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), value)
    if isinstance(value, list):
        return [unescape(v) for v in value]
    if isinstance(value, dict):
        return {unescape(k): unescape(v) for k, v in value.items()}
    return value


def cases_of(tests):
    for test in tests:
        if test.get("doubleEscaped"):
            test["input"], test["output"] = unescape(test["input"]), unescape(test["output"])
        for state in test.get("initialStates", ["Data state"]):
            yield (test["description"], STATES[state], test.get("lastStartTag"),
                   test["input"], test["output"])


def own_cases():
    with open(os.path.join(HERE, "tokens.txt"), encoding="utf-8") as file:
        for line in file:
            match = re.fullmatch(r'(?:\[(\w+)\] )?(".*") => (\[.*\])\n', line)
            if match:
                yield (line.strip(), match[1] or "data", "script",
                       json.loads(match[2]), json.loads(match[3]))


# ---------------------------------------------------------------- charsets

def charset_of(pages):
    """(format, page) -> (name, text)."""
    lines = program("charsets", [f"{format} - {page.hex()}" for format, page in pages])
    return [(line.split(" ")[0], bytes.fromhex(line.split(" ")[1])) for line in lines]


def compare_charsets(path, content):
    cases = re.findall(rb"#data\n(.*?)\n#encoding\n([^\n]*)", content, re.S)
    pages = [("html", page.replace(b"utf-8", b"koi8-r") if page.isascii() else page)
             for page, _ in cases]
    wrong = []
    for (page, want), (got, _) in zip(cases, charset_of(pages)):
        want = want.decode().strip().lower()
        if want == "windows-1252" and not re.search(b"8859-1|1252", page):
            want = "utf-8"
        elif want == "utf-8" and b"utf-8" in page and page.isascii():
            want = "koi8-r"
        if got != want:
            wrong.append(f"{page[:300]!r}: got {got}, want {want}")
    say(f"{len(cases)} tests of encoding/{path}", wrong)


def compare_pages():
    """Pages that do not say what they are in: the charset is in the name."""
    wrong = []
    names = sorted(os.listdir(PAGES))
    pages = [open(os.path.join(PAGES, name), "rb").read() for name in names]
    formats = ["html" if name.endswith("html") else "text" for name in names]
    for name, page, (got, text) in zip(names, pages, charset_of(zip(formats, pages))):
        if not re.search(rf"(^|_){got}", name) or text != page.decode(got).encode():
            wrong.append(f"{name}: got {got}")
    say(f"{len(names)} pages that do not say their charset", wrong)


# Sentences of our own and the charsets of Python that they are written in; with
# a "*" the letters tell it when the page does not.
SENTENCES = {
    "وقّع الطرفان اتفاق هدنة في جنيف يوم الاثنين، وقال المتحدث إن الاتفاق «نهائي».":
        "cp1256* iso8859-6",
    "وقع الطرفان اتفاق هدنة في جنيف يوم الاثنين، وقال المتحدث إن الاتفاق نهائي.":
        "cp1256* iso8859-6*",
    "دو طرف توافق آتش بس را در ژنو امضا کردند و گفتند پس از نشست چاپ شد": "cp1256",
    "Le gouvernement a signé l'accord à Genève, déclare le ministre été français.":
        "cp1252* iso8859-15 mac-roman",
    "Стороны подписали соглашение о прекращении огня в Женеве. Заявил министр.":
        "cp1251* koi8-r* iso8859-5* cp866* x-mac-cyrillic",
    "日本政府は停戦合意に署名したと発表した。カタカナのニュース。両国は昨日会談しました。":
        "shift_jis* euc_jp* iso2022_jp",
    "中国政府签署了停火协议，并在日内瓦发表声明。双方同意在两个月内撤军，记者报道。":
        "gbk* gb18030*",
    "雙方在日內瓦簽署停火協議，並發表聯合聲明。政府發言人表示歡迎，記者報導。": "big5*",
    "양측은 제네바에서 휴전 협정에 서명했다고 정부가 발표했다. 유엔은 이를 환영한다고 말했다.":
        "euc_kr*",
    "Οι πλευρές υπέγραψαν συμφωνία εκεχειρίας στη Γενεύη, δήλωσε ο υπουργός.":
        "cp1253 iso8859-7*",
    "הצדדים חתמו על הסכם הפסקת אש בז'נבה, אמר השר ביום שני.": "cp1255* iso8859-8",
    "Strony podpisały porozumienie o zawieszeniu broni w Genewie, oświadczył minister.":
        "cp1250 iso8859-2",
    "Taraflar Cenevre'de ateşkes anlaşması imzaladı, dedi bakan. İyi günler.": "cp1254",
    "Puses parakstīja pamieru Ženēvā, šodien paziņoja ministrs.": "cp1257 iso8859-13",
    "Hai bên đã ký.": "cp1258",
    "ทั้งสองฝ่ายลงนามหยุดยิง": "cp874",
}
LABELS = {"cp866": "ibm866", "cp874": "windows-874", "mac-roman": "macintosh", "x-mac-cyrillic": "x-mac-cyrillic",
          "euc_jp": "euc-jp", "euc_kr": "euc-kr", "iso2022_jp": "iso-2022-jp"}


def compare_sentences():
    """Every charset, said by the header and left to the letters."""
    said, guessed = [], []
    for sentence, names in SENTENCES.items():
        for name in names.split():
            codec = name.rstrip("*").replace("x-mac", "mac")
            page = sentence.encode(codec, "ignore")
            case = (f"text {LABELS.get(name.rstrip('*'), codec)} {page.hex()}",
                    page.decode(codec), name)
            said.append(case)
            if name.endswith("*"):
                guessed.append((case[0].replace(case[0].split()[1], "-", 1), *case[1:]))
    for what, cases in (("says", said), ("does not say", guessed)):
        lines = program("charsets", [case[0] for case in cases])
        wrong = [f"{name} as {line.split()[0]}" for line, (_, text, name) in zip(lines, cases)
                 if bytes.fromhex(line.split()[1]).decode() != text]
        say(f"{len(cases)} sentences in a charset that the page {what}", wrong)


def main():
    compare_sentences()
    compare_tokens("pages of our own are cut as the standard does", list(own_cases()))
    if os.path.isdir(PAGES):
        compare_pages()
    else:
        print("skip pages that do not say their charset: they are not beside the tree")
    if not os.path.isfile(TARBALL):
        print("skip html5lib's tests: they are not beside the tree")
        return
    with tarfile.open(TARBALL) as tar:
        files = {m.name: tar.extractfile(m).read() for m in tar if m.isfile()}
    for path in sorted(files):
        name = os.path.basename(path)
        if path.startswith("tokenizer/") and name.endswith(".test") and name not in NOT_OURS:
            cases = list(cases_of(json.loads(files[path])["tests"]))
            compare_tokens(f"{len(cases)} tests of {name}", cases)
        elif path.startswith("encoding/") and name.endswith(".dat"):
            if path[len("encoding/"):] not in NOT_OURS:
                compare_charsets(name, files[path])


main()
sys.exit(1 if failed else 0)
