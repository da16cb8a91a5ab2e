#include "reviews/decided.h"

#include "test.h"

/* Acts and reviews that a test puts together. */
typedef struct page {
    ahd_arena *arena;
    ahd_decided_act acts[4000];
    ahd_decided_review reviews[4000];
    ahd_decided_in in;
} page;

static page p;

static void begin(void)
{
    if (p.arena == NULL)
        p.arena = ahd_arena_new(64 << 20);
    ahd_arena_clear(p.arena);
    p.in = (ahd_decided_in){
        .sha256 = AHD_STR("aa"), .acts = p.acts, .reviews = p.reviews};
}

/* Act `n` whose trigger is at `start`, in the sentence of bytes 0..1000. */
static ahd_decided_act *act(uint32_t start, const char *type, const char *words,
                            const char *source)
{
    ahd_decided_act *a = &p.acts[p.in.act_count++];

    *a = (ahd_decided_act){.n = p.in.act_count,
                           .at = {.trigger = {start, (uint32_t)strlen(words)},
                                  .sentence = {0, 1000},
                                  .words = ahd_str_from(words),
                                  .sentence_words = AHD_STR("a sentence"),
                                  .act = ahd_str_from(type)},
                           .machine.has = AHD_LABEL_ALL};
    for (int i = 0; i < AHD_LABELS; i++)
        a->machine.value[i] = AHD_STR("");
    a->machine.value[AHD_LABEL_ACT] = ahd_str_from(type);
    a->machine.value[AHD_LABEL_SOURCE] = ahd_str_from(source);
    return a;
}

/* A review of act `of`, of the item that began with review `item`. */
static ahd_decided_review *review(const ahd_decided_act *of, int64_t item,
                                  ahd_decision decision, const char *by)
{
    ahd_decided_review *r = &p.reviews[p.in.review_count++];

    *r = (ahd_decided_review){.number = p.in.review_count,
                              .item = item,
                              .decision = decision,
                              .by = ahd_str_from(by),
                              .at = of->at,
                              .then = of->machine};
    if (decision == AHD_DECISION_CONFIRM)
        r->set = of->machine;
    return r;
}

static void set(ahd_decided_review *r, ahd_label field, const char *value)
{
    r->set.value[field] = ahd_str_from(value);
    r->set.has |= 1u << field;
}

static ahd_decided stand(void)
{
    return ahd_decided_make(&p.in, p.arena);
}

#define ITEM(standing, i) (&(standing).items.items[i])
#define IS(item, what) CHECK_STR(ahd_str_from((item)->state), what)

static void without_reviews_all_is_the_machines(void)
{
    begin();
    act(10, "sign", "signed", "a");
    act(90, "deny", "denied", "b");
    ahd_decided s = stand();
    CHECK(s.items.count == 2);
    CHECK(ITEM(s, 1)->n == 2 && ITEM(s, 1)->item == 0 && !ITEM(s, 1)->gone);
    CHECK_STR(ITEM(s, 1)->current.value[AHD_LABEL_SOURCE], "b");
    IS(ITEM(s, 0), "");
}

static void three_values_are_kept_apart(void)
{
    begin();
    ahd_decided_act *a = act(10, "sign", "signed", "a");
    set(review(a, 1, AHD_DECISION_CORRECT, "Huda"), AHD_LABEL_SOURCE, "x");
    a->machine.value[AHD_LABEL_SOURCE] = AHD_STR("b"); /* a new reading */
    ahd_decided s = stand();
    CHECK_STR(ITEM(s, 0)->machine.value[AHD_LABEL_SOURCE], "b");
    CHECK_STR(ITEM(s, 0)->labelled.value[AHD_LABEL_SOURCE], "x");
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_SOURCE], "x");
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_ACT], "sign");
    CHECK(ITEM(s, 0)->disagrees == 1u << AHD_LABEL_SOURCE);
    IS(ITEM(s, 0), "corrected");
}

