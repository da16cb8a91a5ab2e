#include "acts/doubt.h"
#include "test.h"

/* Of one word, the token of that number. */
static ahd_doubt doubt_at(uint32_t first, uint32_t end, float confidence)
{
    return (ahd_doubt){.type = AHD_ACT_ACCUSE,
                       .trigger_first = first,
                       .trigger_end = end,
                       .confidence = confidence};
}

static void add(ahd_doc *doc, uint32_t first, uint32_t end, float confidence)
{
    ahd_doubt doubt = doubt_at(first, end, confidence);

    ahd_doubt_add(doc, &doubt);
}

static void what_is_hardly_an_act_is_no_doubt(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_doc *doc = ahd_doc_new(arena);

    add(doc, 0, 1, 0.04f);
    CHECK(doc->doubts.count == 0);
    add(doc, 1, 2, 0.2f);
    CHECK(doc->doubts.count == 1);
    ahd_arena_free(arena);
}

static void of_words_that_overlap_the_surer_doubt_is_kept(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_doc *doc = ahd_doc_new(arena);

    add(doc, 0, 3, 0.2f);
    add(doc, 1, 2, 0.1f);
    CHECK(doc->doubts.count == 1 && doc->doubts.items[0].trigger_first == 0);
    add(doc, 2, 4, 0.3f);
    CHECK(doc->doubts.count == 1 && doc->doubts.items[0].trigger_first == 2);
    add(doc, 4, 5, 0.1f);
    CHECK(doc->doubts.count == 2);
    ahd_arena_free(arena);
}

static void words_of_an_act_are_no_doubt(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_doc *doc = ahd_doc_new(arena);

    add(doc, 0, 1, 0.2f);
    add(doc, 5, 9, 0.2f);
    ahd_doubt_settle(doc, 9);
    CHECK(doc->doubts.count == 2);
    ahd_doubt_settle(doc, 6);
    CHECK(doc->doubts.count == 1 && doc->doubts.items[0].trigger_first == 0);
    ahd_arena_free(arena);
}

static void of_many_the_surest_are_kept_in_order(void)
{
    enum { MANY = 10 * AHD_DOUBTS };
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_doc *doc = ahd_doc_new(arena);

    for (uint32_t i = 0; i < MANY; i++)
        add(doc, i, i + 1, i % 10 == 3 ? 0.3f : 0.1f);
    CHECK(doc->doubts.count == AHD_DOUBTS);
    for (uint32_t i = 0; i < doc->doubts.count; i++)
        CHECK(doc->doubts.items[i].trigger_first == 10 * i + 3);
    ahd_arena_free(arena);
}

int main(void)
{
    RUN(what_is_hardly_an_act_is_no_doubt);
    RUN(of_words_that_overlap_the_surer_doubt_is_kept);
    RUN(words_of_an_act_are_no_doubt);
    RUN(of_many_the_surest_are_kept_in_order);
    return test_failures != 0;
}
