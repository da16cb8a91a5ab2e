#include "names/crowd.h"

#include "reading.h"

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
    CHECK(m->of == actor("sd"));
}

static void a_known_name_after_the_head_is_that_actor(void)
{
    read_text("أعلن تنظيم \"داعش\" مسؤوليته.");
    CHECK(of_words("تنظيم \"داعش\"")->id != AHD_NONE);
}

static void an_agency_is_called_by_its_name(void)
{
    read_text("نقلت وكالة \"رويترز\" عن مسؤول أن الهدنة صامدة.");
    CHECK(of_words("وكالة \"رويترز\"")->id == actor("reuters"));
}

static void a_body_of_a_known_body_is_another(void)
{
    read_text("زارت لجنة الأمم المتحدة المخيم.");
    CHECK(of_words("لجنة الأمم المتحدة")->id != actor("un"));
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
    CHECK(of_words("الاتحاد الأوروبي")->id == actor("eu"));
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
    CHECK(of_words("ضباط الجيش الجزائري")->of == actor("dz-army"));
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
    CHECK(m->other[0].id == actor("sd"));
    CHECK(m->other[1].id == actor("td"));
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
    CHECK(m->of == actor("fr-mofa") || m->of == actor("fr"));
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

/* What the tagger, another module, may say: a person of tokens 1 and 2. */
static void tag_a_person(const ahd_kb *none, ahd_doc *of, ahd_arena *scratch)
{
    uint32_t start = of->tokens.items[1].at.start;
    uint32_t end = ahd_span_end(of->tokens.items[2].at);

    (void)none, (void)scratch;
    *ahd_vec_push(of->arena, &of->named) =
        (ahd_named){{start, end - start}, 1, 3, 0, AHD_NAMED_PERSON, 0.99f};
}

static void the_tagger_licenses_a_name(void)
{
    static stage *const with_a_tagger[] = {
        ahd_text_split, ahd_morph_segment, ahd_morph_tag, ahd_chunks_find,
        tag_a_person,   ahd_names_find,    NULL};
    const char *text = "صافح فلان الفلاني الجنود.";

    read_text(text);
    CHECK(find("فلان الفلاني") == NULL);
    stages = with_a_tagger;
    read_text(text);
    CHECK(of_words("فلان الفلاني")->kind == AHD_MENTION_PERSON);
    stages = with_chunks;
}

static void endless_phrases_are_read_in_parts(void)
{
    static const char *const words[] = {"لجنة ", "الحركة ", "مسؤول باسم ",
                                        "وزراء خارجية مصر و", NULL};

    for (const char *const *word = words; *word; word++) {
        read_endless(*word);
        CHECK(in_order());
    }
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    stages = with_chunks;
    RUN(a_head_and_its_complement_are_a_body);
    RUN(a_head_without_either_is_none);
    RUN(a_name_in_marks_belongs_to_its_head);
    RUN(a_known_name_after_the_head_is_that_actor);
    RUN(an_agency_is_called_by_its_name);
    RUN(a_body_of_a_known_body_is_another);
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
