#include "store/paired.h"

#include "test.h"

static ahd_buf out = {.max = 1 << 12};

static ahd_str ids(ahd_str names, ahd_str kept)
{
    return ahd_paired_ids(names, kept, &out);
}

static void ids_stand_beside_their_names(void)
{
    CHECK_STR(ids(AHD_STR("Qatar | Iran"), AHD_STR("ir\t | qa\t")), "qa | ir");
    CHECK_STR(ids(AHD_STR("قطر | إيران"), AHD_STR("ir\t | qa\t")), "qa | ir");
    CHECK_STR(ids(AHD_STR("Iran"), AHD_STR("ir\t")), "ir");
    CHECK_STR(ids(AHD_STR(""), AHD_STR("")), "");
}

static void who_is_not_known_has_an_empty_piece(void)
{
    CHECK_STR(ids(AHD_STR("the delegation | Iran"), AHD_STR("ir\t")), " | ir");
    CHECK_STR(ids(AHD_STR("the delegation | two men"), AHD_STR("")), " | ");
}

static void a_name_of_the_pages_is_within_what_they_are_called(void)
{
    CHECK_STR(ids(AHD_STR("Iran | Huda Nasr, the minister | the mayor"),
                  AHD_STR("ir\t | ~p-hdnsr\tHuda Nasr")),
              "ir | ~p-hdnsr | ");
}

static void what_no_name_is_like_comes_last(void)
{
    CHECK_STR(ids(AHD_STR("the man"), AHD_STR("~p-x\tHuda Nasr")), "~p-x");
    CHECK_STR(ids(AHD_STR("Iran"), AHD_STR("ir\t | qa\t")), "ir | qa");
    CHECK_STR(ids(AHD_STR(""), AHD_STR("qa\t")), "qa");
}

static void ids_have_the_names_of_the_registry(void)
{
    CHECK_STR(ahd_paired_names(AHD_STR("qa | no-such"), false, &out),
              "Qatar | no-such");
    CHECK_STR(ahd_paired_names(AHD_STR("qa"), true, &out), "قطر");
}

int main(void)
{
    RUN(ids_stand_beside_their_names);
    RUN(who_is_not_known_has_an_empty_piece);
    RUN(a_name_of_the_pages_is_within_what_they_are_called);
    RUN(what_no_name_is_like_comes_last);
    RUN(ids_have_the_names_of_the_registry);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
