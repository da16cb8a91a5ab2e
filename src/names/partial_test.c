#include "names/partial.h"

#include "reading.h"

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
                     .role = role("minister-interior"),
                     .of = actor("ly-gna-moi")};
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
