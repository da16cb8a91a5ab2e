#include "names/namesake.h"

#include "reading.h"

static void a_cup_is_no_king(void)
{
    read_on("فاز الفريق بكأس الملك في السعودية. وعاد الفريق إلى السعودية.",
            ahd_day_of(2015, 7, 21));
    CHECK(!is_meant("p-king-salman"));
}

static void a_hospital_is_nobody(void)
{
    read_on("نقل الجرحى إلى مستشفى رفيق الحريري في بيروت في لبنان.",
            ahd_day_of(2015, 7, 21));
    CHECK(!is_meant("p-rafik-hariri"));
}

static void a_center_is_nobody(void)
{
    read_on("Observers of the Jimmy Carter Center arrived in Libya.",
            ahd_day_of(2015, 7, 21));
    CHECK(!is_meant("p-jimmy-carter"));
}

static void beside_no_such_noun_he_is_meant(void)
{
    read_on("زار رفيق الحريري بيروت في لبنان.", ahd_day_of(2004, 7, 21));
    CHECK(is_meant("p-rafik-hariri"));
}

static void a_surname_is_no_state(void)
{
    read_on("The report is by Jill Dougherty, Carol Jordan and Diana Magnay.",
            ahd_day_of(2011, 2, 24));
    CHECK(!is_meant("jo"));
}

static void a_state_after_a_comma_is_one(void)
{
    read_on("The minister of Egypt, Jordan and Iraq said so.",
            ahd_day_of(2011, 2, 24));
    CHECK(of_words("Jordan")->id == actor("jo"));
}

static void a_surname_there_is_nobodys_either(void)
{
    read_on("زار نوري المالكي بغداد. وقال سكان حي المالكي ذلك.",
            ahd_day_of(2012, 7, 21));
    for (uint32_t i = 1; i < doc.mentions.count; i++)
        CHECK(doc.mentions.items[i].id != actor("p-maliki"));
}

static void a_word_with_its_article_is_no_movement(void)
{
    read_text("قالت حركة فتح إن قوات الأمن تمشط معسكر الفتح قرب رام الله.");
    CHECK(is_meant("ps-fatah"));
    CHECK(find("الفتح") == NULL || find("الفتح")->id == AHD_NONE);
    read_text("تبنى تنظيم القاعدة الهجوم، ورأى خبراء أن للقاعدة خلايا هناك.");
    CHECK(of_words("للقاعدة")->id == actor("qaeda"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(a_word_with_its_article_is_no_movement);
    RUN(a_cup_is_no_king);
    RUN(a_hospital_is_nobody);
    RUN(a_center_is_nobody);
    RUN(beside_no_such_noun_he_is_meant);
    RUN(a_surname_is_no_state);
    RUN(a_state_after_a_comma_is_one);
    RUN(a_surname_there_is_nobodys_either);
    ahd_arena_free(arena);
    return test_failures != 0;
}
