#!/usr/bin/env python3
"""The scorers of bench/, on what was counted by hand:  run.py AHD TMP SHARED"""
import os, sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
sys.path[:0] = [os.path.join(ROOT, "bench"), os.path.join(ROOT, "tests")]
TMP = sys.argv[2]

import clitics, conllu, gsr, numerals, plover, segmenters, udpipe_train
from outcome import run_all, test, want


def sentence(*words):
    """CoNLL-U of (form, lemma, upos, head, relation)."""
    return "# text = x\n" + "\n".join(
        f"{i}\t{form}\t{lemma}\t{upos}\t_\t_\t{head}\t{relation}\t_\t_"
        for i, (form, lemma, upos, head, relation) in enumerate(words, 1))


GOLD = sentence(("و", "وَ", "CCONJ", 2, "cc"), ("قال", "قَال", "VERB", 0, "root"),
                ("الوزير", "وَزِير", "NOUN", 2, "nsubj"))


def counted(*words):
    return conllu.count(conllu.read(GOLD), conllu.read(sentence(*words)))


@test
def gold_against_itself_is_whole():
    counts = conllu.count(conllu.read(GOLD), conllu.read(GOLD))
    want(all(conllu.f1(counts, metric) == 100 for metric in conllu.METRICS), counts)


@test
def a_word_not_cut_loses_both_words():
    counts = counted(("وقال", "قَال", "VERB", 0, "root"), ("الوزير", "وَزِير", "NOUN", 1, "nsubj"))
    want((counts["gold"], counts["system"], counts["words"]) == (3, 2, 1), counts)
    want(abs(conllu.f1(counts, "words") - 40) < 1e-9, counts)
    want(counts["lemma"] == 1 and counts["las"] == 0, counts)


@test
def a_relation_counts_without_its_subtype_and_a_head_by_its_place():
    counts = counted(("و", "وَ", "CCONJ", 2, "cc:x"), ("قال", "x", "NOUN", 0, "root"),
                     ("الوزير", "وَزِير", "NOUN", 1, "nsubj"))
    want((counts["upos"], counts["lemma"], counts["uas"], counts["las"]) == (2, 2, 2, 2), counts)


@test
def what_does_not_parse_has_no_attachment():
    counts = counted(*((form, form, "NOUN", "_", "_") for form in ("و", "قال", "الوزير")))
    want(counts["words"] == 3 and counts["uas"] == 0, counts)


@test
def another_text_is_refused():
    try:
        counted(("قال", "قَال", "VERB", 0, "root"))
    except ValueError:
        return
    want(False, "a system that lost characters was scored")


@test
def cuts_outside_words_do_not_matter():
    text = "وقال: «نعم»"
    want(segmenters.segment_words([text], [[0, 1, 4, 6, 7]]) == [[[1, 3], [3]]],
         segmenters.segment_words([text], [[0, 1, 4, 6, 7]]))


@test
def no_segment_starts_with_a_tatweel():
    want(segmenters.segment_words(["لـ"], [[0, 1]]) == [[[2]]], "the tatweel is a segment")


@test
def begins_go_back_to_their_lines():
    want(segmenters.by_text(["اب", "", "ج"], [0, 1, 4]) == [[0, 1], [], [0]],
         segmenters.by_text(["اب", "", "ج"], [0, 1, 4]))


@test
def a_mark_stays_with_the_letter_before_it():
    text = "وَبكتابِهم"
    begins = segmenters.word_begins(text, (0, len(text)), 2, 2)
    want(segmenters.lengths((0, len(text)), sorted(set(begins))) == [2, 1, 5, 2], begins)


@test
def words_are_exact_only_with_all_their_cuts():
    counts = clitics.score({("a", 0, 4): [1, 3], ("a", 5, 9): [4], ("a", 10, 14): [1, 2, 1]},
                           {("a", 0, 4): [1, 3], ("a", 5, 9): [1, 3], ("a", 10, 14): [1, 3]})
    want((counts["exact"], counts["due"], counts["told"], counts["right"], counts["cut"],
          counts["cut_exact"]) == (1, 3, 3, 2, 2, 1), counts)


