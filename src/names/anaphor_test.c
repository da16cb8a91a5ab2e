#include "names/anaphor.h"

#include "reading.h"

/* The last of these words, which is to stand for somebody. */
static const ahd_mention *last_of(const char *words)
{
    const ahd_mention *found = NULL;

    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (ahd_str_eq(ahd_str_span(doc.text, doc.mentions.items[i].at),
                       ahd_str_from(words)))
            found = &doc.mentions.items[i];
    return found;
}

static bool stands_for(const char *words, const char *who)
{
    const ahd_mention *m = last_of(words), *other = find(who);

    if (m == NULL || other == NULL || m->how != AHD_HOW_ANAPHOR ||
        m->name.len > 0 || m->kind != other->kind)
        return false;
    return m->id != AHD_NONE ? m->id == other->id
                             : m->same_as != AHD_NONE &&
                                   &doc.mentions.items[m->same_as] == other;
}

static bool is_open(const char *words)
{
    const ahd_mention *m = last_of(words);

    return m == NULL || (m->id == AHD_NONE && m->same_as == AHD_NONE);
}

/* --------------------------------------------------------------- «المسؤول» */

static void a_noun_is_the_last_of_that_noun(void)
{
    read_text("قال مسؤول عسكري إن القوات انسحبت. وأضاف المسؤول أن الهدنة "
              "صامدة.");
    CHECK(stands_for("المسؤول", "مسؤول عسكري"));
    read_text("أفاد مصدر أمني بأن القصف توقف. وأوضح المصدر نفسه أن الهدنة "
              "صامدة.");
    CHECK(stands_for("المصدر", "مصدر أمني"));
}

static void a_noun_of_nobody_is_the_last_speaker(void)
{
    read_text("قال السيد سالم الفلاني إن الهدنة صامدة. وتابع المتحدث ذاته أن "
              "القوات انسحبت.");
    CHECK(stands_for("المتحدث ذاته", "السيد سالم الفلاني"));
    read_text("تحسن الوضع في المدينة. وتابع المتحدث ذاته أن القوات انسحبت.");
    CHECK(is_open("المتحدث ذاته"));
}

static void a_source_is_only_a_source(void)
{
    read_text("قال السيد سالم الفلاني إن الهدنة صامدة. وتابع المصدر أن القوات "
              "انسحبت.");
    CHECK(is_open("المصدر"));
    read_text("توقف مصدر إطلاق النار. وتابع المصدر أن القوات انسحبت.");
    CHECK(is_open("المصدر"));
}

static void two_who_may_be_meant_leave_it_open(void)
{
    read_text("قال مسؤول عسكري إن القوات انسحبت. وقال السيد سالم الفلاني إن "
              "الهدنة صامدة. وأضاف المسؤول أن القصف توقف.");
    CHECK(is_open("المسؤول"));
}

static void a_noun_with_more_is_another(void)
{
    read_text("قال السيد سالم الفلاني إن الهدنة صامدة. وأضاف الخبير في شؤون "
              "الحدود أن القصف توقف.");
    CHECK(is_open("الخبير"));
    read_text("قال السيد سالم الفلاني إنه قلق على الحل السياسي وأضاف أنه باق.");
    CHECK(is_open("السياسي"));
}

static void a_woman_is_no_man(void)
{
    read_text("قال السيد سالم الفلاني إن الهدنة صامدة. وتابعت المتحدثة ذاتها "
              "أن القوات انسحبت.");
    CHECK(is_open("المتحدثة ذاتها"));
}

/* ---------------------------------------------------------------- «الأخير» */

static void the_latter_is_the_nearest_of_its_gender(void)
{
    read_text("طلب حزب الله من إيران دعما، ورفضت الأخيرة ذلك.");
    CHECK(stands_for("الأخيرة", "إيران"));
}

static void the_latter_may_be_an_adjective(void)
{
    read_text("زارت إيران في الأيام الأخيرة وفود كثيرة.");
    CHECK(last_of("الأخيرة") == NULL);
    read_text("رفضت إيران العرض الأخير.");
    CHECK(last_of("الأخير") == NULL);
}

/* ---------------------------------------------------------------- pronouns */

static void a_pronoun_is_the_only_person_before(void)
{
    read_text("Mr Joe Bloggins said the truce held. He also accused the rebels "
              "of shelling.");
    CHECK(stands_for("He", "Mr Joe Bloggins"));
    read_text("Mr Joe Bloggins said the truce held. She accused the rebels of "
              "shelling.");
    CHECK(last_of("She") == NULL);
}

static void a_pronoun_of_two_is_left_open(void)
{
    read_text("Mr Joe Bloggins said that Mr Jack Snooks left. He accused the "
              "rebels of shelling.");
    CHECK(last_of("He") == NULL);
    read_text("Mr Joe Bloggins said that Mrs Jane Snooks left. He accused the "
              "rebels of shelling.");
    CHECK(stands_for("He", "Mr Joe Bloggins"));
}

static void a_pronoun_in_a_quotation_is_left_open(void)
{
    read_text("Mr Joe Bloggins said: \"Now he said it again.\"");
    CHECK(last_of("he") == NULL);
}

static void they_are_those_who_spoke(void)
{
    read_text("Rebels said the truce held. They accused Sudan of shelling.");
    CHECK(stands_for("They", "Rebels"));
    read_text("The truce held. They accused Sudan of shelling.");
    CHECK(last_of("They") == NULL);
    read_text("Rebels described what they called a truce.");
    CHECK(last_of("they") == NULL);
}

/* A pronoun is a mention for itself; those after it keep whom they mean. */
static void what_was_linked_stays_linked(void)
{
    read_text("قال السيد سالم الفلاني إن الهدنة صامدة. وتابع المتحدث ذاته أن "
              "القوات انسحبت. وزار الفلاني السودان.");
    const ahd_mention *short_name = last_of("الفلاني");
    CHECK(short_name != NULL && short_name->same_as != AHD_NONE &&
          &doc.mentions.items[short_name->same_as] ==
              find("السيد سالم الفلاني"));
}

/* Any text is read in linear time, with every mention after the one before. */
static void endless_pronouns_are_read(void)
{
    static const char *const words[] = {"قال المتحدث ذاته ", "He said ",
                                        "ورفض الأخير ", "both sides "};

    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        read_endless(words[w]);
        CHECK(in_order());
    }
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    stages = with_chunks;
    RUN(a_noun_is_the_last_of_that_noun);
    RUN(a_noun_of_nobody_is_the_last_speaker);
    RUN(a_source_is_only_a_source);
    RUN(two_who_may_be_meant_leave_it_open);
    RUN(a_noun_with_more_is_another);
    RUN(a_woman_is_no_man);
    RUN(the_latter_is_the_nearest_of_its_gender);
    RUN(the_latter_may_be_an_adjective);
    RUN(a_pronoun_is_the_only_person_before);
    RUN(a_pronoun_of_two_is_left_open);
    RUN(a_pronoun_in_a_quotation_is_left_open);
    RUN(they_are_those_who_spoke);
    RUN(what_was_linked_stays_linked);
    RUN(endless_pronouns_are_read);
    ahd_arena_free(arena);
    return test_failures != 0;
}
