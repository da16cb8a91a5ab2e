#!/usr/bin/env python3
"""Compare what `ahd read --json` gives for pages with what must be read.

    compare.py AHD EXPECTATION.json...

Prints "ok NAME", "FAIL NAME: why" or "skip NAME: why" for each expectation;
the format is described in README.md beside it."""
import json
import os
import subprocess
import sys


def ids(args):
    return sorted(a.get("id") or "?" for a in args or [])


def principals(args):
    return sorted(a["for"]["id"] for a in args or [] if a.get("for"))


LIKELY = 3  # of an open agreement, so many candidates are looked at


def agreement_keys(act, wanted):
    """Each agreement as the expectation writes it."""
    keys = []
    for g in act.get("agreement") or []:
        others = (g.get("match") or {}).get("others") or g.get("others") or []
        if g.get("id", "") and str(g["id"]).startswith("found:"):
            keys.append("found")
        elif g.get("id"):
            keys.append(g["id"])
        else:
            likely = ["open:%s" % (o.get("id") if isinstance(o, dict) else o) for o in others[:LIKELY]]
            keys.append(next((k for k in likely if k in wanted), likely[0] if likely else "open:None"))
    return keys


def commitments(act):
    return [c["n"] for g in act.get("agreement") or []
            for c in g.get("commitments") or []]


def about_types(act, acts):
    by_id = {a["id"]: a for a in acts}
    return [by_id[x["act"]]["act"] for x in act.get("about") or []]


def differences(want, act, acts):
    """Fields of `want` that `act` does not meet, as words."""
    bad = []

    def same(field, got, wanted):
        if got != wanted:
            bad.append("%s is %s, want %s" % (field, got, wanted))

    if "source" in want:
        same("source", ids(act.get("source")), sorted(want["source"]))
    if "target" in want:
        same("target", ids(act.get("target")), sorted(want["target"]))
    if "for" in want:
        same("for", principals(act.get("source")), sorted(want["for"]))
    if "agreement" in want:
        got = sorted(agreement_keys(act, want["agreement"]))
        if "open" in want["agreement"]:
            exact = set(want["agreement"])
            got = sorted("open" if k.startswith("open:") and k not in exact
                         else k for k in got)
        same("agreement", got, sorted(want["agreement"]))
    for field in ("speaker", "via", "place"):
        if field in want:
            got = (act.get(field) or {}).get("id")
            same(field, got, want[field])
    for field in ("date", "modality", "mode"):
        if field in want:
            same(field, act.get(field), want[field])
    if "tellings" in want and len(act.get("tellings") or []) < want["tellings"]:
        bad.append("%d tellings, want %d"
                   % (len(act.get("tellings") or []), want["tellings"]))
    if want.get("content") and not act.get("content"):
        bad.append("no content")
    if "about" in want and want["about"] not in about_types(act, acts):
        bad.append("about %s, want %s" % (about_types(act, acts),
                                          want["about"]))
    missing = set(want.get("commitments", [])) - set(commitments(act))
    if missing:
        bad.append("commitments %s lack %s" % (commitments(act),
                                               sorted(missing)))
    return bad


def check_acts(spec, doc):
    acts, used = doc.get("acts", []), set()
    for want in spec.get("acts", []):
        if want.get("absent"):
            hits = [a for a in acts if a["act"] == want["act"]]
            yield want, ["there is a %s" % want["act"]] if hits else []
            continue
        options = [(len(differences(want, a, acts)), i)
                   for i, a in enumerate(acts)
                   if a["act"] == want["act"] and i not in used]
        if not options:
            yield want, ["no act %s" % want["act"]]
            continue
        _, best = min(options)
        bad = differences(want, acts[best], acts)
        if not bad:
            used.add(best)
        yield want, bad


def check_mentions(spec, doc):
    text = doc.get("text", "")
    for want in spec.get("mentions", []):
        found = [m for m in doc.get("mentions", [])
                 if want["words"] in text[m["at"][0]:m["at"][1]]
                 and want["id"] in (m.get("id"),
                                    (m.get("for") or {}).get("id"))]
        if found and all((m["match"].get("score") or 0) >= want.get("score", 0)
                         for m in found):
            yield want, []
        else:
            got = sorted({str(m.get("id")) for m in doc.get("mentions", [])
                          if want["words"] in text[m["at"][0]:m["at"][1]]})
            yield want, ["%s reaches %s, want %s"
                         % (want["words"], got, want["id"])]


def check_fields(spec, doc):
    for want in spec.get("fields", []):
        got = doc
        for key in want["path"].split("."):
            got = (got or {}).get(key) if isinstance(got, dict) else None
        if "length" in want:
            got = len(got or "")
            bad = got != want["length"]
        elif want.get("present"):
            bad = not got
        else:
            bad = got != want["is"]
        yield want, ["%s is %r" % (want["path"], got)] if bad else []


def check_text(spec, doc):
    text = doc.get("text", "")
    for want in spec.get("text", []):
        bad = ["lacks %r" % w for w in want.get("has", []) if w not in text]
        bad += ["has %r" % w for w in want.get("lacks", []) if w in text]
        yield want, bad


def check_conditions(spec, doc):
    for want in spec.get("conditions", []):
        found = [c["is"] for c in doc.get("condition") or []]
        missing = want["is"] not in found
        yield want, ["conditions are %s" % found] if missing else []


def check_flags(spec, doc):
    for want in spec.get("flags", []):
        count = len(doc.get("flags") or [])
        yield want, ["%d flags" % count] if count < want["least"] else []


CHECKS = (check_fields, check_text, check_conditions, check_flags,
          check_mentions, check_acts)


def run(ahd, path):
    spec = json.load(open(path, encoding="utf-8"))
    stem = os.path.splitext(os.path.basename(path))[0]
    if not os.path.exists(spec["page"]):
        print("skip pages/%s: %s is not here" % (stem, spec["page"]))
        return True
    command = [ahd, "read", "--json"] + spec.get("read", []) + [spec["page"]]
    out = subprocess.run(command, capture_output=True, timeout=60)
    if out.returncode != 0:
        print("FAIL pages/%s: exit %d: %s" % (stem, out.returncode,
                                              out.stderr.decode()[:200]))
        return False
    doc, good = json.loads(out.stdout), True
    for check in CHECKS:
        for want, bad in check(spec, doc):
            name = "pages/%s: %s" % (stem, want["name"])
            if not bad:
                print("ok %s" % name)
            elif "waits" in want:
                print("skip %s: waits for %s (%s)" % (name, want["waits"],
                                                      "; ".join(bad)))
            else:
                print("FAIL %s: %s" % (name, "; ".join(bad)))
                good = False
    return good


def main():
    results = [run(sys.argv[1], path) for path in sys.argv[2:]]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
