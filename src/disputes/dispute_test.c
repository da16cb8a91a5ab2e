#include "disputes/dispute.h"

#include "base/day.h"
#include "disputes/fulfilment.h"
#include "test.h"

/* A record of a few reports, in an arena of its own. */
static ahd_standing s;

static void begin(void)
{
    ahd_arena_free(s.arena);
    s = (ahd_standing){.kb = ahd_kb_embedded(),
                       .arena = ahd_arena_new(16 << 20)};
}

static ahd_who who(const char *id)
{
    ahd_str key = ahd_str_from(id);
    uint32_t row = ahd_kb_find_actor(s.kb, key);

    return (ahd_who){.actor = row == AHD_KB_NONE ? AHD_NONE : row,
                     .principal = AHD_NONE,
                     .id = row == AHD_KB_NONE ? AHD_STR("") : key,
                     .name = row == AHD_KB_NONE ? key : AHD_STR("")};
}

/* A page per call; `day` is that of telling. */
static ahd_report *tell(uint8_t type, const char *source, const char *target,
                        const char *day)
{
    static char names[64][8];
    ahd_report *r = ahd_vec_push(s.arena, &s.reports);
    uint32_t n = s.reports.count;

    snprintf(names[n], sizeof names[n], "%05u", (unsigned)n);
    *r = (ahd_report){.page = n,
                      .n = 1,
                      .sha256 = ahd_str_from(names[n]),
                      .document = ahd_str_from(names[n]),
                      .type = type,
                      .told = ahd_day_from_iso(ahd_str_from(day)),
                      .from = AHD_NO_DAY,
                      .to = AHD_NO_DAY,
                      .outlet = who("reuters"),
                      .speaker = {.actor = AHD_NONE, .principal = AHD_NONE}};
    if (source)
        *ahd_vec_push(s.arena, &r->source) = who(source);
    if (target)
        *ahd_vec_push(s.arena, &r->target) = who(target);
    return r;
}

static ahd_report *about(ahd_report *r, const char *agreement,
                         const char *commitment)
{
    *ahd_vec_push(s.arena, &r->bonds) =
        (ahd_bond){ahd_str_from(agreement), ahd_str_from(commitment), true};
    return r;
}

#define TRUCE "ly-ceasefire-2020-10-23"

static ahd_report *accuse(const char *by, const char *whom, const char *day)
{
    return about(tell(AHD_ACT_ACCUSE, by, whom, day), TRUCE, "");
}

static void settle_said(ahd_parting *said)
{
    ahd_report_sort(&s.reports);
    ahd_occurrence_merge(s.arena, &s.reports, said, &s.occurrences);
    s.occurrence_of = ahd_new(s.arena, uint32_t, s.reports.count + 1);
    for (uint32_t i = 0; i < s.occurrences.count; i++)
        for (uint32_t k = 0; k < s.occurrences.items[i].tellings.count; k++)
            s.occurrence_of[s.occurrences.items[i].tellings.items[k]] = i;
    ahd_dispute_find(&s);
}

static void settle(void)
{
    settle_said(NULL);
}

/* ------------------------------------------------------------ occurrences */

static void a_meeting_told_by_two_papers_is_one(void)
{
    begin();
    tell(AHD_ACT_MEET, "qa", "tr", "2020-11-01");
    tell(AHD_ACT_MEET, "tr", "qa", "2020-11-02");
    settle();
    CHECK(s.occurrences.count == 1);
    CHECK(s.occurrences.items[0].tellings.count == 2);
    CHECK(s.occurrences.items[0].stories == 2);
}

/* Reports are written in order of day here, so their numbers stay. */
static void what_people_say_is_one_or_two_stands_before_what_it_looks_like(void)
{
    begin();
    tell(AHD_ACT_MEET, "qa", "tr", "2020-11-01");
    tell(AHD_ACT_MEET, "tr", "qa", "2020-11-02");
    tell(AHD_ACT_MEET, "qa", "tr", "2020-11-02");
    tell(AHD_ACT_MEET, "qa", "eg", "2020-11-09");
    ahd_parting said = ahd_parting_new(s.arena, 4);
    CHECK(ahd_parting_part(&said, 0, 1) && ahd_parting_join(&said, 0, 3));
    settle_said(&said);
    CHECK(s.occurrences.count == 2);
    CHECK(s.occurrence_of[0] == s.occurrence_of[3]);
    CHECK(s.occurrence_of[0] != s.occurrence_of[1]);
}

