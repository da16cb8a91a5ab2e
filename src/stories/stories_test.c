#include "stories/stories.h"

#include "stories/copied.h"
#include "stories/hallmark.h"
#include "stories/sorted.h"
#include "test.h"

static ahd_arena *arena, *scratch;

/* ------------------------------------------------- documents made of hashes */

enum { MOST = 12, ROWS = 40 };

static ahd_story_doc docs[MOST];
static uint32_t doc_count;

/* Rows [first, first + count) and traits of the same numbers; `seed` tells
 * stories apart. */
static ahd_story_doc *tell(const char *key, int32_t day, uint32_t seed,
                           uint32_t first, uint32_t count)
{
    ahd_story_doc *d = &docs[doc_count++];
    ahd_fingerprint *p = &d->print;

    *d = (ahd_story_doc){.key = ahd_str_from(key), .day = day};
    p->lang = AHD_LANG_AR;
    p->words = count + 2;
    p->grams.items = ahd_new(arena, uint32_t, count);
    p->traits.items = ahd_new(arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) {
        p->whole = p->whole * 31 + seed * 1000 + first + i;
        p->grams.items[p->grams.count++] = seed << 20 | (first + i) << 8;
        p->traits.items[p->traits.count++] =
            seed << 20 | (first + i) << 8 | AHD_HALLMARK_NUMBER;
    }
    p->whole = p->whole << 32 | p->whole;
    return d;
}

static ahd_stories find(void)
{
    ahd_stories out;

    ahd_stories_find(docs, doc_count, arena, scratch, &out);
    return out;
}

static void start(void)
{
    ahd_arena_clear(arena);
    ahd_arena_clear(scratch);
    doc_count = 0;
}

static const ahd_story_link *between(const ahd_stories *s, uint32_t from,
                                     uint32_t to)
{
    for (uint32_t i = 0; i < s->links.count; i++)
        if (s->links.items[i].from == from && s->links.items[i].to == to)
            return &s->links.items[i];
    return NULL;
}

static void the_same_words_are_an_exact_copy_of_the_earlier(void)
{
    start();
    tell("a", 11, 1, 0, ROWS);
    tell("b", 10, 1, 0, ROWS);
    const ahd_stories s = find();
    const ahd_story_link *link = between(&s, 0, 1);
    CHECK(link && link->alike.kind == AHD_ALIKE_EXACT);
    CHECK(s.story[0] == 1 && s.root[0] == 1 && s.root[1] == 1);
    CHECK(s.parent[1] == AHD_NONE);
}

static void a_part_is_a_near_copy_of_the_longer_of_one_day(void)
{
    start();
    tell("a", 10, 1, 0, ROWS / 4);
    tell("b", 10, 1, 0, ROWS);
    const ahd_stories s = find();
    const ahd_story_link *link = between(&s, 0, 1);
    CHECK(link && link->alike.kind == AHD_ALIKE_NEAR);
    CHECK(link && link->alike.words[0] == 1 && link->alike.words[1] == 0.25f);
}

static void who_shares_nothing_is_a_root_of_its_own(void)
{
    start();
    tell("a", 10, 1, 0, ROWS);
    tell("b", 10, 2, 0, ROWS);
    const ahd_stories s = find();
    CHECK(s.links.count == 0);
    CHECK(s.story[0] == 0 && s.story[1] == 1);
}

/* C joins both, and copies the nearer. */
static void a_document_of_two_has_two_roots_in_its_story(void)
{
    start();
    tell("a", 10, 1, 0, ROWS);
    tell("b", 10, 1, ROWS, ROWS);
    tell("c", 11, 1, 0, 2 * ROWS);
    const ahd_stories s = find();
    CHECK(s.story[2] == s.story[0] && s.story[2] == s.story[1]);
    CHECK(s.root[0] == 0 && s.root[1] == 1);
}

static void say(ahd_story_sayings *said, uint32_t one, uint32_t other,
                bool joins)
{
    *ahd_vec_push(arena, said) =
        (ahd_story_said){.one = one, .other = other, .joins = joins};
}

static void what_people_say_is_one_story_has_one_root(void)
{
    ahd_story_sayings said = {0};

    start();
    tell("a", 10, 1, 0, ROWS);
    tell("b", 12, 2, 0, ROWS);
    tell("c", 13, 2, 0, ROWS);
    ahd_stories s = find();
    say(&said, 2, 0, true);
    ahd_stories_tell(&s, doc_count, arena, &said);
    CHECK(said.items[0].stands && !said.items[0].found);
    CHECK(s.story[1] == 0 && s.story[2] == 0);
    CHECK(s.root[1] == 0 && s.root[2] == 0);
    CHECK(between(&s, 1, 0)->alike.kind == AHD_ALIKE_SAID);
    CHECK(between(&s, 2, 1)->alike.kind == AHD_ALIKE_EXACT);
}

