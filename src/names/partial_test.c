#include "names/partial.h"

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

static void a_longer_name_is_his_when_his_army_is_named(void)
{
    read_on("أعلن الجيش الوطني الليبي في ليبيا أن اللواء خليفة بلقاسم حفتر "
            "عاد. وقالت القيادة العامة للجيش الوطني الليبي إنه بخير.",
            ahd_day_of(2019, 5, 2));
    CHECK(named("خليفة بلقاسم حفتر")->id == actor("p-khalifa-haftar"));
}

static void but_not_where_only_his_country_is(void)
{
    ahd_mention m = {.id = AHD_NONE};
    ahd_reader r;

    read_on("ليبيا.", ahd_day_of(2010, 5, 2));
    ahd_reader_init(&r, kb, &doc, arena);
    ahd_gate gate = {
        .kind = AHD_MENTION_PERSON, .role = AHD_NONE, .of = AHD_NONE};
    CHECK(!ahd_partial_find(&r, AHD_STR("فتحي سالم باشاغا"), &gate, &m));
}

static void an_office_licenses_a_slip(void)
{
    ahd_mention m = {.id = AHD_NONE};
    ahd_reader r;

    read_on("ليبيا.", ahd_day_of(2019, 5, 2));
    ahd_reader_init(&r, kb, &doc, arena);
    ahd_gate gate = {.kind = AHD_MENTION_PERSON,
                     .role = AHD_NONE,
                     .of = actor("ly-gna-moi")};
    for (uint32_t i = 0; i < kb->roles.count; i++)
        if (ahd_str_eq(ahd_kb_str(kb, ahd_kb_role_at(kb, i)->id),
                       AHD_STR("minister-interior")))
            gate.role = i;
    CHECK(ahd_partial_find(&r, AHD_STR("فتحي باشافا"), &gate, &m));
    CHECK(m.id == actor("p-fathi-bashagha"));
    CHECK(!ahd_partial_find(&r, AHD_STR("سالم باشافا"), &gate, &m));
    CHECK(!ahd_partial_find(&r, AHD_STR("فتحي"), &gate, &m));
    CHECK(!ahd_partial_find(&r, AHD_STR(""), &gate, &m));
}

static void an_office_forgives_a_slip_of_the_first_name(void)
{
    read_on("قال جون إيرنست المتحدث باسم البيت الأبيض إن واشنطن تعمل.",
            ahd_day_of(2015, 7, 24));
    CHECK(named("جون إيرنست")->id == actor("p-earnest"));
}

static void without_the_office_it_is_another(void)
{
    read_on("قال جون إيرنست إن واشنطن تعمل.", ahd_day_of(2015, 7, 24));
    CHECK(named("جون إيرنست")->id != actor("p-earnest"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(a_longer_name_is_his_when_his_army_is_named);
    RUN(but_not_where_only_his_country_is);
    RUN(an_office_licenses_a_slip);
    RUN(an_office_forgives_a_slip_of_the_first_name);
    RUN(without_the_office_it_is_another);
    ahd_arena_free(arena);
    return test_failures != 0;
}
