#include "names/place.h"

#include "reading.h"

/* The id of the place that these words are read as; empty when none. */
static ahd_str place(const char *words)
{
    for (uint32_t i = 0; i < doc.mentions.count; i++) {
        const ahd_mention *m = &doc.mentions.items[i];
        if (m->kind == AHD_MENTION_PLACE &&
            ahd_str_eq(ahd_doc_words(&doc, m->at), ahd_str_from(words)))
            return ahd_kb_str(kb, ahd_kb_place_at(kb, m->id)->id);
    }
    return AHD_STR("");
}

static void one_name_of_two_cities(void)
{
    read_text("اجتمعت اللجنة في طرابلس اللبنانية أمس.");
    CHECK_STR(place("طرابلس اللبنانية"), "tripoli-lb");
    read_text("تسلم الجيش اللبناني مواقع في لبنان بينها طرابلس أمس.");
    CHECK_STR(place("طرابلس"), "tripoli-lb");
    read_text("أعلن الجيش الليبي أن المصرف المركزي الليبي في طرابلس أغلق.");
    CHECK_STR(place("طرابلس"), "tripoli");
    CHECK(doc.mentions.count > 0);
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (doc.mentions.items[i].kind == AHD_MENTION_PLACE)
            CHECK(doc.mentions.items[i].others > 1);
}

static void the_gazetteer_knows_towns(void)
{
    read_text("قال الجيش الليبي إن قواته دخلت بلدة العجيلات الليبية.");
    CHECK_STR(place("العجيلات"), "ly-al-ajaylat");
    read_text("Libyan forces entered the town of Al Abyar in Libya.");
    CHECK_STR(place("Al Abyar"), "ly-al-abyar");
}

static void words_of_the_language_need_a_noun(void)
{
    read_text("رفعت الطائرات المصرية الراية البيضاء فوق مصر.");
    CHECK_STR(place("البيضاء"), "");
    read_text("قال الجيش العراقي إن المعدات حديثة في العراق.");
    CHECK_STR(place("حديثة"), "");
    read_text("دخل الجيش العراقي مدينة حديثة في العراق.");
    CHECK_STR(place("حديثة"), "iq-hadithah");
}

static void an_article_is_part_of_a_name(void)
{
    read_text("وصل الوفد المصري إلى السويس في مصر.");
    CHECK_STR(place("السويس"), "suez");
    read_text("قال محلل في كريدي سويس عن مصر والقاهرة.");
    CHECK_STR(place("سويس"), "");
    read_text("توجه الوفد البريطاني للندن أمس.");
    CHECK_STR(place("للندن"), "london");
}

static void a_capital_by_its_country(void)
{
    read_text("تستضيف العاصمة القطرية الدوحة جولة جديدة.");
    CHECK_STR(place("العاصمة القطرية الدوحة"), "doha");
    read_text("يصل الوفد إلى العاصمة الإثيوبية غدا.");
    CHECK_STR(place("العاصمة الإثيوبية"), "addis-ababa");
    read_text("They met in the Ethiopian capital on Monday.");
    CHECK_STR(place("Ethiopian capital"), "addis-ababa");
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(one_name_of_two_cities);
    RUN(the_gazetteer_knows_towns);
    RUN(words_of_the_language_need_a_noun);
    RUN(an_article_is_part_of_a_name);
    RUN(a_capital_by_its_country);
    ahd_arena_free(arena);
    return test_failures != 0;
}
