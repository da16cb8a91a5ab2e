#include "morph/rank.h"

#include "test.h"

#include <string.h>

enum { A = AHD_POS_NOUN, B = AHD_POS_VERB };

static int16_t after[AHD_WEIGHTS_TAGS * AHD_WEIGHTS_TAGS * AHD_WEIGHTS_TAGS];

static ahd_option option(uint8_t pos, int32_t score)
{
    return (ahd_option){.score = score, .pos = pos, .tags = {pos}, .count = 1};
}

static void set_after(uint32_t that, uint32_t before, uint32_t tag, int16_t by)
{
    after[(that * AHD_WEIGHTS_TAGS + before) * AHD_WEIGHTS_TAGS + tag] = by;
}

static void the_best_option_is_chosen_where_nothing_follows_it(void)
{
    ahd_option options[] = {option(A, 1), option(B, 2)};
    ahd_ranked words[] = {{options, 2, 0}, {options, 2, 0}};

    memset(after, 0, sizeof after);
    ahd_rank_choose(after, words, 2);
    CHECK(words[0].chosen == 1 && words[1].chosen == 1);
}

/* By itself each is a noun; a verb after a noun at the edge outweighs it. */
static void what_stands_before_decides(void)
{
    ahd_option options[] = {option(A, 3), option(B, 0)};
    ahd_ranked words[] = {{options, 2, 0}, {options, 2, 0}};

    memset(after, 0, sizeof after);
    set_after(AHD_TAG_EDGE, A, B, 5);
    ahd_rank_choose(after, words, 2);
    CHECK(words[0].chosen == 0 && words[1].chosen == 1);
}

static void what_comes_later_changes_what_came_first(void)
{
    ahd_option options[] = {option(A, 3), option(B, 0)};
    ahd_option verb[] = {option(B, 0)};
    ahd_ranked words[] = {{options, 2, 0}, {options, 2, 0}, {verb, 1, 0}};

    memset(after, 0, sizeof after);
    set_after(B, A, B, 9);
    ahd_rank_choose(after, words, 3);
    CHECK(words[0].chosen == 1 && words[1].chosen == 0);
}

static void the_end_of_the_sentence_counts(void)
{
    ahd_option options[] = {option(A, 3), option(B, 0)};
    ahd_ranked words[] = {{options, 2, 0}};

    memset(after, 0, sizeof after);
    set_after(AHD_TAG_EDGE, B, AHD_TAG_EDGE, 9);
    ahd_rank_choose(after, words, 1);
    CHECK(words[0].chosen == 1);
}

static void more_paths_than_the_beam_holds_leave_a_way(void)
{
    static ahd_option options[AHD_POS_COUNT];
    static ahd_ranked words[AHD_RANK_WORDS];

    memset(after, 0, sizeof after);
    for (uint8_t i = 0; i < AHD_POS_COUNT; i++)
        options[i] = option(i, i == 7);
    for (uint32_t i = 0; i < AHD_RANK_WORDS; i++)
        words[i] = (ahd_ranked){options, AHD_POS_COUNT, 0};
    ahd_rank_choose(after, words, AHD_RANK_WORDS);
    for (uint32_t i = 0; i < AHD_RANK_WORDS; i++)
        CHECK(words[i].chosen == 7);
}

int main(void)
{
    RUN(the_best_option_is_chosen_where_nothing_follows_it);
    RUN(what_stands_before_decides);
    RUN(what_comes_later_changes_what_came_first);
    RUN(the_end_of_the_sentence_counts);
    RUN(more_paths_than_the_beam_holds_leave_a_way);
    return test_failures != 0;
}
