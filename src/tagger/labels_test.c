#include "tagger/labels.h"

#include "test.h"

#include <math.h>
#include <string.h>

enum { PERSON = 0, PLACE = 2, OUT = AHD_LABEL_OUT };

static ahd_name_head head;

static void begin(void)
{
    memset(&head, 0, sizeof head);
    for (uint32_t i = 0; i <= AHD_LABELS; i++)
        for (uint32_t k = 0; k <= AHD_LABELS; k++)
            head.after[i][k] = ahd_labels_may_follow(i, k) ? 0 : AHD_NAME_NEVER;
    for (int i = 0; i < AHD_NAME_EXPS; i++)
        head.exps[i] = (float)exp(-i / 16.0);
}

static void a_name_goes_on_only_with_its_own_kind(void)
{
    CHECK(ahd_labels_may_follow(PERSON, PERSON + AHD_LABEL_GOES_ON));
    CHECK(ahd_labels_may_follow(PERSON + 1, PERSON + 1));
    CHECK(!ahd_labels_may_follow(PLACE, PERSON + 1));
    CHECK(!ahd_labels_may_follow(OUT, PERSON + 1));
    CHECK(!ahd_labels_may_follow(AHD_LABEL_EDGE, PLACE + 1));
    CHECK(!ahd_labels_may_follow(AHD_LABEL_OTHER, PLACE + 1));
    CHECK(ahd_labels_may_follow(PERSON + 1, PLACE));
    CHECK(ahd_labels_may_follow(PERSON, AHD_LABEL_EDGE));
}

static void the_best_row_is_one_that_may_be(void)
{
    ahd_label_scores scores[3] = {{{0}}};
    uint8_t labels[3];

    begin();
    scores[1].lanes[PERSON + 1] = 9; /* goes on with what is none */
    ahd_labels_choose(&head, scores, 3, labels);
    CHECK(labels[1] == PERSON + 1 && labels[0] == PERSON);
    scores[0].lanes[OUT] = 20;
    ahd_labels_choose(&head, scores, 3, labels);
    CHECK(labels[0] == OUT && labels[1] != PERSON + 1);
}

static void what_follows_is_weighed(void)
{
    ahd_label_scores scores[2] = {{{0}}};
    uint8_t labels[2];

    begin();
    scores[0].lanes[PLACE] = 5;
    scores[0].lanes[OUT] = 3;
    head.after[PLACE][AHD_LABEL_EDGE] = -1;
    ahd_labels_choose(&head, scores, 1, labels);
    CHECK(labels[0] == PLACE);
    head.after[PLACE][AHD_LABEL_EDGE] = -4;
    ahd_labels_choose(&head, scores, 1, labels);
    CHECK(labels[0] == OUT);
}

static void a_word_is_as_sure_as_its_score(void)
{
    ahd_label_scores scores[2] = {{{0}}};
    static ahd_label_sums sums;
    uint8_t labels[2] = {PLACE, OUT};

    begin();
    ahd_labels_prepare(&head, &sums);
    for (int k = 0; k < AHD_LABELS; k++)
        scores[0].lanes[k] = scores[1].lanes[k] = -2000;
    scores[0].lanes[PLACE] = scores[0].lanes[OUT] = 0;
    scores[1].lanes[OUT] = 0;
    ahd_labels_sum(&head, scores, 2, &sums);
    CHECK(fabs((double)ahd_labels_sure(&sums, labels, 0, 1) - .5) < 1e-3);
    scores[0].lanes[PLACE] = 16;
    ahd_labels_sum(&head, scores, 2, &sums);
    CHECK(fabs((double)ahd_labels_sure(&sums, labels, 0, 1) - .7311) < 1e-3);
}

/* Of two words: both of one name, or the first alone. */
static void a_longer_name_makes_the_shorter_one_less_sure(void)
{
    ahd_label_scores scores[2] = {{{0}}};
    static ahd_label_sums sums;
    uint8_t both[2] = {PERSON, PERSON + 1};

    begin();
    ahd_labels_prepare(&head, &sums);
    for (int k = 0; k < AHD_LABELS; k++)
        scores[0].lanes[k] = scores[1].lanes[k] = -2000;
    scores[0].lanes[PERSON] = 0;
    scores[1].lanes[PERSON + 1] = 16;
    scores[1].lanes[OUT] = 0;
    ahd_labels_sum(&head, scores, 2, &sums);
    float two = ahd_labels_sure(&sums, both, 0, 2);
    float one = ahd_labels_sure(&sums, both, 0, 1);
    CHECK(fabs((double)two - .7311) < 1e-3);
    CHECK(fabs((double)(one + two) - 1) < 1e-3);
}

int main(void)
{
    RUN(a_name_goes_on_only_with_its_own_kind);
    RUN(the_best_row_is_one_that_may_be);
    RUN(what_follows_is_weighed);
    RUN(a_word_is_as_sure_as_its_score);
    RUN(a_longer_name_makes_the_shorter_one_less_sure);
    return test_failures != 0;
}