static void who_is_one_with_a_telling_is_not_what_that_is_not(void)
{
    begin();
    tell(AHD_ACT_MEET, "qa", "tr", "2020-11-01");
    tell(AHD_ACT_MEET, "qa", "tr", "2020-11-02");
    tell(AHD_ACT_MEET, "eg", "tr", "2020-11-03");
    ahd_parting said = ahd_parting_new(s.arena, 3);
    CHECK(ahd_parting_join(&said, 1, 2) && ahd_parting_part(&said, 2, 0));
    settle_said(&said);
    CHECK(s.occurrences.count == 2);
    CHECK(s.occurrence_of[1] == s.occurrence_of[2]);
}

static void of_what_is_one_the_first_that_has_a_day_leads(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "");
    accuse("ly-lna", "tr", "2020-10-27");
    ahd_parting said = ahd_parting_new(s.arena, 2);
    CHECK(ahd_parting_join(&said, 0, 1));
    settle_said(&said);
    CHECK(s.occurrences.count == 1 && s.occurrences.items[0].first == 1);
    CHECK(s.disputes.count == 2);
}

static void a_denial_that_people_point_at_a_claim_elsewhere_replies(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-10-26");
    ahd_report *deny = tell(AHD_ACT_DENY, "tr", NULL, "2020-12-26");
    *ahd_vec_push(s.arena, &deny->links) =
        (ahd_link){1, AHD_STR("denied_claim"), 1};
    settle();
    CHECK(s.disputes.items[0].replies.count == 1);
    CHECK(s.disputes.items[0].replies.items[0].linked);
}

static void meetings_of_other_people_or_days_are_two(void)
{
    begin();
    tell(AHD_ACT_MEET, "qa", "tr", "2020-11-01");
    tell(AHD_ACT_MEET, "qa", "eg", "2020-11-01");
    tell(AHD_ACT_MEET, "qa", "tr", "2020-11-09");
    settle();
    CHECK(s.occurrences.count == 3);
}

static void other_numbers_are_another_act(void)
{
    begin();
    about(tell(AHD_ACT_EXTEND, "ly-gna", NULL, "2020-11-01"), TRUCE, "")
        ->numbers = AHD_STR("5");
    about(tell(AHD_ACT_EXTEND, "ly-gna", NULL, "2020-11-01"), TRUCE, "")
        ->numbers = AHD_STR("7");
    settle();
    CHECK(s.occurrences.count == 2);
}

static void what_one_document_tells_as_two_is_two(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-11-01");
    accuse("ly-lna", "ly-gna", "2020-11-01");
    s.reports.items[1].page = s.reports.items[0].page;
    s.reports.items[1].sha256 = s.reports.items[0].sha256;
    s.reports.items[1].n = 2;
    settle();
    CHECK(s.occurrences.count == 2);
}

static void copies_are_one_story(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-11-01")->story = AHD_STR("root");
    accuse("ly-lna", "ly-gna", "2020-11-01")->story = AHD_STR("root");
    accuse("ly-lna", "ly-gna", "2020-11-01");
    settle();
    CHECK(s.occurrences.count == 1);
    CHECK(s.occurrences.items[0].stories == 2);
    CHECK(s.disputes.items[0].stories == 2);
}

/* ------------------------------------------------------------- the ladder */

static void one_speaker_stands_on_the_first_rung(void)
{
    begin();
    accuse("p-ahmed-mismari", "ly-gna", "2020-10-26");
    settle();
    CHECK(s.disputes.count == 1);
    CHECK_STR(s.disputes.items[0].accused.id, "ly-gna");
    CHECK_STR(s.disputes.items[0].claims.items[0].side.id, "ly-lna");
    CHECK(s.disputes.items[0].rung == AHD_RUNG_ONE_SPEAKER);
}