static void what_people_say_is_no_copy_is_none_and_the_newest_word_stands(void)
{
    ahd_story_sayings said = {0};

    start();
    tell("a", 10, 1, 0, ROWS);
    tell("b", 12, 1, 0, ROWS);
    tell("c", 13, 1, 0, ROWS / 2);
    ahd_stories s = find();
    CHECK(s.story[1] == 0 && s.story[2] == 0);
    say(&said, 0, 1, false);
    say(&said, 1, 2, true);
    say(&said, 1, 0, true);
    ahd_stories_tell(&s, doc_count, arena, &said);
    CHECK(said.items[0].stands && said.items[0].found);
    CHECK(said.items[1].stands && !said.items[2].stands);
    CHECK(s.story[1] == 1 && s.story[2] == 1 && s.root[2] == 1);
    CHECK(s.root[1] == 1 && s.parent[1] == AHD_NONE);
}

static void the_same_rows_with_other_numbers_are_no_copy(void)
{
    start();
    tell("a", 10, 1, 0, ROWS);
    ahd_story_doc *b = tell("b", 10, 1, 0, ROWS);
    b->print.whole++;
    for (uint32_t i = 0; i < b->print.traits.count; i++)
        b->print.traits.items[i] += 2u << 20;
    const ahd_stories s = find();
    CHECK(s.links.count == 0);
}

/* The weather of eight days: most words are the form's, each day has some of
 * its own, and nothing that is told is the same. */
static void a_form_that_is_filled_otherwise_is_no_copy(void)
{
    static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h"};

    start();
    for (uint32_t i = 0; i < 8; i++) {
        ahd_story_doc *d = tell(keys[i], 10 + (int32_t)i, 1, 0, ROWS);
        d->print.whole += i;
        for (uint32_t k = 0; k < 10; k++)
            d->print.grams.items[ROWS - 10 + k] = (2 + i) << 20 | k << 8;
        d->print.traits.count = 3;
        for (uint32_t k = 0; k < 3; k++)
            d->print.traits.items[k] =
                (2 + i) << 20 | k << 8 | AHD_HALLMARK_NUMBER;
    }
    const ahd_stories s = find();
    for (uint32_t i = 0; i < s.links.count; i++)
        CHECK(!ahd_stories_is_copy(&s.links.items[i]));
    CHECK(s.story[7] == 7 && s.root[7] == 7);
}

static void the_same_traits_in_other_words_are_spun(void)
{
    start();
    tell("a", 10, 1, 0, ROWS);
    ahd_story_doc *b = tell("b", 11, 2, 0, ROWS);
    b->print.traits = docs[0].print.traits;
    for (uint32_t i = 0; i < ROWS; i += 2) /* half of them are of order */
        b->print.traits.items[i] += AHD_HALLMARK_PAIR - AHD_HALLMARK_NUMBER;
    const ahd_stories s = find();
    const ahd_story_link *link = between(&s, 1, 0);
    CHECK(link && link->alike.kind == AHD_ALIKE_SPUN);
}

static void the_same_traits_in_another_language_are_a_translation(void)
{
    start();
    tell("a", 10, 1, 0, ROWS);
    ahd_story_doc *b = tell("b", 11, 2, 0, ROWS);
    b->print.traits = docs[0].print.traits;
    for (uint32_t i = 0; i < ROWS; i += 2)
        b->print.traits.items[i] += AHD_HALLMARK_PAIR - AHD_HALLMARK_NUMBER;
    b->print.lang = AHD_LANG_EN;
    const ahd_stories s = find();
    const ahd_story_link *link = between(&s, 1, 0);
    CHECK(link && link->alike.kind == AHD_ALIKE_TRANSLATION);
}

static void an_agency_that_is_credited_is_what_a_copy_came_through(void)
{
    start();
    tell("a", 10, 1, 0, ROWS)->print.credits.outlet = AHD_STR("reuters");
    tell("b", 10, 1, 0, ROWS + 5)->print.credits =
        (ahd_credits){.items = {{AHD_STR("reuters"), true}}, .count = 1};
    const ahd_stories s = find();
    const ahd_story_link *link = between(&s, 1, 0);
    CHECK(link != NULL);
    if (link)
        CHECK_STR(link->via, "reuters");
    CHECK_STR(s.agency[1], "reuters");
}

