#include "names/recall.h"

#include "base/day.h"
#include "names/mentions.h"
#include "test.h"

#include <string.h>

void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_morph_segment(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_morph_tag(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static ahd_arena *arena;
static ahd_doc doc;
static const ahd_kb *kb;

static void read_on(const char *text, ahd_day published)
{
    ahd_arena_clear(arena);
    memset(&doc, 0, sizeof doc);
    doc.arena = arena;
    doc.text = ahd_str_from(text);
    doc.published = published;
    doc.outlet_actor = AHD_NONE;
    *ahd_vec_push(arena, &doc.paragraphs) =
        (ahd_span){0, (uint32_t)doc.text.len};
    ahd_text_split(kb, &doc, arena);
    ahd_morph_segment(kb, &doc, arena);
    ahd_morph_tag(kb, &doc, arena);
    ahd_names_find(kb, &doc, arena);
}

static const ahd_mention *of_words(const char *words)
{
    static const ahd_mention none = {.id = AHD_NONE - 1, .how = 99};

    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (ahd_str_eq(ahd_doc_words(&doc, doc.mentions.items[i].at),
                       ahd_str_from(words)))
            return &doc.mentions.items[i];
    printf("no mention of \"%s\"\n", words);
    test_failures++;
    return &none;
}

static uint32_t actor(const char *id)
{
    return ahd_kb_find_actor(kb, ahd_str_from(id));
}

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
    RUN(a_surname_before_the_name_in_full_is_his);
    RUN(whom_the_text_has_introduced_is_meant);
    RUN(not_introduced_the_one_of_the_registry_is_meant);
    ahd_arena_free(arena);
    return test_failures != 0;
}