static void what_was_corrected_then_is_no_new_disagreement(void)
{
    begin();
    ahd_decided_act *a = act(10, "sign", "signed", "a");
    set(review(a, 1, AHD_DECISION_CORRECT, "Huda"), AHD_LABEL_SOURCE, "x");
    CHECK(ITEM(stand(), 0)->disagrees == 0);
    a->machine.value[AHD_LABEL_SOURCE] = AHD_STR("x");
    CHECK(ITEM(stand(), 0)->disagrees == 0);
}

static void what_was_confirmed_stands_against_a_new_reading(void)
{
    begin();
    ahd_decided_act *a = act(10, "sign", "signed", "a");
    review(a, 1, AHD_DECISION_CONFIRM, "Huda");
    IS(ITEM(stand(), 0), "confirmed");
    a->machine.value[AHD_LABEL_ACT] = AHD_STR("meet");
    a->at.act = AHD_STR("meet");
    ahd_decided s = stand();
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_ACT], "sign");
    CHECK(ITEM(s, 0)->disagrees == 1u << AHD_LABEL_ACT);
}

static void the_newest_stands_and_the_difference_is_told(void)
{
    begin();
    ahd_decided_act *a = act(10, "sign", "signed", "a");
    set(review(a, 1, AHD_DECISION_CORRECT, "Huda"), AHD_LABEL_SOURCE, "x");
    set(review(a, 1, AHD_DECISION_CORRECT, "Omar"), AHD_LABEL_SOURCE, "y");
    ahd_decided s = stand();
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_SOURCE], "y");
    CHECK(ITEM(s, 0)->contested == 1u << AHD_LABEL_SOURCE);
    CHECK(!ahd_decided_stands(&p.in, &s, 0));
    CHECK(ahd_decided_stands(&p.in, &s, 1));
    set(review(a, 1, AHD_DECISION_CORRECT, "Huda"), AHD_LABEL_SOURCE, "y");
    CHECK(ITEM(stand(), 0)->contested == 0); /* she has come round */
}

static void one_rejects_what_another_confirms(void)
{
    begin();
    ahd_decided_act *a = act(10, "sign", "signed", "a");
    review(a, 1, AHD_DECISION_CONFIRM, "Huda");
    review(a, 1, AHD_DECISION_REJECT, "Omar");
    ahd_decided s = stand();
    CHECK(ITEM(s, 0)->gone && ITEM(s, 0)->contested_whole);
    IS(ITEM(s, 0), "rejected");
}

static void undoing_gives_back_what_was_before(void)
{
    begin();
    ahd_decided_act *a = act(10, "sign", "signed", "a");
    set(review(a, 1, AHD_DECISION_CORRECT, "Huda"), AHD_LABEL_SOURCE, "x");
    review(a, 1, AHD_DECISION_REJECT, "Omar");
    review(a, 1, AHD_DECISION_UNDO, "Huda")->undoes = 2;
    ahd_decided s = stand();
    CHECK(!ITEM(s, 0)->gone);
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_SOURCE], "x");
    review(a, 1, AHD_DECISION_UNDO, "Omar")->undoes = 3;
    s = stand();
    CHECK(ITEM(s, 0)->gone); /* the undoing was undone */
    CHECK(!ahd_decided_stands(&p.in, &s, 2));
}

static void undoing_all_leaves_the_machine(void)
{
    begin();
    ahd_decided_act *a = act(10, "sign", "signed", "a");
    review(a, 1, AHD_DECISION_REJECT, "Omar");
    review(a, 1, AHD_DECISION_UNDO, "Omar")->undoes = 1;
    ahd_decided s = stand();
    CHECK(!ITEM(s, 0)->gone);
    IS(ITEM(s, 0), "");
}