/* As pairs of keys, so that it does not matter where a document stood. */
static uint64_t sum_of(const ahd_stories *s)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < doc_count; i++)
        sum += (uint64_t)(docs[i].key.ptr[0] + 3) *
               (uint64_t)(docs[s->story[i]].key.ptr[0] * 7 +
                          docs[s->root[i]].key.ptr[0] * 131);
    for (uint32_t i = 0; i < s->links.count; i++)
        sum += (uint64_t)docs[s->links.items[i].from].key.ptr[0] * 1009 *
               (uint64_t)docs[s->links.items[i].to].key.ptr[0] *
               (s->links.items[i].alike.kind + 1);
    return sum;
}

static void the_order_in_which_documents_come_changes_nothing(void)
{
    static const char *const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    uint64_t first = 0;

    for (uint32_t turn = 0; turn < 8; turn++) {
        start();
        for (uint32_t i = 0; i < 8; i++) {
            uint32_t k = (i * 3 + turn * 5) % 8;
            tell(keys[k], 10 + (int32_t)k % 2, 1 + k % 3, 4 * k, ROWS);
        }
        const ahd_stories s = find();
        uint64_t sum = sum_of(&s);
        first = turn == 0 ? sum : first;
        CHECK(sum == first && s.links.count > 4);
    }
}

/* ------------------------------------------------------------ other pieces */

static void numbers_are_sorted_by_all_their_bits(void)
{
    uint64_t items[] = {1ull << 60, 7, 1ull << 33, 0}, spare[4];
    uint32_t few[] = {9, 4, 9, 1, 4};

    ahd_sorted_numbers(items, spare, 4);
    CHECK(items[0] == 0 && items[1] == 7 && items[2] == 1ull << 33);
    CHECK(ahd_sorted_unique(few, 5) == 3);
    CHECK(few[0] == 1 && few[1] == 4 && few[2] == 9);
}

static void a_fingerprint_is_the_same_after_it_was_kept(void)
{
    ahd_buf bytes = AHD_BUF(1 << 16);
    ahd_fingerprint back;

    start();
    ahd_fingerprint *print = &tell("a", 10, 1, 0, ROWS)->print;
    print->credits = (ahd_credits){.items = {{AHD_STR("afp"), true}},
                                   .count = 1,
                                   .outlet = AHD_STR("spa")};
    ahd_fingerprint_write(print, &bytes);
    CHECK(ahd_fingerprint_read(ahd_buf_str(&bytes), arena, &back));
    CHECK(back.whole == print->whole && back.words == print->words);
    CHECK(back.traits.count == ROWS && back.grams.count == ROWS);
    CHECK(back.grams.items[7] == print->grams.items[7]);
    CHECK_STR(back.credits.outlet, "spa");
    CHECK_STR(back.credits.items[0].agency, "afp");
    for (size_t cut = 0; cut < bytes.len; cut++)
        CHECK(!ahd_fingerprint_read((ahd_str){bytes.ptr, cut}, arena, &back));
    ahd_buf_finish(&bytes);
}

static void words_in_both_texts_are_found_in_any_spelling(void)
{
    static const char one[] = "اليوم قال الوزير إن الهدنة صامدة حتى الآن رغم "
                              "الخروقات";
    static const char other[] = "وقال الوزير ان الهدنه صامدة، حتى الان رغم "
                                "كل شيء";
    ahd_copies found = {0};

    start();
    ahd_copied_find(ahd_str_from(one), ahd_str_from(other), arena, &found);
    CHECK(found.count == 1 && found.items[0].words == 8);
    CHECK(found.count == 1 && found.items[0].at[1].start == 0);
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    scratch = ahd_arena_new(64 << 20);
    RUN(the_same_words_are_an_exact_copy_of_the_earlier);
    RUN(a_part_is_a_near_copy_of_the_longer_of_one_day);
    RUN(who_shares_nothing_is_a_root_of_its_own);
    RUN(a_document_of_two_has_two_roots_in_its_story);
    RUN(what_people_say_is_one_story_has_one_root);
    RUN(what_people_say_is_no_copy_is_none_and_the_newest_word_stands);
    RUN(the_same_rows_with_other_numbers_are_no_copy);
    RUN(a_form_that_is_filled_otherwise_is_no_copy);
    RUN(the_same_traits_in_other_words_are_spun);
    RUN(the_same_traits_in_another_language_are_a_translation);
    RUN(an_agency_that_is_credited_is_what_a_copy_came_through);
    RUN(the_order_in_which_documents_come_changes_nothing);
    RUN(numbers_are_sorted_by_all_their_bits);
    RUN(a_fingerprint_is_the_same_after_it_was_kept);
    RUN(words_in_both_texts_are_found_in_any_spelling);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return test_failures != 0;
}
