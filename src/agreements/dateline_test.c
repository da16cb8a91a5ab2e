#include "agreements/dateline.h"

#include "reading.h"

/* A stage before; the module itself knows nothing of it. */
void ahd_time_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static stage *const through_times[] = {ahd_text_split, ahd_morph_tag,
                                       ahd_time_find, NULL};

static void infer(const char *text)
{
    read_text(text);
    ahd_dateline_infer(kb, &doc, arena);
}

static void today_with_its_date_is_taken(void)
{
    infer("وصل الوفد اليوم السبت 18 فيفري 2017 إلى تونس.");
    CHECK(doc.published == ahd_day_of(2017, 2, 18));
    CHECK(doc.dated == AHD_DATED_INFERRED);
    CHECK_STR(doc.dated_because, "the text says \"اليوم السبت 18 فيفري 2017\"");
}

static void yesterday_with_its_date_is_the_day_before(void)
{
    infer("وصل الوفد أمس 18 مارس 2017 إلى تونس.");
    CHECK(doc.published == ahd_day_of(2017, 3, 19));
}

static void a_date_that_is_told_is_but_a_candidate(void)
{
    infer("عقد المؤتمر في 3 مايو 2019 في جنيف.");
    CHECK(doc.published == AHD_NO_DAY && doc.datings.count == 1);
    CHECK(doc.datings.items[0].day == ahd_day_of(2019, 5, 3));
}

static void a_weekday_chooses_among_years(void)
{
    infer("عقد المؤتمر عام 2019 ثم اجتمع الوفد الجمعة 14 يونيو.");
    CHECK(doc.published == AHD_NO_DAY && doc.datings.count > 1);
    CHECK(doc.datings.items[0].day == ahd_day_of(2019, 6, 14));
    CHECK(doc.datings.items[1].day == ahd_day_of(2024, 6, 14));
}

static void two_days_that_are_likely_are_not_clear(void)
{
    infer("وصل اليوم 18 مارس 2017 وغادر اليوم 5 مايو 2018.");
    CHECK(doc.published == AHD_NO_DAY && doc.datings.count == 2);
}

int main(void)
{
    arena = ahd_arena_new(16 << 20);
    kb = ahd_kb_embedded();
    stages = through_times;
    RUN(today_with_its_date_is_taken);
    RUN(yesterday_with_its_date_is_the_day_before);
    RUN(a_date_that_is_told_is_but_a_candidate);
    RUN(a_weekday_chooses_among_years);
    RUN(two_days_that_are_likely_are_not_clear);
    ahd_arena_free(arena);
    return test_failures != 0;
}
