#include "names/near.h"

#include "test.h"

static void equal_spellings_are_not_apart(void)
{
    CHECK(ahd_near_distance(AHD_STR("سالم"), AHD_STR("سالم")) < 0.001f);
    CHECK(ahd_near_distance(AHD_STR(""), AHD_STR("")) < 0.001f);
}

static void vowels_come_and_go_cheaply(void)
{
    CHECK(ahd_near_cost(AHD_STR("سليمن"), AHD_STR("سليمان")) < 0.5f);
    CHECK(ahd_near_cost(AHD_STR("haftar"), AHD_STR("hiftar")) < 0.7f);
}

static void letters_of_one_sound_are_near(void)
{
    CHECK(ahd_near_distance(AHD_STR("طرابلس"), AHD_STR("ترابلس")) < 0.1f);
    CHECK(ahd_near_distance(AHD_STR("غالب"), AHD_STR("جالب")) < 0.15f);
}

static void a_name_is_near_to_its_latin_form(void)
{
    CHECK(ahd_near_distance(AHD_STR("حفتر"), AHD_STR("haftar")) < 0.2f);
    CHECK(ahd_near_distance(AHD_STR("القذافي"), AHD_STR("al-gaddafi")) < 0.2f);
    CHECK(ahd_near_distance(AHD_STR("شكري"), AHD_STR("shoukry")) < 0.2f);
    CHECK(ahd_near_distance(AHD_STR("حفتر"), AHD_STR("salame")) > 0.4f);
}

static void other_letters_are_not(void)
{
    CHECK(ahd_near_distance(AHD_STR("علي"), AHD_STR("سالم")) > 0.4f);
    CHECK(ahd_near_cost(AHD_STR("وفاق"), AHD_STR("وفاء")) > 0.7f);
}

static void the_cost_is_the_same_both_ways(void)
{
    ahd_str a = AHD_STR("عبد الله"), b = AHD_STR("عبدالاله");

    CHECK(ahd_near_cost(a, b) > ahd_near_cost(b, a) - 0.001f);
    CHECK(ahd_near_cost(a, b) < ahd_near_cost(b, a) + 0.001f);
}

static void two_people_of_one_first_name_are_two(void)
{
    CHECK(ahd_near_names(AHD_STR("محمد علي"), AHD_STR("محمد سالم")) > 0.9f);
    CHECK(ahd_near_names(AHD_STR("محمد سالم"), AHD_STR("محمد صالم")) < 0.1f);
}

static void very_long_words_are_cut_not_overrun(void)
{
    char text[4 * AHD_NEAR_LONGEST];

    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 2 ? 'b' : 'a';
    CHECK(ahd_near_distance((ahd_str){text, sizeof text}, AHD_STR("b")) > 0.2f);
}

int main(void)
{
    RUN(equal_spellings_are_not_apart);
    RUN(vowels_come_and_go_cheaply);
    RUN(letters_of_one_sound_are_near);
    RUN(a_name_is_near_to_its_latin_form);
    RUN(other_letters_are_not);
    RUN(the_cost_is_the_same_both_ways);
    RUN(two_people_of_one_first_name_are_two);
    RUN(very_long_words_are_cut_not_overrun);
    return test_failures != 0;
}
