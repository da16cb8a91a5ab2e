#include "agreements/dateline.h"

#include "base/day.h"
#include "test.h"

/* The stages before, for a document of real words. */
void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_morph_tag(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_time_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static ahd_arena *arena;

static ahd_doc *read_text(const char *text)
{
    const ahd_kb *kb = ahd_kb_embedded();

    ahd_arena_clear(arena);
    ahd_doc *doc = ahd_doc_new(arena);
    doc->text = ahd_str_from(text);
    *ahd_vec_push(arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)doc->text.len};
    ahd_text_split(kb, doc, arena);
    ahd_morph_tag(kb, doc, arena);
    ahd_time_find(kb, doc, arena);
    ahd_dateline_infer(kb, doc, arena);
    return doc;
}

static void today_with_its_date_is_taken(void)
{
    ahd_doc *doc = read_text("وصل الوفد اليوم السبت 18 فيفري 2017 إلى تونس.");

    CHECK(doc->published == ahd_day_of(2017, 2, 18));
    CHECK(doc->dated == AHD_DATED_INFERRED);
    CHECK_STR(doc->dated_because,
              "the text says \"اليوم السبت 18 فيفري 2017\"");
}

static void yesterday_with_its_date_is_the_day_before(void)
{
    ahd_doc *doc = read_text("وصل الوفد أمس 18 مارس 2017 إلى تونس.");

    CHECK(doc->published == ahd_day_of(2017, 3, 19));
}

static void a_date_that_is_told_is_but_a_candidate(void)
{
    ahd_doc *doc = read_text("عقد المؤتمر في 3 مايو 2019 في جنيف.");

    CHECK(doc->published == AHD_NO_DAY && doc->datings.count == 1);
    CHECK(doc->datings.items[0].day == ahd_day_of(2019, 5, 3));
}

static void a_weekday_chooses_among_years(void)
{
    ahd_doc *doc =
        read_text("عقد المؤتمر عام 2019 ثم اجتمع الوفد الجمعة 14 يونيو.");

    CHECK(doc->published == AHD_NO_DAY && doc->datings.count > 1);
    CHECK(doc->datings.items[0].day == ahd_day_of(2019, 6, 14));
    CHECK(doc->datings.items[1].day == ahd_day_of(2024, 6, 14));
}

static void two_days_that_are_likely_are_not_clear(void)
{
    ahd_doc *doc = read_text("وصل اليوم 18 مارس 2017 وغادر اليوم 5 مايو 2018.");

    CHECK(doc->published == AHD_NO_DAY && doc->datings.count == 2);
}

int main(void)
{
    arena = ahd_arena_new(16 << 20);
    RUN(today_with_its_date_is_taken);
    RUN(yesterday_with_its_date_is_the_day_before);
    RUN(a_date_that_is_told_is_but_a_candidate);
    RUN(a_weekday_chooses_among_years);
    RUN(two_days_that_are_likely_are_not_clear);
    ahd_arena_free(arena);
    return test_failures != 0;
}
