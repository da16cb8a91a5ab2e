#include "agreements/merger.h"

#include "agreements/registered.h"
#include "agreements/subject.h"
#include "base/day.h"
#include "test.h"

#include <stdlib.h>

static ahd_arena *arena;
static const ahd_kb *kb;
static ahd_discoveries all;

/* A document each, by its number; days are of July 2015, 0: not said. */
static ahd_discovery *tell(const char *id, int day, int told, const char *a,
                           const char *b)
{
    ahd_discovery *d = ahd_vec_push(arena, &all);

    *d = (ahd_discovery){.id = ahd_str_from(id),
                         .document = ahd_str_from(id),
                         .noun = AHD_NOUN_AGREEMENT,
                         .arabic = true,
                         .day = day ? ahd_day_of(2015, 7, day) : AHD_NO_DAY,
                         .told = told ? ahd_day_of(2015, 7, told) : AHD_NO_DAY,
                         .words = AHD_STR("قاعده طائرات حدود غارات")};
    *ahd_vec_push(arena, &d->parties) = ahd_str_from(a);
    *ahd_vec_push(arena, &d->parties) = ahd_str_from(b);
    return d;
}

static void merge(void)
{
    qsort(all.items, all.count, sizeof *all.items, ahd_merger_order);
    ahd_merger_run(kb, arena, &all);
}

static ahd_str entry_of(const char *id)
{
    for (uint32_t i = 0; i < all.count; i++)
        if (ahd_str_eq(all.items[i].id, ahd_str_from(id)))
            return all.items[all.items[i].entry].id;
    return AHD_STR("none");
}

static void start(void)
{
    all.items = NULL;
    all.count = all.capacity = 0;
}

static void tellings_of_one_week_are_one(void)
{
    start();
    tell("b", 0, 24, "tr", "us");
    tell("a", 22, 23, "us", "tr");
    tell("c", 0, 25, "tr-gov", "us-white-house");
    merge();
    CHECK_STR(entry_of("a"), "a");
    CHECK_STR(entry_of("b"), "a");
    CHECK_STR(entry_of("c"), "a");
}

static void other_parties_are_another(void)
{
    start();
    tell("a", 22, 23, "us", "tr");
    tell("b", 22, 23, "us", "ru");
    merge();
    CHECK_STR(entry_of("b"), "b");
}

static void another_day_is_another(void)
{
    start();
    tell("a", 12, 13, "us", "tr");
    tell("b", 22, 23, "us", "tr");
    tell("c", 0, 0, "us", "tr");
    merge();
    CHECK_STR(entry_of("b"), "b");
    CHECK_STR(entry_of("c"), "c"); /* of no day at all */
}

static void another_kind_place_or_subject_is_another(void)
{
    start();
    tell("a", 22, 23, "us", "tr")->noun = AHD_NOUN_MEMORANDUM;
    tell("b", 22, 23, "us", "tr")->noun = AHD_NOUN_TREATY;
    merge();
    CHECK_STR(entry_of("b"), "b");
    start();
    tell("a", 22, 23, "us", "tr")->place = AHD_STR("ankara");
    tell("b", 22, 23, "us", "tr")->place = AHD_STR("washington");
    tell("c", 22, 23, "us", "tr")->place = AHD_STR("ankara");
    merge();
    CHECK_STR(entry_of("b"), "b");
    CHECK_STR(entry_of("c"), "a");
    start();
    tell("a", 22, 23, "us", "tr")->subject = AHD_STR("ترسيم حدود");
    tell("b", 22, 23, "us", "tr")->subject = AHD_STR("تعاون عسكري");
    merge();
    CHECK_STR(entry_of("b"), "b");
}

static void what_one_document_tells_twice_is_two(void)
{
    start();
    tell("a", 22, 23, "us", "tr");
    tell("b", 22, 23, "us", "tr")->document = AHD_STR("a");
    merge();
    CHECK_STR(entry_of("b"), "b");
}

static void the_week_alone_speaks_for_nothing(void)
{
    start();
    tell("a", 0, 22, "us", "tr");
    tell("b", 0, 23, "us", "tr")->words = AHD_STR("صادرات قمح");
    merge();
    CHECK_STR(entry_of("b"), "b");
}

static void a_copied_sentence_is_one_whoever_is_read_in_it(void)
{
    start();
    tell("a", 0, 22, "us", "tr")->sentence = AHD_STR("وقعوا اتفاقا.");
    tell("b", 0, 29, "us", "ru")->sentence = AHD_STR("وقعوا اتفاقا.");
    merge();
    CHECK_STR(entry_of("b"), "a");
}

