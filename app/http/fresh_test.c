#include "http/fresh.h"

#include "test.h"

static char date[AHD_FRESH_DATE];

static ahd_str date_of(const char *iso)
{
    ahd_fresh_date(ahd_str_from(iso), date);
    return ahd_str_from(date);
}

static void a_tag_follows_from_the_bytes(void)
{
    char a[AHD_FRESH_TAG], b[AHD_FRESH_TAG];

    ahd_fresh_tag(AHD_STR("a"), a);
    ahd_fresh_tag(AHD_STR("a"), b);
    CHECK_STR(ahd_str_from(a), "\"af63dc4c8601ec8c\"");
    CHECK(strcmp(a, b) == 0);
    ahd_fresh_tag(AHD_STR("two"), b);
    CHECK(strcmp(a, b) != 0);
}

static void a_tag_is_found_among_several(void)
{
    CHECK(ahd_fresh_is(AHD_STR("\"a\""), AHD_STR("\"a\"")));
    CHECK(ahd_fresh_is(AHD_STR("\"x\" , W/\"a\""), AHD_STR("\"a\"")));
    CHECK(ahd_fresh_is(AHD_STR("*"), AHD_STR("\"a\"")));
    CHECK(!ahd_fresh_is(AHD_STR(""), AHD_STR("\"a\"")));
    CHECK(!ahd_fresh_is(AHD_STR("a"), AHD_STR("\"a\"")));
    CHECK(!ahd_fresh_is(AHD_STR("\"ab\", ,"), AHD_STR("\"a\"")));
}

static void times_are_written_as_http_has_them(void)
{
    CHECK_STR(date_of("2020-10-26T08:30:00Z"), "Mon, 26 Oct 2020 08:30:00 GMT");
    CHECK_STR(date_of("2020-02-29"), "Sat, 29 Feb 2020 00:00:00 GMT");
    CHECK_STR(date_of("2000-01-01T23:59:59Z"), "Sat, 01 Jan 2000 23:59:59 GMT");
    CHECK_STR(date_of("2020-13-01"), "");
    CHECK_STR(date_of("2020-10-26T08:30:00+02"), "");
    CHECK_STR(date_of("yesterday"), "");
    CHECK_STR(date_of(""), "");
}

int main(void)
{
    RUN(a_tag_follows_from_the_bytes);
    RUN(a_tag_is_found_among_several);
    RUN(times_are_written_as_http_has_them);
    return test_failures != 0;
}
