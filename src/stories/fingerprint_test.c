#include "stories/fingerprint.h"

#include "numbers/numbers.h"
#include "reading.h"
#include "stories/hallmark.h"
#include "stories/shingle.h"
#include "time/days.h"
#include "time/times.h"

static stage *const through_times[] = {
    ahd_text_split,  ahd_morph_segment, ahd_morph_tag,
    ahd_chunks_find, ahd_numbers_find,  ahd_names_find,
    ahd_time_find,   ahd_time_settle,   NULL};

static ahd_fingerprint print_of(const char *text)
{
    static ahd_fingerprint print;

    read_on(text, ahd_day_of(2021, 3, 2));
    doc.lang = AHD_LANG_AR;
    ahd_fingerprint_make(kb, &doc, arena, &print);
    return print;
}

static bool has_kind(const ahd_fingerprint *print, ahd_hallmark_kind kind)
{
    for (uint32_t i = 0; i < print->traits.count; i++)
        if (ahd_hallmark_kind_of(print->traits.items[i]) == kind)
            return true;
    return false;
}

static void clitics_and_the_article_do_not_change_a_word(void)
{
    uint64_t key = ahd_shingle_word(AHD_STR("اتفاقيه"));

    CHECK(ahd_shingle_word(AHD_STR("والاتفاقيه")) == key);
    CHECK(ahd_shingle_word(AHD_STR("للاتفاقيه")) == key);
    CHECK(ahd_shingle_word(AHD_STR("اتفاق")) != key);
}

static void another_spelling_has_the_same_words(void)
{
    const ahd_fingerprint a = print_of(
        "أعلنت الحكومة إرسال مساعدات إغاثية إلى القرى المتضررة صباحا.");
    uint64_t whole = a.whole;
    const ahd_fingerprint b =
        print_of("اعلنت الحكومه ارسال مساعدات اغاثيه الى القرى المتضرره صباحا");
    CHECK(a.words >= 7 && b.words == a.words && b.whole == whole);
}

static void an_agency_in_brackets_is_credited_with_the_whole(void)
{
    const ahd_fingerprint print =
        print_of("القاهرة (رويترز) - وصل الوفد إلى المدينة مساء أمس.");
    CHECK(print.credits.count == 1 && print.credits.items[0].whole);
    CHECK_STR(print.credits.items[0].agency, "reuters");
}

static void an_agency_that_tells_something_is_credited_with_a_part(void)
{
    const ahd_fingerprint print = print_of(
        "ونقلت رويترز عن مسؤول رفيع قوله إن الوفد وصل إلى المدينة مساء أمس.");
    CHECK(print.credits.count == 1 && !print.credits.items[0].whole);
}

static void agencies_without_a_name_are_known_by_their_word(void)
{
    const ahd_fingerprint print =
        print_of("وصل الوفد إلى المدينة مساء أمس (وكالات).");
    CHECK(print.credits.count == 1 && print.credits.items[0].whole);
    CHECK_STR(print.credits.items[0].agency, "agencies");
}

static void a_number_is_a_trait_and_one_of_a_date_is_a_day(void)
{
    const ahd_fingerprint print = print_of("وصل 140 محتجزا من المدينة.");
    CHECK(has_kind(&print, AHD_HALLMARK_NUMBER));
    const ahd_fingerprint dated = print_of("وصل الوفد يوم 23 أكتوبر 2020.");
    CHECK(has_kind(&dated, AHD_HALLMARK_DATE));
    CHECK(!has_kind(&dated, AHD_HALLMARK_NUMBER));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    stages = through_times;
    RUN(clitics_and_the_article_do_not_change_a_word);
    RUN(another_spelling_has_the_same_words);
    RUN(an_agency_in_brackets_is_credited_with_the_whole);
    RUN(an_agency_that_tells_something_is_credited_with_a_part);
    RUN(agencies_without_a_name_are_known_by_their_word);
    RUN(a_number_is_a_trait_and_one_of_a_date_is_a_day);
    ahd_arena_free(arena);
    return test_failures != 0;
}
