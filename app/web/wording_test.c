#include "web/wording.h"

#include "test.h"

#include <string.h>

/* The key of a row that is out of order, or empty. */
static const char *bad_row_of(size_t words)
{
    ahd_wording_row before = {"", "", ""}, row;
    const char *bad = "";

    for (size_t i = 0; ahd_wording_at(words, i, &row); i++) {
        bool fine = strcmp(before.key, row.key) < 0 && row.en[0] && row.ar[0];
        bad = fine ? bad : row.key;
        before = row;
    }
    return bad;
}

static void the_tables_are_in_order_and_complete(void)
{
    ahd_wording_row row;
    size_t words = 0;

    for (; ahd_wording_at(words, 0, &row); words++)
        CHECK_STR(ahd_str_from(bad_row_of(words)), "");
    CHECK(words > 1);
}

static void no_word_stands_in_two_tables(void)
{
    ahd_wording_row row;

    for (size_t words = 1; ahd_wording_at(words, 0, &row); words++)
        for (size_t i = 0; ahd_wording_at(words, i, &row); i++)
            CHECK(ahd_wording_get(AHD_EN, row.key).ptr == row.en);
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
    RUN(the_tables_are_in_order_and_complete);
    RUN(no_word_stands_in_two_tables);
    RUN(a_word_is_found_in_both_languages);
    RUN(a_value_without_a_word_is_shown_as_it_is);
    return test_failures != 0;
}
