#include "names/mentions.h"

#include "reading.h"

static ahd_str name_of(const ahd_mention *m)
{
    return ahd_str_span(doc.text, m->name);
}

/* ------------------------------------------------------------------ offices */

static void an_office_and_its_holder_are_one_mention(void)
{
    read_text("وصل وزير الداخلية في حكومة الوفاق الوطني فتحي باشاغا مساء.");
    const ahd_mention *m =
        of_words("وزير الداخلية في حكومة الوفاق الوطني فتحي باشاغا");
    CHECK_STR(name_of(m), "فتحي باشاغا");
    CHECK(m->kind == AHD_MENTION_PERSON);
    CHECK(m->id == actor("p-fathi-bashagha"));
    CHECK(m->of == actor("ly-gna-moi"));
    CHECK(m->how == AHD_HOW_EXACT);
}

/* He was high commissioner of the UNHCR too. */
static void of_several_offices_the_one_that_is_said_counts(void)
{
    read_text("وحث الأمين العام أنطونيو غوتيريش الجميع على الهدوء.");
    const ahd_mention *m = of_words("الأمين العام أنطونيو غوتيريش");
    CHECK(m->id == actor("p-guterres"));
    CHECK(m->of == actor("un"));
}

/* «سيسي» is another's surname in the kb: the article is no clitic here. */
static void the_article_of_a_surname_is_its_own(void)
{
    read_text("قال الرئيس السيسي إن بلاده ملتزمة بالاتفاق.");
    const ahd_mention *m = of_words("الرئيس السيسي");
    CHECK(m->id == actor("p-sisi"));
}

static void the_office_may_follow_the_name(void)
{
    read_text("ورحب فتحي باشاغا، وزير الداخلية في حكومة الوفاق، بالخطوة.");
    const ahd_mention *m =
        of_words("فتحي باشاغا، وزير الداخلية في حكومة الوفاق");
    CHECK(m->id == actor("p-fathi-bashagha"));
    CHECK(m->of == actor("ly-gna-moi"));
}

static void an_unknown_name_after_an_office_is_a_person(void)
{
    read_text("قال وزير الدفاع التونسي نزار الشملي إن الوضع هادئ.");
    const ahd_mention *m = of_words("وزير الدفاع التونسي نزار الشملي");
    CHECK(m->kind == AHD_MENTION_PERSON && m->id == AHD_NONE);
    CHECK_STR(name_of(m), "نزار الشملي");
}

static void clitics_stay_outside(void)
{
    read_text("والتقى بوزير الخارجية القطري في المطار.");
    const ahd_mention *m = of_words("وزير الخارجية القطري");
    CHECK(m->kind == AHD_MENTION_ROLE && m->name.len == 0);
    CHECK(m->of == actor("qa-mofa"));
}

static void a_bare_office_is_its_holder_on_that_day(void)
{
    read_on("عاد وزير الداخلية في حكومة الوفاق إلى مكتبه.",
            ahd_day_of(2020, 3, 1));
    const ahd_mention *m = of_words("وزير الداخلية في حكومة الوفاق");
    CHECK(m->id == actor("p-fathi-bashagha") && m->how == AHD_HOW_POST);
    read_text("عاد وزير الداخلية في حكومة الوفاق إلى مكتبه.");
    CHECK(of_words("وزير الداخلية في حكومة الوفاق")->id == AHD_NONE);
}

static void a_former_office_has_no_present_holder(void)
{
    read_on("عاد وزير الخارجية القطري السابق إلى بيته.",
            ahd_day_of(2020, 3, 1));
    CHECK(of_words("وزير الخارجية القطري السابق")->id == AHD_NONE);
}

static void president_of_a_club_is_no_president(void)
{
    read_on("فاز رئيس نادي الصيادين بالجائزة في مصر.", ahd_day_of(2020, 3, 1));
    const ahd_mention *m = of_words("رئيس نادي الصيادين");
    CHECK(m->id == AHD_NONE && m->post == AHD_NONE);
}