static void of_two_that_fit_as_well_none_is_taken(void)
{
    start();
    tell("a", 22, 23, "us", "tr")->place = AHD_STR("ankara");
    tell("b", 22, 23, "us", "tr")->place = AHD_STR("washington");
    tell("c", 22, 23, "us", "tr");
    merge();
    CHECK_STR(entry_of("c"), "c");
}

static void the_order_of_arrival_decides_nothing(void)
{
    static const char *const orders[][4] = {
        {"a", "b", "c", "d"}, {"d", "c", "b", "a"}, {"b", "d", "a", "c"}};

    for (int i = 0; i < 3; i++) {
        start();
        for (int k = 0; k < 4; k++)
            tell(orders[i][k], 0, 22 + (orders[i][k][0] - 'a'), "us", "tr");
        merge();
        CHECK_STR(entry_of("d"), "a");
        CHECK_STR(entry_of("b"), "a");
    }
}

static uint32_t row(const char *id)
{
    return ahd_kb_find_agreement(kb, ahd_str_from(id));
}

static void a_discovery_is_known_in_the_registry(void)
{
    start();
    ahd_discovery *d = tell("a", 0, 0, "ye", "ye-houthis");
    d->noun = AHD_NOUN_CEASEFIRE;
    d->day = ahd_day_of(2015, 12, 15);
    merge();
    CHECK(all.items[0].same_as == row("ye-ceasefire-2015-12-15"));
    start();
    tell("a", 14, 15, "ru", "us"); /* of the nine of the JCPOA */
    merge();
    CHECK(all.items[0].same_as == AHD_KB_NONE);
}

static void a_place_or_a_subject_denies_the_registry(void)
{
    start();
    ahd_discovery *d = tell("a", 0, 0, "tr", "ru");
    d->day = ahd_day_of(2018, 9, 17);
    d->place = AHD_STR("sochi");
    merge();
    CHECK(all.items[0].same_as == row("sy-sochi-2018-09-17"));
    all.items[0].place = AHD_STR("ankara");
    merge();
    CHECK(all.items[0].same_as == AHD_KB_NONE);
    all.items[0].place = AHD_STR("");
    all.items[0].subject = AHD_STR("سياحه");
    merge();
    CHECK(all.items[0].same_as == AHD_KB_NONE);
}

static void a_government_without_rivals_stands_for_its_state(void)
{
    CHECK_STR(ahd_registered_side(kb, AHD_STR("tr-gov")), "tr");
    CHECK_STR(ahd_registered_side(kb, AHD_STR("us-state")), "us");
    CHECK_STR(ahd_registered_side(kb, AHD_STR("ly-gna")), "ly-gna");
    CHECK_STR(ahd_registered_side(kb, AHD_STR("ye-houthis")), "ye-houthis");
    CHECK_STR(ahd_registered_side(kb, AHD_STR("~p-flnflnn-ly")),
              "~p-flnflnn-ly");
}

static void subjects_are_the_same_by_the_beginnings_of_words(void)
{
    CHECK(ahd_subject_fit(AHD_STR("عسكري"), AHD_STR("تعاون عسكريه")));
    CHECK(ahd_subject_fit(AHD_STR("military"), AHD_STR("")));
    CHECK(!ahd_subject_fit(AHD_STR("trade"), AHD_STR("trains")));
    CHECK(ahd_subject_shared(AHD_STR("a b c"), AHD_STR("c a")) == 2);
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(tellings_of_one_week_are_one);
    RUN(other_parties_are_another);
    RUN(another_day_is_another);
    RUN(another_kind_place_or_subject_is_another);
    RUN(what_one_document_tells_twice_is_two);
    RUN(the_week_alone_speaks_for_nothing);
    RUN(a_copied_sentence_is_one_whoever_is_read_in_it);
    RUN(of_two_that_fit_as_well_none_is_taken);
    RUN(the_order_of_arrival_decides_nothing);
    RUN(a_discovery_is_known_in_the_registry);
    RUN(a_place_or_a_subject_denies_the_registry);
    RUN(a_government_without_rivals_stands_for_its_state);
    RUN(subjects_are_the_same_by_the_beginnings_of_words);
    ahd_arena_free(arena);
    return test_failures != 0;
}
