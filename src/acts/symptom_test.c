#include "acts/symptom.h"
#include "test.h"

/* Weights of four symptoms, in the lane of `accuse`. */
static void kinds_are_weighed_and_those_that_said_most_are_named(void)
{
    enum { ROWS = 8, LANE = AHD_ACT_ACCUSE };
    ahd_act_row rows[ROWS] = {
        {.symptom = 1, .lanes = {[LANE] = -9}},
        {.symptom = 2, .lanes = {[LANE] = 4}},
        {.symptom = 3, .lanes = {[LANE] = -3}},
        {.symptom = 4, .lanes = {[LANE] = -30}},
    };
    static ahd_act_head head;
    ahd_act_row table[ROWS] = {0};
    ahd_act_weights weights = {&head, table, ROWS - 1};
    ahd_symptoms symptoms = {.count = 5,
                             .numbers = {1, 3, 2, 4, 7},
                             .kinds = {AHD_SYMPTOM_NEAR, AHD_SYMPTOM_NEAR,
                                       AHD_SYMPTOM_SUBJECT, AHD_SYMPTOM_ALWAYS,
                                       AHD_SYMPTOM_QUOTE}};
    int32_t sums[AHD_SYMPTOM_KINDS] = {0};
    ahd_ground grounds[AHD_GROUNDS];

    for (uint32_t i = 0; i < ROWS; i++) {
        table[rows[i].symptom & (ROWS - 1)] = rows[i];
        ahd_act_head_see(&head, rows[i].symptom);
    }
    ahd_symptom_weigh(&symptoms, &weights, LANE, sums);
    CHECK(sums[AHD_SYMPTOM_NEAR] == -12 && sums[AHD_SYMPTOM_SUBJECT] == 4);
    CHECK(ahd_symptom_grounds(sums, true, grounds) == 1);
    CHECK_STR(ahd_str_from(grounds[0].what), "words beside it");
    CHECK(grounds[0].sum == -12);
    CHECK(ahd_symptom_grounds(sums, false, grounds) == 1);
    CHECK_STR(ahd_str_from(grounds[0].what), "its subject");
    CHECK(grounds[0].sum == 4);
}

static void a_few_grounds_are_told_the_weightiest_first(void)
{
    int32_t sums[AHD_SYMPTOM_KINDS] = {0};
    ahd_ground grounds[AHD_GROUNDS];

    CHECK(ahd_symptom_grounds(sums, true, grounds) == 0);
    sums[AHD_SYMPTOM_ALWAYS] = -99;
    CHECK(ahd_symptom_grounds(sums, true, grounds) == 1);
    CHECK(grounds[0].sum == -99);
    for (uint32_t kind = AHD_SYMPTOM_LEMMA; kind < AHD_SYMPTOM_WHO; kind++)
        sums[kind] = kind % 7 == 2 ? -(int32_t)kind : 1;
    CHECK(ahd_symptom_grounds(sums, true, grounds) == AHD_GROUNDS);
    CHECK(grounds[0].sum == -16 && grounds[1].sum == -9);
    CHECK(grounds[2].sum == -2);
}

int main(void)
{
    RUN(kinds_are_weighed_and_those_that_said_most_are_named);
    RUN(a_few_grounds_are_told_the_weightiest_first);
    return test_failures != 0;
}
