#include "web/wording.h"

#include "test.h"

#include <string.h>

static void the_table_is_in_order_and_complete(void)
{
    ahd_wording_row before = {"", "", ""}, row;
    const char *bad = "";

    for (size_t i = 0; ahd_wording_at(i, &row); i++) {
        bool fine = strcmp(before.key, row.key) < 0 && row.en[0] && row.ar[0];
        bad = fine ? bad : row.key;
        before = row;
    }
    CHECK_STR(ahd_str_from(bad), ""); /* out of order, or empty */
}

static void a_word_is_found_in_both_languages(void)
{
    CHECK_STR(ahd_wording_get(AHD_EN, "site.name"), "Ahd");
    CHECK_STR(ahd_wording_get(AHD_AR, "site.name"), "عهد");
    CHECK_STR(ahd_wording_get(AHD_AR, "no.such"), "?");
}

static void a_value_without_a_word_is_shown_as_it_is(void)
{
    CHECK_STR(ahd_wording_of(AHD_AR, "act", AHD_STR("accuse")), "اتّهم بالخرق");
    CHECK_STR(ahd_wording_of(AHD_AR, "act", AHD_STR("teleport")), "teleport");
    CHECK_STR(ahd_wording_of(AHD_AR, "act", AHD_STR("")), "");
}

int main(void)
{
    RUN(the_table_is_in_order_and_complete);
    RUN(a_word_is_found_in_both_languages);
    RUN(a_value_without_a_word_is_shown_as_it_is);
    return test_failures != 0;
}
