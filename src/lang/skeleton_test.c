#include "lang/skeleton.h"

#include "test.h"

static bool same(const char *a, const char *b)
{
    return ahd_skeleton_add(0, ahd_str_from(a)) ==
           ahd_skeleton_add(0, ahd_str_from(b));
}

static void spellings_of_a_name_have_one_skeleton(void)
{
    CHECK(same("خليفه حفتر", "خليفة حفطر"));
    CHECK(same("فتحي باشاغا", "فتحي بشاغا"));
    CHECK(same("القذافي", "القدافي"));
}

static void so_have_its_latin_forms(void)
{
    CHECK(same("خليفه حفتر", "khalifa hifter"));
    CHECK(same("معمر القذافي", "muammar al-gaddafi"));
    CHECK(same("معمر القذافي", "moammar gadhafi"));
    CHECK(same("سامح شكري", "sameh shoukry"));
    CHECK(same("انطونيو غوتيريش", "antonio guterres"));
    CHECK(same("viktor yanukovych", "viktor yanukovitch"));
    CHECK(same("جميله", "djamila"));
}

static void servants_are_written_together_or_apart(void)
{
    CHECK(same("عبد الرحمن", "عبدالرحمن"));
    CHECK(same("عبد الرحمن", "abdul rahman"));
    CHECK(same("عبد الرحمن", "abdelrahman"));
    CHECK(same("عبدالله", "abdullah"));
    CHECK(same("عبد الفتاح السيسي", "abdel-fattah el-sisi"));
}

static void other_names_have_another(void)
{
    CHECK(!same("فايز السراج", "فتحي باشاغا"));
    CHECK(!same("سالم", "سامر"));
}

static void it_goes_on_where_it_was(void)
{
    ahd_skeleton s = ahd_skeleton_add(0, AHD_STR("فائز"));

    CHECK(ahd_skeleton_add(s, AHD_STR("السراج")) ==
          ahd_skeleton_add(0, AHD_STR("fayez al-sarraj")));
    CHECK(ahd_skeleton_length(ahd_skeleton_add(s, AHD_STR("السراج"))) == 5);
}

static void what_has_no_consonant_has_none(void)
{
    CHECK(ahd_skeleton_add(0, AHD_STR("")) == 0);
    CHECK(ahd_skeleton_add(0, AHD_STR("اوا يي -- 123")) == 0);
    CHECK(ahd_skeleton_add(0, AHD_STR("\xD8\xFF")) == 0);
}

static void long_names_are_cut(void)
{
    ahd_skeleton s = ahd_skeleton_add(0, AHD_STR("bdbdbdbdbdbdbdbdbdbdbdbd"));

    CHECK(ahd_skeleton_length(s) == AHD_SKELETON_LONGEST);
    CHECK(ahd_skeleton_add(s, AHD_STR("bd")) == s);
}

int main(void)
{
    RUN(spellings_of_a_name_have_one_skeleton);
    RUN(so_have_its_latin_forms);
    RUN(servants_are_written_together_or_apart);
    RUN(other_names_have_another);
    RUN(it_goes_on_where_it_was);
    RUN(what_has_no_consonant_has_none);
    RUN(long_names_are_cut);
    return test_failures != 0;
}
