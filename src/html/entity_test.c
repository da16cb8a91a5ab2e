#include "html/entity.h"

#include "test.h"

/* What `s` begins with, read; `taken` bytes of it. */
static ahd_str read(const char *s, size_t *taken)
{
    static char out[AHD_ENTITY_BYTES];
    size_t len = 0;

    *taken = ahd_entity_read(ahd_str_from(s), 0, out, &len);
    return (ahd_str){out, *taken ? len : 0};
}

static void names_and_numbers_are_read(void)
{
    size_t taken;

    CHECK_STR(read("&amp;x", &taken), "&");
    CHECK(taken == 5);
    CHECK_STR(read("&eacute;", &taken), "é");
    CHECK_STR(read("&laquo;", &taken), "«");
    CHECK_STR(read("&#1575;", &taken), "ا");
    CHECK(taken == 7);
    CHECK_STR(read("&#x2014;", &taken), "—");
    CHECK_STR(read("&zwnj;", &taken), "\xE2\x80\x8C");
}

static void old_names_stand_without_a_semicolon(void)
{
    size_t taken;

    CHECK_STR(read("&copy2020", &taken), "©");
    CHECK(taken == 5);
    CHECK_STR(read("&ampx", &taken), "&");
    read("&rarr b", &taken);
    CHECK(taken == 0);
}

static void every_name_of_the_standard_is_known(void)
{
    size_t taken;

    CHECK_STR(read("&CounterClockwiseContourIntegral;", &taken), "∳");
    CHECK(taken == 33);
    CHECK_STR(read("&NotEqualTilde;", &taken), "\xE2\x89\x82\xCC\xB8");
    CHECK_STR(read("&nGt;", &taken), "\xE2\x89\xAB\xE2\x83\x92");
    CHECK_STR(read("&notit;", &taken), "¬");
    CHECK(taken == 4);
    CHECK_STR(read("&notin;", &taken), "∉");
}

static void in_a_value_a_name_that_goes_on_is_none(void)
{
    char out[AHD_ENTITY_BYTES];
    size_t len = 0;

    CHECK(ahd_entity_read_value(AHD_STR("&copy=2"), 0, out, &len) == 0);
    CHECK(ahd_entity_read_value(AHD_STR("&copyx"), 0, out, &len) == 0);
    CHECK(ahd_entity_read_value(AHD_STR("&copy"), 0, out, &len) == 5);
    CHECK(ahd_entity_read_value(AHD_STR("&copy;=2"), 0, out, &len) == 6);
    CHECK(ahd_entity_read_value(AHD_STR("&#65=2"), 0, out, &len) == 4);
}

static void windows_numbers_mean_what_was_meant(void)
{
    size_t taken;

    CHECK_STR(read("&#147;", &taken), "“");
    CHECK_STR(read("&#0;", &taken), "\xEF\xBF\xBD");
    CHECK_STR(read("&#xD800;", &taken), "\xEF\xBF\xBD");
    CHECK_STR(read("&#99999999999999;", &taken), "\xEF\xBF\xBD");
}

static void what_is_no_reference_is_left(void)
{
    size_t taken;

    read("& b", &taken);
    CHECK(taken == 0);
    read("&", &taken);
    CHECK(taken == 0);
    read("&#;", &taken);
    CHECK(taken == 0);
    read("&#x;", &taken);
    CHECK(taken == 0);
    read("&nosuchname;", &taken);
    CHECK(taken == 0);
}

int main(void)
{
    RUN(names_and_numbers_are_read);
    RUN(old_names_stand_without_a_semicolon);
    RUN(every_name_of_the_standard_is_known);
    RUN(in_a_value_a_name_that_goes_on_is_none);
    RUN(windows_numbers_mean_what_was_meant);
    RUN(what_is_no_reference_is_left);
    return test_failures != 0;
}