static void the_numbers_of_acts_do_not_matter(void)
{
    begin();
    ahd_decided_act *old = act(500, "sign", "signed", "a");
    set(review(old, 1, AHD_DECISION_CORRECT, "Huda"), AHD_LABEL_SOURCE, "x");
    p.in.act_count = 0;
    act(10, "meet", "met", "m");
    act(500, "sign", "signed", "a");
    ahd_decided s = stand();
    CHECK(s.items.count == 2 && ITEM(s, 1)->n == 2);
    CHECK_STR(ITEM(s, 1)->current.value[AHD_LABEL_SOURCE], "x");
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_SOURCE], "m");
}

static void a_wider_trigger_and_one_in_the_same_sentence_are_found(void)
{
    begin();
    ahd_decided_act *old = act(500, "sign", "signed", "a");
    review(old, 1, AHD_DECISION_CONFIRM, "Huda");
    p.in.act_count = 0;
    act(497, "sign", "co-signed", "b");
    CHECK(!ITEM(stand(), 0)->orphan);
    p.in.act_count = 0;
    act(700, "sign", "signature", "b");
    CHECK(!ITEM(stand(), 0)->orphan);
    p.in.act_count = 0;
    act(700, "meet", "signature", "b"); /* of another type: another act */
    ahd_decided s = stand();
    CHECK(s.items.count == 2 && !ITEM(s, 0)->orphan && ITEM(s, 1)->orphan);
}

static void an_orphan_stands_as_an_act_of_a_person(void)
{
    begin();
    ahd_decided_act *a = act(500, "sign", "signed", "a");
    set(review(a, 1, AHD_DECISION_CORRECT, "Huda"), AHD_LABEL_PLACE, "tripoli");
    p.in.act_count = 0;
    ahd_decided s = stand();
    CHECK(s.items.count == 1 && ITEM(s, 0)->orphan && !ITEM(s, 0)->gone);
    CHECK(ITEM(s, 0)->n == AHD_DECIDED_ADDED + 1);
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_PLACE], "tripoli");
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_SOURCE], "a");
    IS(ITEM(s, 0), "added");
}

static void an_orphan_that_nobody_decided_or_rejected_is_gone(void)
{
    begin();
    ahd_decided_act *a = act(500, "sign", "signed", "a");
    ahd_decided_act *b = act(700, "sign", "signed", "b");
    review(a, 1, AHD_DECISION_NOTE, "Huda");
    review(b, 2, AHD_DECISION_REJECT, "Huda");
    p.in.act_count = 0;
    ahd_decided s = stand();
    CHECK(ITEM(s, 0)->gone && ITEM(s, 1)->gone);
    CHECK(ITEM(s, 0)->orphan && ITEM(s, 1)->orphan);
}

/* Two acts of one trigger: which is which is told by what they said. */
static void of_two_acts_at_one_place_each_keeps_its_own(void)
{
    begin();
    act(10, "meet", "met", "a");
    ahd_decided_act *b = act(10, "meet", "met", "b");
    set(review(b, 1, AHD_DECISION_CORRECT, "Huda"), AHD_LABEL_PLACE, "doha");
    ahd_decided s = stand();
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_PLACE], "");
    CHECK_STR(ITEM(s, 1)->current.value[AHD_LABEL_PLACE], "doha");
}

static void two_items_never_share_an_act(void)
{
    begin();
    ahd_decided_act *a = act(10, "meet", "met", "a");
    ahd_decided_act *b = act(10, "meet", "met", "b");
    review(a, 1, AHD_DECISION_CONFIRM, "Huda");
    review(b, 2, AHD_DECISION_CONFIRM, "Huda");
    p.in.act_count = 1; /* the new reading has made one of them */
    ahd_decided s = stand();
    CHECK(s.items.count == 2 && ITEM(s, 0)->item == 1);
    CHECK(ITEM(s, 1)->orphan && ITEM(s, 1)->item == 2);
}

