#include "names/crowd.h"

#include "names/mentions.h"
#include "test.h"

#include <string.h>

/* The stages before; the module itself knows nothing of them. */
void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_morph_segment(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_morph_tag(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_chunks_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static ahd_arena *arena;
static ahd_doc doc;
static const ahd_kb *kb;

static void tag_nothing(void)
{
}

/* What the tagger says; it is another module. */
static void (*tag)(void) = tag_nothing;

static void read_text(const char *text)
{
    ahd_arena_clear(arena);
    memset(&doc, 0, sizeof doc);
    doc.arena = arena;
    doc.text = ahd_str_from(text);
    doc.published = AHD_NO_DAY;
    doc.outlet_actor = AHD_NONE;
    *ahd_vec_push(arena, &doc.paragraphs) = (ahd_span){0, doc.text.len};
    ahd_text_split(kb, &doc, arena);
    ahd_morph_segment(kb, &doc, arena);
    ahd_morph_tag(kb, &doc, arena);
    ahd_chunks_find(kb, &doc, arena);
    tag();
    ahd_names_find(kb, &doc, arena);
}

static const ahd_mention *find(const char *words)
{
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (ahd_str_eq(ahd_str_span(doc.text, doc.mentions.items[i].at),
                       ahd_str_from(words)))
            return &doc.mentions.items[i];
    return NULL;
}

static const ahd_mention *of_words(const char *words)
{
    static const ahd_mention none = {.id = AHD_NONE - 1, .kind = 99};
    const ahd_mention *found = find(words);

    if (found)
        return found;
    printf("no mention of \"%s\"\n", words);
    test_failures++;
    return &none;
}

/* ------------------------------------------------------------------ bodies */

static void a_head_and_its_complement_are_a_body(void)
{
    read_text("نددت النقابة العامة للأطباء بقرار لجنة الإنقاذ الأهلية.");
    CHECK(of_words("النقابة العامة للأطباء")->kind == AHD_MENTION_ORGANISATION);
    CHECK(find("لجنة الإنقاذ الأهلية") != NULL);
}

static void a_head_without_either_is_none(void)
{
    read_text("شكل الوزير لجنة ثم سافر.");
    CHECK(find("لجنة") == NULL);
}

static void a_name_in_marks_belongs_to_its_head(void)
{
    read_text("أعلنت حركة \"نداء الجبل\" السودانية الهدنة.");
    const ahd_mention *m = of_words("حركة \"نداء الجبل\" السودانية");
    CHECK(m->id == AHD_NONE);
    CHECK(m->of == ahd_kb_find_actor(kb, AHD_STR("sd")));
}

static void a_known_name_after_the_head_is_that_actor(void)
{
    read_text("أعلن تنظيم \"داعش\" مسؤوليته.");
    CHECK(of_words("تنظيم \"داعش\"")->id != AHD_NONE);
}

static void a_body_is_recalled_by_its_noun(void)
{
    read_text("وافقت حركة الخلاص الأهلية على الهدنة. وقالت الحركة إنها "
              "ستلتزم بها.");
    const ahd_mention *m = of_words("الحركة");
    CHECK(m->how == AHD_HOW_ANAPHOR);
    CHECK(m->same_as != AHD_NONE &&
          &doc.mentions.items[m->same_as] == find("حركة الخلاص الأهلية"));
}

static void words_after_a_known_body_leave_it_known(void)
{
    read_text("بحث الوفد شراكة الاتحاد الأوروبي لتونس.");
    CHECK(of_words("الاتحاد الأوروبي")->id ==
          ahd_kb_find_actor(kb, AHD_STR("eu")));
}

static void a_noun_recalls_nothing_that_was_not_named(void)
{
    read_text("قالت الحركة إنها ستلتزم بالهدنة.");
    CHECK(find("الحركة") == NULL);
}

/* ------------------------------------------------------------------ crowds */

static void people_who_act_are_a_group(void)
{
    read_text("هاجم مسلحون القافلة، واتهم الوسطاء القوات الحكومية.");
    CHECK(of_words("مسلحون")->kind == AHD_MENTION_GROUP);
    CHECK(find("الوسطاء") != NULL);
    CHECK(find("القوات الحكومية") != NULL);
}

static void people_of_a_body_act_for_it(void)
{
    read_text("قال ضباط في الجيش الليبي إن الهدنة انتهت.");
    CHECK(find("ضباط") != NULL || find("ضباط في الجيش الليبي") != NULL);
    read_text("اجتمع ضباط الجيش الجزائري أمس.");
    CHECK(of_words("ضباط الجيش الجزائري")->of ==
          ahd_kb_find_actor(kb, AHD_STR("dz-army")));
}

static void the_objects_noun_is_another(void)
{
    read_text("اتهم المتمردون الحكومة بخرق الهدنة.");
    CHECK(find("المتمردون") != NULL);
    CHECK(find("المتمردون الحكومة") == NULL);
}

static void a_masdar_is_no_crowd(void)
{
    read_text("تهدف الخطة إلى مقاومة التصحر.");
    CHECK(find("مقاومة التصحر") == NULL);
}

static void english_heads_stand_last(void)
{
    read_text("Kurdish units attacked the rebels, officials said.");
    CHECK(of_words("Kurdish units")->kind == AHD_MENTION_GROUP);
    CHECK(find("rebels") != NULL);
    CHECK(find("officials") != NULL);
}

/* ------------------------------------------------------------------- sides */

static void the_sides_are_the_two_named_together(void)
{
    read_text("وقعت السودان وتشاد اتفاقا. وتعهد الطرفان بتنفيذه.");
    const ahd_mention *m = of_words("الطرفان");
    CHECK(m->id == AHD_NONE && m->others == 2);
    CHECK(m->other[0].id == ahd_kb_find_actor(kb, AHD_STR("sd")));
    CHECK(m->other[1].id == ahd_kb_find_actor(kb, AHD_STR("td")));
}

static void a_regime_that_was_named_is_the_regime(void)
{
    read_text("اتهمت المعارضة النظام السوري بالقصف. ورفض النظام الاتهام.");
    CHECK(of_words("النظام")->id == of_words("النظام السوري")->id);
    read_text("درس الطلاب النظام في المختبر.");
    CHECK(find("النظام") == NULL);
}

/* ----------------------------------------------------------------- offices */

static void an_unknown_body_has_officers(void)
{
    read_text("قال رئيس لجنة الإنقاذ الأهلية سالم الفلاني إن الوضع صعب.");
    const ahd_mention *m = of_words("رئيس لجنة الإنقاذ الأهلية سالم الفلاني");
    CHECK_STR(ahd_str_span(doc.text, m->name), "سالم الفلاني");
    CHECK(m->post == AHD_NONE);
}

static void a_noun_of_a_person_licenses_a_name(void)
{
    read_text("قال الناشط السوداني سالم الفلاني إن الوضع صعب.");
    CHECK(of_words("الناشط السوداني سالم الفلاني")->kind == AHD_MENTION_PERSON);
}

static void an_envoy_is_sent_somewhere(void)
{
    read_text("التقى مبعوث الأمم المتحدة إلى اليمن سالم الفلاني الوفد.");
    CHECK(find("مبعوث الأمم المتحدة إلى اليمن سالم الفلاني") != NULL);
}

static void an_office_after_a_comma_introduces_a_name(void)
{
    read_text("قال عثمان الفلاني، رئيس وفد الحكومة السودانية، إن الوضع صعب.");
    CHECK(find("عثمان الفلاني، رئيس وفد الحكومة السودانية") != NULL);
}

static void an_office_in_the_plural_is_one_of_each_state(void)
{
    uint32_t role;

    read_text("اجتمع وزراء خارجية مصر والأردن وتونس في القاهرة.");
    role = of_words("وزراء خارجية مصر")->post;
    CHECK(role != AHD_NONE);
    CHECK(of_words("الأردن")->post == role);
    CHECK(of_words("تونس")->post == role);
    CHECK(of_words("تونس")->kind == AHD_MENTION_ROLE);
    read_text("اجتمع وزراء خارجية مصر في القاهرة وتونس ترحب.");
    CHECK(of_words("تونس")->kind == AHD_MENTION_STATE);
}

static void two_offices_in_a_row_have_one_holder(void)
{
    read_text("قال رئيس حزب الوفاق الأهلي النائب سالم الفلاني إن الوضع صعب.");
    CHECK(find("رئيس حزب الوفاق الأهلي النائب سالم الفلاني") != NULL);
}

static void an_office_may_have_a_pronoun(void)
{
    read_text("التقى الرئيس الفرنسي ووزير خارجيته سالم الفلاني الوفد.");
    const ahd_mention *m = of_words("وزير خارجيته سالم الفلاني");
    CHECK(m->of == ahd_kb_find_actor(kb, AHD_STR("fr-mofa")) ||
          m->of == ahd_kb_find_actor(kb, AHD_STR("fr")));
}

static void an_office_follows_a_comma_whoever_holds_it(void)
{
    read_text("قال العميد سالم الفلاني، الناطق باسم القوات اليمنية، ذلك.");
    CHECK(find("العميد سالم الفلاني، الناطق باسم القوات اليمنية") != NULL);
    read_text("حضر سالم الفلاني، وزير الخارجية المصري سامح شكري، ذلك.");
    CHECK(find("وزير الخارجية المصري سامح شكري") != NULL);
}

static void names_in_brackets_are_the_bodys(void)
{
    read_text("رحبت حركة المقاومة الإسلامية (حماس) بذلك.");
    CHECK(find("حركة المقاومة الإسلامية (حماس)") != NULL);
}

static void a_minister_may_be_of_several_things(void)
{
    read_text(
        "قالت وزيرة السياحة والصناعة التقليدية المغربية ليلى الفلاني ذلك.");
    CHECK(find("وزيرة السياحة والصناعة التقليدية المغربية ليلى الفلاني") !=
          NULL);
    read_text("التقى وزير الدفاع والوفد المرافق له الرئيس.");
    CHECK(find("وزير الدفاع") != NULL);
}

static void a_quality_is_no_office(void)
{
    read_text("دعا الحزب إلى معارضة قوية ومسؤولة.");
    CHECK(find("مسؤولة") == NULL);
}

static void a_noun_alone_is_nobody(void)
{
    read_text("سأل الصحفي خبيرا عن الهدنة.");
    CHECK(find("خبيرا") == NULL);
    CHECK(find("الصحفي") == NULL);
}

/* «سالم الفلاني» of tokens 1 and 2. */
static void tag_second_word(void)
{
    *ahd_vec_push(arena, &doc.named) = (ahd_named){
        {doc.tokens.items[1].at.start,
         ahd_span_end(doc.tokens.items[2].at) - doc.tokens.items[1].at.start},
        1,
        3,
        0,
        AHD_NAMED_PERSON,
        0.99f};
}

static void the_tagger_licenses_a_name(void)
{
    const char *text = "صافح فلان الفلاني الجنود.";

    read_text(text);
    CHECK(find("فلان الفلاني") == NULL);
    tag = tag_second_word;
    read_text(text);
    CHECK(of_words("فلان الفلاني")->kind == AHD_MENTION_PERSON);
    tag = tag_nothing;
}

static void endless_phrases_are_read_in_parts(void)
{
    static char text[60000];
    static const char *const words[] = {"لجنة ", "الحركة ", "مسؤول باسم ",
                                        "وزراء خارجية مصر و", NULL};

    for (const char *const *word = words; *word; word++) {
        text[0] = 0;
        for (size_t at = 0; at + strlen(*word) < sizeof text;
             at += strlen(*word))
            memcpy(text + at, *word, strlen(*word) + 1);
        read_text(text);
        uint32_t before = 0;
        for (uint32_t i = 0; i < doc.mentions.count; i++) {
            CHECK(doc.mentions.items[i].first >= before);
            before = doc.mentions.items[i].end;
        }
    }
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(a_head_and_its_complement_are_a_body);
    RUN(a_head_without_either_is_none);
    RUN(a_name_in_marks_belongs_to_its_head);
    RUN(a_known_name_after_the_head_is_that_actor);
    RUN(a_body_is_recalled_by_its_noun);
    RUN(words_after_a_known_body_leave_it_known);
    RUN(a_noun_recalls_nothing_that_was_not_named);
    RUN(people_who_act_are_a_group);
    RUN(people_of_a_body_act_for_it);
    RUN(the_objects_noun_is_another);
    RUN(a_masdar_is_no_crowd);
    RUN(english_heads_stand_last);
    RUN(the_sides_are_the_two_named_together);
    RUN(an_unknown_body_has_officers);
    RUN(a_noun_of_a_person_licenses_a_name);
    RUN(an_envoy_is_sent_somewhere);
    RUN(an_office_after_a_comma_introduces_a_name);
    RUN(a_regime_that_was_named_is_the_regime);
    RUN(an_office_in_the_plural_is_one_of_each_state);
    RUN(two_offices_in_a_row_have_one_holder);
    RUN(an_office_may_have_a_pronoun);
    RUN(an_office_follows_a_comma_whoever_holds_it);
    RUN(names_in_brackets_are_the_bodys);
    RUN(a_minister_may_be_of_several_things);
    RUN(a_quality_is_no_office);
    RUN(a_noun_alone_is_nobody);
    RUN(the_tagger_licenses_a_name);
    RUN(endless_phrases_are_read_in_parts);
    ahd_arena_free(arena);
    return test_failures != 0;
}
