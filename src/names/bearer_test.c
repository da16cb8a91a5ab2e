#include "names/bearer.h"

#include "reading.h"

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
                     .role = role("minister-interior"),
                     .of = actor("ly-gna-moi")};
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
    CHECK(!is_meant("p-merkel"));
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