static void merged_acts_are_one_until_they_are_split(void)
{
    begin();
    ahd_decided_act *a = act(10, "meet", "met", "a");
    ahd_decided_act *b = act(200, "meet", "talks", "b");
    ahd_decided_pair pair = {
        .what = AHD_STR("act"), .sha256 = AHD_STR("aa"), .at = b->at};
    review(a, 1, AHD_DECISION_MERGE, "Huda")->pair = pair;
    ahd_decided s = stand();
    CHECK(!ITEM(s, 0)->gone && ITEM(s, 1)->gone && ITEM(s, 1)->into == 1);
    IS(ITEM(s, 1), "merged");
    review(a, 1, AHD_DECISION_SPLIT, "Huda")->pair = pair;
    CHECK(!ITEM(stand(), 1)->gone);
}

static void what_is_split_off_is_an_act_more(void)
{
    begin();
    ahd_decided_act *a = act(10, "accuse", "accused", "a");
    set(review(a, 1, AHD_DECISION_SPLIT, "Huda"), AHD_LABEL_TARGET, "y");
    ahd_decided s = stand();
    CHECK(s.items.count == 2 && ITEM(s, 1)->n == AHD_DECIDED_ADDED + 1);
    CHECK_STR(ITEM(s, 0)->current.value[AHD_LABEL_TARGET], "");
    CHECK_STR(ITEM(s, 1)->current.value[AHD_LABEL_TARGET], "y");
    CHECK(!ITEM(s, 1)->orphan);
    IS(ITEM(s, 1), "added");
    act(10, "accuse", "accused", "a")->machine.value[AHD_LABEL_TARGET] =
        AHD_STR("y"); /* the new reading splits it too */
    s = stand();
    CHECK(s.items.count == 2 && ITEM(s, 1)->act == 1);
}

static void links_are_said_by_the_newest_of_their_role(void)
{
    begin();
    ahd_decided_act *a = act(10, "accuse", "accused", "a");
    for (int i = 0; i < 2; i++) {
        ahd_decided_review *r = review(a, 1, AHD_DECISION_LINK, "Huda");
        *ahd_vec_push(p.arena, &r->links) =
            (ahd_decided_link){AHD_STR("alleged_breach"),
                               i ? AHD_STR("new") : AHD_STR("old"),
                               {.act = AHD_STR("")}};
    }
    ahd_decided s = stand();
    CHECK(ITEM(s, 0)->links.count == 1);
    CHECK_STR(ITEM(s, 0)->links.items[0].sha256, "new");
}

/* A page of thousands of acts at one place, each reviewed. */
static void thousands_cost_no_square(void)
{
    begin();
    for (uint32_t i = 0; i < 4000; i++)
        act(i / 1000 * 100, "meet", "met", "a");
    for (uint32_t i = 0; i < 4000; i++)
        review(&p.acts[i], i + 1, AHD_DECISION_CONFIRM, "Huda");
    ahd_decided s = stand();
    CHECK(s.items.count >= 4000);
}

int main(void)
{
    RUN(without_reviews_all_is_the_machines);
    RUN(three_values_are_kept_apart);
    RUN(what_was_corrected_then_is_no_new_disagreement);
    RUN(what_was_confirmed_stands_against_a_new_reading);
    RUN(the_newest_stands_and_the_difference_is_told);
    RUN(one_rejects_what_another_confirms);
    RUN(undoing_gives_back_what_was_before);
    RUN(undoing_all_leaves_the_machine);
    RUN(the_numbers_of_acts_do_not_matter);
    RUN(a_wider_trigger_and_one_in_the_same_sentence_are_found);
    RUN(an_orphan_stands_as_an_act_of_a_person);
    RUN(an_orphan_that_nobody_decided_or_rejected_is_gone);
    RUN(of_two_acts_at_one_place_each_keeps_its_own);
    RUN(two_items_never_share_an_act);
    RUN(merged_acts_are_one_until_they_are_split);
    RUN(what_is_split_off_is_an_act_more);
    RUN(links_are_said_by_the_newest_of_their_role);
    RUN(thousands_cost_no_square);
    return test_failures != 0;
}