static void a_counterpart_holds_the_same_office(void)
{
    read_text("اجتمع وزير الدفاع التركي مع نظيره القطري.");
    const ahd_mention *m = of_words("نظيره القطري");
    CHECK(m->kind == AHD_MENTION_ROLE && m->of != AHD_NONE);
    CHECK(m->post == of_words("وزير الدفاع التركي")->post);
}

static void english_offices_are_read_too(void)
{
    read_text("Fathi Bashagha, the interior minister in the GNA, left.");
    CHECK(doc.mentions.count == 1);
    CHECK(doc.mentions.items[0].id == actor("p-fathi-bashagha"));
    CHECK(doc.mentions.items[0].of == actor("ly-gna-moi"));
}

/* ------------------------------------------------------------ organisations */

static void heads_with_an_adjective_are_that_states(void)
{
    read_text("نددت الخارجية القطرية بالهجوم.");
    CHECK(of_words("الخارجية القطرية")->id == actor("qa-mofa"));
}

static void contested_names_follow_the_speakers(void)
{
    read_text("رحب أحمد المسماري بالهدنة. وتقدم الجيش الليبي شرقا.");
    const ahd_mention *m = of_words("الجيش الليبي");
    CHECK(m->id == actor("ly-lna") && m->how == AHD_HOW_CONTEXT);
    CHECK(m->others > 0);
}

static void contested_names_stay_open_without_them(void)
{
    read_text("وتقدم الجيش الليبي شرقا.");
    const ahd_mention *m = of_words("الجيش الليبي");
    CHECK(m->id == AHD_NONE && m->others > 1);
}

static void sides_are_a_group(void)
{
    read_text("دعا المجلس طرفا النزاع السوداني إلى الهدوء.");
    const ahd_mention *m = of_words("طرفا النزاع السوداني");
    CHECK(m->kind == AHD_MENTION_GROUP && m->id == AHD_NONE);
    CHECK(m->of == actor("sd"));
}

static void a_capital_may_stand_for_its_government(void)
{
    read_text("وصل الوفد إلى الدوحة فجرا.");
    const ahd_mention *m = of_words("الدوحة");
    CHECK(m->kind == AHD_MENTION_PLACE);
    CHECK(m->of == actor("qa"));
}

static void words_in_lower_case_are_no_countries(void)
{
    read_text("They told us to stay near the reading room.");
    CHECK(doc.mentions.count == 0);
}

/* ------------------------------------------------------------- the document */

static void a_surname_recalls_the_full_name(void)
{
    read_text("حضر العميد نزار الشملي الحفل. ثم غادر الشملي القاعة.");
    const ahd_mention *m = of_words("الشملي");
    CHECK(m->how == AHD_HOW_ANAPHOR && m->same_as == 0);
}

static void a_title_and_first_name_recall_it_too(void)
{
    read_text("استقبل الشيخ محمد بن عبد الرحمن آل ثاني الوفد. "
              "وشكر الشيخ محمد الحاضرين.");
    const ahd_mention *m = of_words("الشيخ محمد");
    CHECK(m->how == AHD_HOW_ANAPHOR);
    CHECK(m->id == actor("p-mohammed-bin-abdulrahman"));
}

/* ------------------------------------------------------------ near spellings
 */

static void an_office_licenses_a_near_spelling(void)
{
    read_text("وصل وزير الداخلية في حكومة الوفاق الوطني فتحي بشاقا أمس.");
    const ahd_mention *m =
        of_words("وزير الداخلية في حكومة الوفاق الوطني فتحي بشاقا");
    CHECK(m->id == actor("p-fathi-bashagha") && m->how == AHD_HOW_VARIANT);
    CHECK(m->score > 0.5f && m->score < 0.96f);
}

static void without_an_office_it_is_another_name(void)
{
    read_text("وصل العميد فتحي بشاقا أمس.");
    CHECK(of_words("العميد فتحي بشاقا")->id == AHD_NONE);
}

static void another_holder_is_not_a_near_spelling(void)
{
    read_text("وصل وزير الداخلية في حكومة الوفاق الوطني فتحي منصور أمس.");
    CHECK(of_words("وزير الداخلية في حكومة الوفاق الوطني فتحي منصور")->id ==
          AHD_NONE);
}