@test
def folds_part_documents():
    path = os.path.join(TMP, "folds.conllu")
    blocks = [f"# newdoc id = d{i // 2:02}\n# n = {i}" for i in range(24)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join(blocks) + "\n\n")
    trained, held = udpipe_train.split(path, 1)
    want(held == blocks[2:4] + blocks[22:24], held)
    want(sorted(trained + held) == sorted(blocks), "a sentence is lost")
    want(udpipe_train.split(path, "all") == (blocks, []), "all holds something out")


def spec(*results, **more):
    return {"Results": [{"Start": start, "End": end, "Resolution": {"value": value}}
                        for start, end, value in results], **more}


@test
def a_spec_of_numbers_wants_each_span_and_value():
    three, last = (0, 4, "cardinal", "start", 3.0), (6, 9, "ordinal", "end", -1.0)
    want(numerals.meets(spec((0, 4, "3")), [three]), "right")
    want(numerals.meets(spec((6, 9, "end-1")), [last]), "what it counts from")
    want(not numerals.meets(spec((6, 9, "current-1")), [last]), "counted from elsewhere")
    want(not numerals.meets(spec((0, 4, "4")), [three]), "another value")
    want(not numerals.meets(spec((0, 3, "3")), [three]), "another span")
    want(not numerals.meets(spec((0, 4, "3")), [three, last]), "one too many")
    want(not numerals.meets(spec((0, 4, "3")), []), "one too few")
    want(numerals.meets(spec((0, 4, "4"), IgnoreResolution=True), [three]), "no value asked")


def marked(source, verb, target):
    return {"source_actor": source, "verb": verb, "target_actor": target}


def told(source, verb, target):
    return {"source_actor": [gsr.bag(s) for s in source], "verb": [gsr.bag(verb)],
            "target_actor": [gsr.bag(t) for t in target]}


@test
def a_span_is_matched_by_words_that_lie_in_it_or_hold_it():
    gold = marked([], ["وقتل"], ["14", "شخصا"])
    want(gsr.matches(gold, told([], "قتل", ["شخصا"]), gsr.ROLES), "inside, without its clitic")
    want(gsr.matches(gold, told([], "قتل", ["رجل", "نحو 14 شخصا"]), gsr.ROLES), "around, one of two")
    want(not gsr.matches(gold, told([], "قتل", ["14 جنديا"]), gsr.ROLES), "only overlapping")
    want(not gsr.matches(gold, told(["مسلحون"], "قتل", ["شخصا"]), gsr.ROLES), "a source where none is marked")
    want(not gsr.matches(gold, told([], "قتل", []), gsr.ROLES), "no target where one is marked")
    want(not gsr.matches(gold, told([], "قتل", ["شخصا"]), gsr.ROLES, exact=True), "not the same words")


@test
def what_as_many_accept_as_refuse_is_left_out():
    labels = [("yes", 3, 0), ("easy no", 0, 3), ("difficult no", 1, 2), ("difficult no", 2, 2), ("ambiguous", 2, 1)]
    rows = [{"label": label, "accept": a, "reject": r} for label, a, r in labels]
    want([gsr.label_of(row) for row in rows] == [True, False, False, None, None], rows)


def event(kind, codes, source, target, at=0):
    return {"type": kind, "codes": {"plover": codes}, "confidence": 0.7, "trigger": [at, at + 1],
            "source": [{"text": t} for t in source], "target": [{"text": t} for t in target]}


@test
def the_pair_is_answered_by_what_has_both_of_it():
    pair = {"source": "Iran's army", "target": "the rebels"}
    released = event("RETREAT", "RETREAT/release", ["the army of Iran"], ["ten rebels"], 9)
    other = event("ASSAULT", "ASSAULT", ["Iran"], ["Iraq"])
    doc = {"text": "x" * 20, "acts": [], "events": [other, released]}
    want(plover.answer(doc, pair) == "YIELD", "the older name of RETREAT")
    want(plover.answer(dict(doc, events=[other]), pair) == "ASSAULT", "the source alone is enough")
    stranger = event("ASSAULT", "ASSAULT", ["Iraq"], ["Kuwait"])
    want(plover.answer(dict(doc, events=[stranger]), pair) is None, "neither of them")


sys.exit(run_all())
