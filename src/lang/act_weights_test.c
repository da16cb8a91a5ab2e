#include "lang/act_weights.h"

#include "test.h"

#include <math.h>

enum { BITS = 3, ROWS = 1 << BITS };

/* A section with three rows, two of which want the same slot. */
typedef struct section {
    ahd_act_head head;
    ahd_act_row rows[ROWS];
} section;

static ahd_act_weights open_section(section *s, ahd_lexica *lang)
{
    *s = (section){.head = {.bits = BITS, .rows = 3}};
    s->rows[1] = (ahd_act_row){1, {3, -2}};
    s->rows[2] = (ahd_act_row){1 + ROWS, {5}};
    s->rows[7] = (ahd_act_row){7, {0, 0, 9}};
    for (int i = 0; i < ROWS; i++)
        if (s->rows[i].symptom != 0)
            ahd_act_head_see(&s->head, s->rows[i].symptom);
    for (int i = 0; i < AHD_ACT_EXPS; i++)
        s->head.exps[i] = (float)exp(-i / (double)AHD_ACT_UNIT);
    *lang = (ahd_lexica){0};
    lang->tables[AHD_LANG_ACTS] = (ahd_lang_table){s, sizeof *s};
    return ahd_act_weights_open(lang);
}

static void rows_of_one_slot_are_told_apart(void)
{
    static section s;
    ahd_lexica lang;
    ahd_act_weights w = open_section(&s, &lang);

    CHECK(ahd_act_weights_find(&w, 1) == &s.rows[1]);
    CHECK(ahd_act_weights_find(&w, 1 + ROWS) == &s.rows[2]);
    CHECK(ahd_act_weights_find(&w, 1 + 2 * ROWS) == NULL);
}

static void what_was_never_learned_says_nothing(void)
{
    static section s;
    ahd_lexica lang;
    ahd_act_weights w = open_section(&s, &lang);
    const uint32_t symptoms[] = {1, 99, 1 + ROWS, 7};
    int32_t sums[AHD_ACT_LANES] = {0};

    ahd_act_weights_sum(&w, symptoms, 4, sums);
    CHECK(sums[0] == 8);
    CHECK(sums[1] == -2);
    CHECK(sums[2] == 9);
}

static void a_score_is_a_likelihood(void)
{
    static section s;
    ahd_lexica lang;
    ahd_act_weights w = open_section(&s, &lang);

    CHECK(fabsf(ahd_act_weights_sure(&w, 0) - 0.5f) < 1e-6f);
    CHECK(ahd_act_weights_sure(&w, AHD_ACT_UNIT) > 0.73f);
    CHECK(ahd_act_weights_sure(&w, -AHD_ACT_UNIT) < 0.27f);
    CHECK(ahd_act_weights_sure(&w, 4000) == 1);
    CHECK(ahd_act_weights_sure(&w, -4000) == 0);
}

static void either_of_two_is_likelier_than_one(void)
{
    static section s;
    ahd_lexica lang;
    ahd_act_weights w = open_section(&s, &lang);

    CHECK(ahd_act_weights_either(&w, 0, 0) == 44); /* ln 2, in 64ths */
    CHECK(ahd_act_weights_either(&w, -400, 20) == 20);
    CHECK(ahd_act_weights_either(&w, 20, -400) == 20);
}

static void without_weights_nothing_is_said(void)
{
    const ahd_lexica lang = {0};
    ahd_act_weights w = ahd_act_weights_open(&lang);
    const uint32_t symptom = 1;
    int32_t sums[AHD_ACT_LANES] = {0};

    ahd_act_weights_sum(&w, &symptom, 1, sums);
    CHECK(sums[0] == 0);
    CHECK(ahd_act_weights_find(&w, 1) == NULL);
    CHECK(ahd_act_weights_either(&w, 3, 5) == 5);
}

int main(void)
{
    RUN(rows_of_one_slot_are_told_apart);
    RUN(what_was_never_learned_says_nothing);
    RUN(a_score_is_a_likelihood);
    RUN(either_of_two_is_likelier_than_one);
    RUN(without_weights_nothing_is_said);
    return test_failures != 0;
}
