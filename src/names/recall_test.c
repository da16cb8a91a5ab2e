#include "names/recall.h"

#include "reading.h"

static int count_of(const char *words)
{
    int count = 0;

    for (uint32_t i = 0; i < doc.mentions.count; i++)
        count += ahd_str_eq(ahd_doc_words(&doc, doc.mentions.items[i].at),
                            ahd_str_from(words));
    return count;
}

static void a_word_that_says_something_is_a_surname(void)
{
    read_on("وصل برويز مشرف إلى باكستان. وقال مشرف إنه باق.",
            ahd_day_of(2009, 2, 23));
    CHECK(of_words("مشرف")->id == actor("p-musharraf"));
}

static void a_word_elsewhere_is_none(void)
{
    read_on("وصل برويز مشرف إلى باكستان. وهو مشرف على العمل.",
            ahd_day_of(2009, 2, 23));
    CHECK(count_of("مشرف") == 0);
}

static void a_last_name_may_be_two_words(void)
{
    read_on("هدد مولانا فضل الله الحكومة في باكستان. وهددهم فضل الله بالحرب.",
            ahd_day_of(2009, 2, 23));
    CHECK(of_words("فضل الله")->id == actor("p-fazlullah"));
}

static void the_second_part_of_a_name_is_nobody(void)
{
    read_on("قال نصر الله ذلك في بيروت. الله الله الله.",
            ahd_day_of(2015, 7, 25));
    CHECK(of_words("نصر الله")->id == actor("p-nasrallah"));
    CHECK(count_of("الله الله") == 0);
    CHECK(ahd_doc_check(&doc) == NULL);
}

static void a_surname_before_the_name_in_full_is_his(void)
{
    read_on("وصل السيد كارتر أمس. وقال الرئيس الأمريكي السابق جيمي كارتر ذلك.",
            ahd_day_of(2009, 6, 11));
    CHECK(of_words("السيد كارتر")->id == actor("p-jimmy-carter"));
}

static void whom_the_text_has_introduced_is_meant(void)
{
    read_on(
        "قال الكاتب أبو يعرب المرزوقي إن تونس باقية. وعاد المرزوقي إلى تونس.",
        ahd_day_of(2012, 7, 27));
    CHECK(of_words("المرزوقي")->id != actor("p-marzouki"));
}

static void not_introduced_the_one_of_the_registry_is_meant(void)
{
    read_on("قال الكاتب أبو يعرب إن تونس باقية. وعاد المرزوقي إلى تونس.",
            ahd_day_of(2012, 7, 27));
    CHECK(of_words("المرزوقي")->id == actor("p-marzouki"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(a_word_that_says_something_is_a_surname);
    RUN(a_word_elsewhere_is_none);
    RUN(a_last_name_may_be_two_words);
    RUN(the_second_part_of_a_name_is_nobody);
    RUN(a_surname_before_the_name_in_full_is_his);
    RUN(whom_the_text_has_introduced_is_meant);
    RUN(not_introduced_the_one_of_the_registry_is_meant);
    ahd_arena_free(arena);
    return test_failures != 0;
}