static void two_speakers_of_one_side_stand_on_the_second(void)
{
    begin();
    accuse("p-ahmed-mismari", "ly-gna", "2020-10-26");
    accuse("p-khalifa-haftar", "ly-gna", "2020-10-27");
    settle();
    CHECK(s.disputes.count == 1);
    CHECK(s.disputes.items[0].claimants == 2);
    CHECK(s.disputes.items[0].sides == 1);
    CHECK(s.disputes.items[0].rung == AHD_RUNG_ONE_SIDE);
}

static void speakers_of_two_sides_stand_on_the_third(void)
{
    begin();
    accuse("p-ahmed-mismari", "ly-gna", "2020-10-26");
    accuse("eg", "ly-gna", "2020-10-27");
    settle();
    CHECK(s.disputes.items[0].rung == AHD_RUNG_SEVERAL_SIDES);
}

static void a_fact_told_by_an_outlet_of_no_party_stands_higher(void)
{
    begin();
    accuse("p-ahmed-mismari", "ly-gna", "2020-10-26");
    about(tell(AHD_ACT_BREACH, "ly-gna", NULL, "2020-10-27"), TRUCE, "");
    settle();
    CHECK(s.disputes.items[0].rung == AHD_RUNG_OUTLET);
}

static void each_rung_has_the_day_on_which_it_was_reached_first(void)
{
    const ahd_dispute *d;

    begin();
    accuse("p-ahmed-mismari", "ly-gna", "2020-10-26");
    accuse("eg", "ly-gna", "2020-10-28");
    accuse("p-khalifa-haftar", "ly-gna", "2020-10-29");
    about(tell(AHD_ACT_BREACH, "ly-gna", NULL, "2020-10-30"), TRUCE, "");
    settle();
    d = &s.disputes.items[0];
    CHECK(d->climbed[AHD_RUNG_UNNAMED] == ahd_day_of(2020, 10, 26));
    CHECK(d->climbed[AHD_RUNG_ONE_SPEAKER] == ahd_day_of(2020, 10, 26));
    CHECK(d->climbed[AHD_RUNG_ONE_SIDE] == ahd_day_of(2020, 10, 28));
    CHECK(d->climbed[AHD_RUNG_SEVERAL_SIDES] == ahd_day_of(2020, 10, 28));
    CHECK(d->climbed[AHD_RUNG_OUTLET] == ahd_day_of(2020, 10, 30));
    CHECK(d->climbed[AHD_RUNG_ADMITTED] == AHD_NO_DAY);
    CHECK(d->rung == AHD_RUNG_OUTLET);
}

static void an_outlet_that_nobody_knows_is_no_higher_rung(void)
{
    begin();
    about(tell(AHD_ACT_BREACH, "ly-gna", NULL, "2020-10-27"), TRUCE, "")
        ->outlet = who("some paper");
    settle();
    CHECK(s.disputes.items[0].rung == AHD_RUNG_UNNAMED);
}

static void who_admits_and_the_monitor_stand_highest(void)
{
    begin();
    about(tell(AHD_ACT_BREACH, "ly-gna", NULL, "2020-10-27"), TRUCE, "")
        ->speaker = who("ly-gna");
    settle();
    CHECK(s.disputes.items[0].rung == AHD_RUNG_ADMITTED);
    begin();
    accuse("unsmil", "ly-gna", "2020-10-27");
    settle();
    CHECK(s.disputes.items[0].rung == AHD_RUNG_FOUND);
}

static void an_accused_whom_nobody_names_is_inferred(void)
{
    begin();
    accuse("p-ahmed-mismari", "ly-gna", "2020-10-26");
    accuse("p-khalifa-haftar", "المتمردون", "2020-10-27");
    settle();
    CHECK(s.disputes.count == 1);
    CHECK(!s.disputes.items[0].claims.items[0].inferred);
    CHECK(s.disputes.items[0].claims.items[1].inferred);
}

static void an_ally_who_accuses_admits_nothing(void)
{
    begin();
    about(tell(AHD_ACT_ACCUSE, "ye-saleh", "ye-houthis", "2015-07-28"),
          "ye-truce-2015-07-26", "");
    settle();
    CHECK(s.disputes.items[0].rung == AHD_RUNG_ONE_SPEAKER);
    CHECK_STR(s.disputes.items[0].claims.items[0].side.id, "ye-saleh");
}

