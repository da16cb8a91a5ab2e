#include "names/spelled.h"

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

/* The mention whose name these words are. */
static const ahd_mention *named(const char *words)
{
    static const ahd_mention none = {.id = AHD_NONE - 1, .how = 99};

    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (ahd_str_eq(ahd_str_span(doc.text, doc.mentions.items[i].name),
                       ahd_str_from(words)))
            return &doc.mentions.items[i];
    printf("nobody is named \"%s\"\n", words);
    test_failures++;
    return &none;
}

static uint32_t actor(const char *id)
{
    return ahd_kb_find_actor(kb, ahd_str_from(id));
}

static void a_name_without_a_title_is_found_by_its_skeleton(void)
{
    read_on("Ukraine said that Viktor Yanukovitch had left Ukraine.",
            ahd_day_of(2014, 3, 1));
    const ahd_mention *m = named("Viktor Yanukovitch");
    CHECK(m->id == actor("p-yanukovych") && m->how == AHD_HOW_VARIANT);
}

static bool is_named(uint32_t id)
{
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (doc.mentions.items[i].id == id)
            return true;
    return false;
}

static void not_where_his_country_is_not(void)
{
    read_on("Japan said that Viktor Yanukovitch had left Japan.",
            ahd_day_of(2014, 3, 1));
    CHECK(!is_named(actor("p-yanukovych")));
}

static void another_known_name_is_no_spelling(void)
{
    read_on("وصل وفد السعودية، ومعه محمد بن سليمان، إلى السعودية.",
            ahd_day_of(2015, 7, 21));
    CHECK(!is_named(actor("p-mbs")));
}

static void a_surname_alone_is_found_too(void)
{
    read_on("Libya denied it, but Qadaffi left Libya.", ahd_day_of(2011, 3, 1));
    CHECK(named("Qadaffi")->id == actor("p-muammar-gaddafi"));
    read_on("Japan denied it, but Qadaffi left Japan.", ahd_day_of(2011, 3, 1));
    CHECK(!is_named(actor("p-muammar-gaddafi")));
}

static void a_word_of_the_language_is_no_surname(void)
{
    read_on("Libya and the United States met. A Bedouin came from Libya.",
            ahd_day_of(2011, 3, 1));
    CHECK(!is_named(actor("p-biden")));
}

static void mentions_stay_in_order(void)
{
    read_on("Ukraine met Viktor Yanukovitch and Ukraine left. Viktor "
            "Yanukovitch left Ukraine; Viktor Yanukovitch stayed.",
            ahd_day_of(2014, 3, 1));
    CHECK(doc.mentions.count >= 6);
    for (uint32_t i = 1; i < doc.mentions.count; i++)
        CHECK(doc.mentions.items[i].first >= doc.mentions.items[i - 1].end);
}

static void who_rules_goes_by_his_last_name(void)
{
    read_on("وصل الوفد إلى تونس. وأوضح الشاهد أن تونس باقية.",
            ahd_day_of(2017, 4, 21));
    CHECK(named("الشاهد")->id == actor("p-chahed"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(a_name_without_a_title_is_found_by_its_skeleton);
    RUN(not_where_his_country_is_not);
    RUN(another_known_name_is_no_spelling);
    RUN(a_surname_alone_is_found_too);
    RUN(a_word_of_the_language_is_no_surname);
    RUN(mentions_stay_in_order);
    RUN(who_rules_goes_by_his_last_name);
    ahd_arena_free(arena);
    return test_failures != 0;
}
