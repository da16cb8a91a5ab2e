#include "names/bearer.h"

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

static void a_title_and_his_army_license_a_spelling(void)
{
    read_on("قال المتحدث باسم الجيش الوطني الليبي إن اللواء أحمد المصماري "
            "وصل إلى بنغازي في ليبيا.",
            ahd_day_of(2019, 5, 2));
    const ahd_mention *m = named("أحمد المصماري");
    CHECK(m->id == actor("p-ahmed-mismari"));
    CHECK(m->how == AHD_HOW_VARIANT && m->score > 0.8f);
}

static void without_his_country_it_is_somebody_else(void)
{
    read_on("وصل اللواء أحمد المصماري إلى طوكيو في اليابان.",
            ahd_day_of(2019, 5, 2));
    CHECK(named("أحمد المصماري")->id == AHD_NONE);
}

static void an_office_that_he_left_names_another(void)
{
    ahd_mention m = {.id = AHD_NONE};
    ahd_reader r;

    read_on("ليبيا.", ahd_day_of(2023, 5, 2));
    ahd_reader_init(&r, kb, &doc, arena);
    ahd_gate gate = {.kind = AHD_MENTION_PERSON,
                     .role = AHD_NONE,
                     .of = actor("ly-gna-moi")};
    for (uint32_t i = 0; i < kb->roles.count; i++)
        if (ahd_str_eq(ahd_kb_str(kb, ahd_kb_role_at(kb, i)->id),
                       AHD_STR("minister-interior")))
            gate.role = i;
    CHECK(!ahd_bearer_find(&r, AHD_STR("فتحي بشاغا"), &gate, &m));
    gate.former = true;
    CHECK(ahd_bearer_find(&r, AHD_STR("فتحي بشاغا"), &gate, &m));
    CHECK(m.id == actor("p-fathi-bashagha"));
}

static void a_longer_name_is_another_person(void)
{
    read_on("فازت اللاعبة سيرينا ميركل على منافستها في ألمانيا.",
            ahd_day_of(2015, 5, 2));
    CHECK(named("سيرينا ميركل")->id == AHD_NONE);
}

static void but_not_when_the_rest_is_of_his_name(void)
{
    read_on("التقى الوفد في ألمانيا أمس ولفجانج شويبله.",
            ahd_day_of(2015, 5, 2));
    CHECK(named("ولفجانج شويبله")->id == actor("p-schauble"));
}

static void a_surname_under_an_office_he_never_held_is_open(void)
{
    read_on("قال وزير المالية القطري ميركل إن الاقتصاد ينمو.",
            ahd_day_of(2015, 5, 2));
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        CHECK(doc.mentions.items[i].id != actor("p-merkel"));
}

static void any_bytes_are_no_name(void)
{
    ahd_mention m = {.id = AHD_NONE};
    ahd_reader r;
    ahd_gate gate = {
        .kind = AHD_MENTION_PERSON, .role = AHD_NONE, .of = AHD_NONE};

    read_on("", AHD_NO_DAY);
    ahd_reader_init(&r, kb, &doc, arena);
    CHECK(!ahd_bearer_find(&r, AHD_STR(""), &gate, &m));
    CHECK(!ahd_bearer_find(&r, AHD_STR("\xD9\xFF \x80"), &gate, &m));
    CHECK(!ahd_bearer_find(&r, AHD_STR("   "), &gate, &m));
}

static void a_king_goes_by_his_first_name_and_country(void)
{
    read_on("قال العاهل الأردني، الملك عبد الله، إن الأردن باق.",
            ahd_day_of(2009, 5, 25));
    CHECK(named("عبد الله")->id == actor("p-king-abdullah-jo"));
}

static void another_king_of_that_name_is_another(void)
{
    read_on("كان الملك عبد الله الأول في الأردن.", ahd_day_of(2009, 5, 25));
    CHECK(named("عبد الله")->id != actor("p-king-abdullah-jo"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(a_title_and_his_army_license_a_spelling);
    RUN(without_his_country_it_is_somebody_else);
    RUN(an_office_that_he_left_names_another);
    RUN(a_longer_name_is_another_person);
    RUN(but_not_when_the_rest_is_of_his_name);
    RUN(a_surname_under_an_office_he_never_held_is_open);
    RUN(any_bytes_are_no_name);
    RUN(a_king_goes_by_his_first_name_and_country);
    RUN(another_king_of_that_name_is_another);
    ahd_arena_free(arena);
    return test_failures != 0;
}