static void nobody_is_inferred_where_many_are_accused(void)
{
    begin();
    accuse("p-ahmed-mismari", "ly-gna", "2020-10-26");
    accuse("p-ahmed-mismari", "tr", "2020-10-27");
    accuse("p-khalifa-haftar", "المتمردون", "2020-10-27");
    settle();
    CHECK(s.disputes.count == 3);
}

static void a_pause_ends_a_dispute_and_sides_have_their_own(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-10-26");
    accuse("ly-lna", "ly-gna", "2020-12-26");
    accuse("ly-gna", "ly-lna", "2020-10-27");
    settle();
    CHECK(s.disputes.count == 3);
    CHECK(s.disputes.items[0].counter.count == 1);
    CHECK(s.disputes.items[1].counter.count == 0);
}

/* --------------------------------------------------------------- replies */

static void a_denial_by_the_accused_is_a_reply(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-10-26");
    about(tell(AHD_ACT_DENY, "ly-gna", NULL, "2020-10-28"), TRUCE, "");
    settle();
    CHECK(s.disputes.items[0].replies.count == 1);
    CHECK(s.disputes.items[0].replies.items[0].kind == AHD_REPLY_BY_ACCUSED);
}

static void a_breach_that_the_accused_says_it_did_not_make_is_one(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-10-26");
    ahd_report *r =
        about(tell(AHD_ACT_BREACH, "ly-gna", NULL, "2020-10-27"), TRUCE, "");
    r->modality = AHD_NEGATED;
    r->speaker = who("ly-gna");
    settle();
    CHECK(s.disputes.count == 1);
    CHECK(s.disputes.items[0].replies.count == 1);
}

static void who_denies_his_own_claim_retracts_it(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-10-26");
    ahd_report *deny = tell(AHD_ACT_DENY, "ly-lna", NULL, "2020-10-26");
    deny->page = 1;
    deny->n = 2;
    *ahd_vec_push(s.arena, &deny->links) =
        (ahd_link){1, AHD_STR("denied_claim"), 0};
    settle();
    CHECK(s.disputes.items[0].replies.count == 1);
    CHECK(s.disputes.items[0].replies.items[0].kind == AHD_REPLY_RETRACTED);
}

static void a_stranger_to_the_dispute_does_not_reply(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-10-26");
    about(tell(AHD_ACT_DENY, "tr", NULL, "2020-10-28"), TRUCE, "");
    settle();
    CHECK(s.disputes.items[0].replies.count == 0);
    CHECK(s.disputes.items[0].searched == 2);
    CHECK(s.disputes.items[0].by_accused == 0);
}

static void a_third_who_denies_beside_the_claim_replies(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-10-26");
    about(tell(AHD_ACT_DENY, "tr", NULL, "2020-10-26"), TRUCE, "")->page = 1;
    s.reports.items[1].n = 2;
    settle();
    CHECK(s.disputes.items[0].replies.count == 1);
    CHECK(s.disputes.items[0].replies.items[0].kind == AHD_REPLY_BY_THIRD);
}

static void what_the_agreement_does_not_cover_is_a_reply_of_its_own(void)
{
    begin();
    accuse("ly-lna", "ly-gna", "2020-10-26");
    about(tell(AHD_ACT_DENY, "ly-gna", NULL, "2020-10-28"), TRUCE, "")->scope =
        true;
    settle();
    CHECK(s.disputes.items[0].replies.items[0].kind == AHD_REPLY_SCOPE);
}

/* ------------------------------------------------------------ commitments */

static const ahd_fulfilment *clause(ahd_fulfilments *all, const char *n)
{
    ahd_fulfilment_find(&s, all);
    for (uint32_t i = 0; i < all->count; i++) {
        const ahd_commitment *c =
            ahd_kb_commitment_at(s.kb, all->items[i].commitment);
        if (ahd_str_eq(ahd_kb_str(s.kb, c->n), ahd_str_from(n)))
            return &all->items[i];
    }
    CHECK(!"the clause is there");
    return NULL;
}