static void one_slip_from_a_named_organisation_is_that(void)
{
    read_text("أعلنت حكومة الوفاق الوطني القرار. ورفضت حكومة الويفاق التعليق.");
    const ahd_mention *m = of_words("حكومة الويفاق");
    CHECK(m->id == actor("ly-gna") && m->how == AHD_HOW_VARIANT);
}

static void other_words_need_a_mangled_text(void)
{
    read_text("أعلنت حكومة الوفاق الوطني القرار. ورفضت حكومة التفاهم التعليق.");
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        CHECK(doc.mentions.items[i].how != AHD_HOW_VARIANT);
    CHECK(doc.conditions.count == 0);
    read_text("أعلنت حكومة الوفاق الوطني القرار. ورفضت حكومة التفاهم التعليق. "
              "ووصل وزير الداخلية في حكومة الوفاق الوطني فتحي بشاقا ووزير "
              "الخارجية في حكومة الوفاق الوطني محمد الطاهر صيلا.");
    CHECK(of_words("حكومة التفاهم")->id == actor("ly-gna"));
    CHECK(doc.conditions.count == 1);
    if (doc.conditions.count == 1)
        CHECK_STR(doc.conditions.items[0].is, "machine_mangled");
}

static void one_man_spelled_otherwise_mangles_no_text(void)
{
    read_text("أعلنت حكومة الوفاق الوطني القرار. ورفضت حكومة التفاهم التعليق. "
              "ووصل وزير الداخلية في حكومة الوفاق الوطني فتحي بشاقا.");
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        CHECK(doc.mentions.items[i].kind == AHD_MENTION_PERSON ||
              doc.mentions.items[i].how != AHD_HOW_VARIANT);
    CHECK(doc.conditions.count == 0);
}

/* ------------------------------------------------------------------ any text
 */

static void mentions_are_in_order_and_apart(void)
{
    read_text("وزير وزير الخارجية، رئيس رئيس الشيخ الشيخ محمد محمد و و، قطر "
              "قطر الدوحة حكومة الوفاق حكومة الجيش الليبي نظيره القطري.");
    CHECK(in_order());
    read_text("");
    CHECK(doc.mentions.count == 0);
}

static void what_was_not_there_yet_is_not_meant(void)
{
    read_on("دعا الوفد إلى تشكيل حكومة الوحدة الوطنية في ليبيا.",
            ahd_day_of(2015, 7, 1));
    CHECK(!is_meant("ly-gnu"));
    read_on("دعا الوفد إلى لقاء حكومة الوحدة الوطنية في ليبيا.",
            ahd_day_of(2021, 7, 1));
    CHECK(of_words("حكومة الوحدة الوطنية")->id == actor("ly-gnu"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    stages = without_segments;
    RUN(of_several_offices_the_one_that_is_said_counts);
    RUN(an_office_and_its_holder_are_one_mention);
    RUN(the_article_of_a_surname_is_its_own);
    RUN(the_office_may_follow_the_name);
    RUN(an_unknown_name_after_an_office_is_a_person);
    RUN(clitics_stay_outside);
    RUN(a_bare_office_is_its_holder_on_that_day);
    RUN(a_former_office_has_no_present_holder);
    RUN(president_of_a_club_is_no_president);
    RUN(a_counterpart_holds_the_same_office);
    RUN(english_offices_are_read_too);
    RUN(heads_with_an_adjective_are_that_states);
    RUN(contested_names_follow_the_speakers);
    RUN(contested_names_stay_open_without_them);
    RUN(sides_are_a_group);
    RUN(a_capital_may_stand_for_its_government);
    RUN(words_in_lower_case_are_no_countries);
    RUN(a_surname_recalls_the_full_name);
    RUN(a_title_and_first_name_recall_it_too);
    RUN(an_office_licenses_a_near_spelling);
    RUN(without_an_office_it_is_another_name);
    RUN(another_holder_is_not_a_near_spelling);
    RUN(one_slip_from_a_named_organisation_is_that);
    RUN(other_words_need_a_mangled_text);
    RUN(one_man_spelled_otherwise_mangles_no_text);
    RUN(mentions_are_in_order_and_apart);
    RUN(what_was_not_there_yet_is_not_meant);
    ahd_arena_free(arena);
    return test_failures != 0;
}
