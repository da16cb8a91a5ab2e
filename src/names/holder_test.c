#include "names/holder.h"

#include "reading.h"

static void an_office_alone_is_of_the_texts_country(void)
{
    read_on("وصل الوفد إلى ألمانيا. وقال وزير المالية إن ألمانيا لن تدفع.",
            ahd_day_of(2014, 3, 1));
    const ahd_mention *m = of_words("وزير المالية");
    CHECK(m->id == actor("p-schauble"));
    CHECK(m->how == AHD_HOW_POST && m->score < 0.8f);
}

static void of_two_countries_it_stays_open(void)
{
    read_on("التقى وفد من ألمانيا وفدا من فرنسا. وقال وزير المالية إن فرنسا "
            "لن تدفع. ووافقت ألمانيا.",
            ahd_day_of(2014, 3, 1));
    CHECK(of_words("وزير المالية")->id == AHD_NONE);
}

static void without_a_day_too(void)
{
    read_on("وصل الوفد إلى ألمانيا. وقال وزير المالية إن ألمانيا لن تدفع.",
            AHD_NO_DAY);
    CHECK(of_words("وزير المالية")->id == AHD_NONE);
}

static void a_former_one_is_nobody_of_that_day(void)
{
    read_on("وصل الوفد إلى ألمانيا. وقال وزير المالية السابق إنه باق في "
            "ألمانيا.",
            ahd_day_of(2014, 3, 1));
    CHECK(!is_meant("p-schauble"));
}

static void a_rare_office_needs_no_main_country(void)
{
    read_on("بحث ولي ولي العهد مع وفد روسيا في السعودية الخطة. وعاد إلى روسيا.",
            ahd_day_of(2015, 7, 21));
    CHECK(of_words("ولي ولي العهد")->id == actor("p-mbs"));
}

static void an_office_of_one_country_needs_no_text_of_it(void)
{
    read_on("حمل الوفد رسالة إلى خادم الحرمين الشريفين من فرنسا.",
            ahd_day_of(2015, 7, 21));
    CHECK(of_words("خادم الحرمين الشريفين")->id == actor("p-king-salman"));
}

static void an_envoy_is_who_was_sent_there_then(void)
{
    read_on("قال المبعوث الأممي إلى اليمن إن فرنسا تعمل.",
            ahd_day_of(2015, 7, 21));
    CHECK(of_words("المبعوث الأممي إلى اليمن")->id ==
          actor("p-ismail-ould-cheikh"));
}

static void an_army_has_one_chief(void)
{
    read_on("وصل الوفد إلى لبنان. وقال قائد الجيش إن لبنان باق.",
            ahd_day_of(2015, 8, 1));
    CHECK(of_words("قائد الجيش")->id == actor("p-qahwaji"));
}

static void without_any_country_it_stays_open(void)
{
    read_on("هو الملك. وقال الملك ذلك.", ahd_day_of(2015, 7, 25));
    CHECK(of_words("الملك")->id == AHD_NONE);
    read_on("The play is about the King. The King said so.",
            ahd_day_of(2015, 7, 25));
    CHECK(ahd_doc_check(&doc) == NULL);
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(an_office_alone_is_of_the_texts_country);
    RUN(of_two_countries_it_stays_open);
    RUN(without_a_day_too);
    RUN(a_former_one_is_nobody_of_that_day);
    RUN(a_rare_office_needs_no_main_country);
    RUN(an_office_of_one_country_needs_no_text_of_it);
    RUN(an_envoy_is_who_was_sent_there_then);
    RUN(an_army_has_one_chief);
    RUN(without_any_country_it_stays_open);
    ahd_arena_free(arena);
    return test_failures != 0;
}