static ahd_fulfilled status_of(ahd_report *one, const char *speaker)
{
    ahd_fulfilments all = {0};

    if (speaker)
        one->speaker = who(speaker);
    about(one, TRUCE, "1");
    settle();
    return clause(&all, "1")->status;
}

static void what_only_the_bound_side_says_is_not_met(void)
{
    begin();
    CHECK(status_of(tell(AHD_ACT_IMPLEMENT, "ly-gna", NULL, "2020-11-02"),
                    "ly-gna") == AHD_FULFILLED_UNKNOWN);
    begin();
    CHECK(status_of(tell(AHD_ACT_IMPLEMENT, "ly-gna", NULL, "2020-11-02"),
                    "unsmil") == AHD_FULFILLED_MET);
}

static void an_adversary_alone_makes_nothing_missed(void)
{
    begin();
    CHECK(status_of(tell(AHD_ACT_ACCUSE, "ly-lna", "ly-gna", "2021-05-02"),
                    NULL) == AHD_FULFILLED_UNKNOWN);
    begin();
    CHECK(status_of(tell(AHD_ACT_BREACH, "ly-gna", NULL, "2021-05-02"),
                    "unsmil") == AHD_FULFILLED_MISSED);
}

/* ----------------------------------------------------------------- order */

/* The same reports in another order make the same. */
static void the_order_of_arrival_does_not_matter(void)
{
    uint32_t claims[2], first[2];

    for (int turn = 0; turn < 2; turn++) {
        begin();
        for (int i = 0; i < 6; i++) {
            int k = turn ? 5 - i : i;
            ahd_report *r =
                accuse(k % 2 ? "p-ahmed-mismari" : "p-khalifa-haftar", "ly-gna",
                       k < 3 ? "2020-10-26" : "2020-10-27");
            r->page = k + 1;
            r->sha256 = (ahd_str){&"abcdef"[k], 1};
        }
        settle();
        claims[turn] = s.disputes.items[0].claims.count;
        first[turn] =
            (uint32_t)s.reports.items[s.occurrences.items[0].first].page;
    }
    CHECK(claims[0] == claims[1]);
    CHECK(first[0] == first[1]);
}

int main(void)
{
    RUN(a_meeting_told_by_two_papers_is_one);
    RUN(what_people_say_is_one_or_two_stands_before_what_it_looks_like);
    RUN(who_is_one_with_a_telling_is_not_what_that_is_not);
    RUN(of_what_is_one_the_first_that_has_a_day_leads);
    RUN(a_denial_that_people_point_at_a_claim_elsewhere_replies);
    RUN(meetings_of_other_people_or_days_are_two);
    RUN(other_numbers_are_another_act);
    RUN(what_one_document_tells_as_two_is_two);
    RUN(copies_are_one_story);
    RUN(one_speaker_stands_on_the_first_rung);
    RUN(two_speakers_of_one_side_stand_on_the_second);
    RUN(speakers_of_two_sides_stand_on_the_third);
    RUN(each_rung_has_the_day_on_which_it_was_reached_first);
    RUN(a_fact_told_by_an_outlet_of_no_party_stands_higher);
    RUN(an_outlet_that_nobody_knows_is_no_higher_rung);
    RUN(who_admits_and_the_monitor_stand_highest);
    RUN(an_accused_whom_nobody_names_is_inferred);
    RUN(an_ally_who_accuses_admits_nothing);
    RUN(nobody_is_inferred_where_many_are_accused);
    RUN(a_pause_ends_a_dispute_and_sides_have_their_own);
    RUN(a_denial_by_the_accused_is_a_reply);
    RUN(a_breach_that_the_accused_says_it_did_not_make_is_one);
    RUN(who_denies_his_own_claim_retracts_it);
    RUN(a_stranger_to_the_dispute_does_not_reply);
    RUN(a_third_who_denies_beside_the_claim_replies);
    RUN(what_the_agreement_does_not_cover_is_a_reply_of_its_own);
    RUN(what_only_the_bound_side_says_is_not_met);
    RUN(an_adversary_alone_makes_nothing_missed);
    RUN(the_order_of_arrival_does_not_matter);
    ahd_arena_free(s.arena);
    return test_failures != 0;
}
