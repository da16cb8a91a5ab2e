#include "agreements/agreements.h"

#include "reading.h"

/* Stages before; the module itself knows nothing of them. */
void ahd_time_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static stage *const through_agreements[] = {
    ahd_text_split, ahd_morph_segment, ahd_morph_tag,       ahd_chunks_find,
    ahd_names_find, ahd_time_find,     ahd_agreements_find, NULL};

/* The first agreement of the text is said in these words. */
static bool says(const char *text, const char *words)
{
    read_text(text);
    return doc.agreements.count > 0 &&
           ahd_str_eq(ahd_doc_words(&doc, doc.agreements.items[0].at),
                      ahd_str_from(words));
}

static void what_it_is_about_is_part_of_it(void)
{
    CHECK(says("رفضوا اتفاقا جديدا حول الهجرة.", "اتفاقا جديدا حول الهجرة"));
    CHECK(says("وقعوا هدنة لوقف إطلاق النار.", "هدنة لوقف إطلاق النار"));
}

static void what_is_joined_is_not(void)
{
    CHECK(says("دعا إلى الهدنة والوفاء بها.", "الهدنة"));
    CHECK(says("نفذوا اتفاق السلم والشراكة أمس.", "اتفاق السلم والشراكة"));
}

static void a_relative_clause_is_not(void)
{
    CHECK(says("رحب بالهدنة التي دعت إليها المملكة.", "بالهدنة"));
    CHECK(says("نفذوا اتفاق السلام الموقع في الدوحة.", "اتفاق السلام"));
}

static void with_whom_and_where_is(void)
{
    CHECK(says("تدعم الاتفاق مع إيران بقوة.", "الاتفاق مع إيران"));
    CHECK(says("خرقوا وقف إطلاق النار في اليمن أمس.",
               "وقف إطلاق النار في اليمن"));
}

static void a_name_in_marks_is(void)
{
    CHECK(says("انتقد اتفاقية \"نافتا\" بشدة.", "اتفاقية \"نافتا\""));
    CHECK(doc.agreements.items[0].how == AHD_HOW_NAMED);
}

static void a_list_of_resolutions_is_a_mention_each(void)
{
    read_text("أكد القرارات 2510 و2542 و2570.");
    CHECK(doc.agreements.count == 3);
}

static void english_takes_what_stands_before(void)
{
    CHECK(says("They broke the 48-hour truce in Syria.",
               "48-hour truce in Syria"));
}

static void words_of_other_things_are_no_agreements(void)
{
    static const char *const texts[] = {
        "اجتمعوا لتهدئة المخاوف.", "استمرت الحرب عقدين.", "وصل بعد عقد من ذلك.",
        "قال في مؤتمر صحفي إنه بخير.", "سمعوا إعلانه أمس."};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read_text(texts[i]);
        CHECK(doc.agreements.count == 0);
    }
}

static void endless_words_end(void)
{
    read_endless("اتفاق اتفاق في مجال اتفاق \" ");
    CHECK(doc.agreements.count > 0);
}

int main(void)
{
    arena = ahd_arena_new(256 << 20);
    kb = ahd_kb_embedded();
    stages = through_agreements;
    RUN(what_it_is_about_is_part_of_it);
    RUN(what_is_joined_is_not);
    RUN(a_relative_clause_is_not);
    RUN(with_whom_and_where_is);
    RUN(a_name_in_marks_is);
    RUN(a_list_of_resolutions_is_a_mention_each);
    RUN(english_takes_what_stands_before);
    RUN(words_of_other_things_are_no_agreements);
    RUN(endless_words_end);
    ahd_arena_free(arena);
    return test_failures != 0;
}
