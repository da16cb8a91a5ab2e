#include "names/holder.h"

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
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        CHECK(doc.mentions.items[i].id != actor("p-schauble"));
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
    ahd_arena_free(arena);
    return test_failures != 0;
}
