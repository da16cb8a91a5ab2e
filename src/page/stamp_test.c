#include "page/stamp.h"

#include "base/day.h"
#include "test.h"

static bool is(const char *text, const char *iso)
{
    return ahd_stamp_day(ahd_str_from(text)) ==
           ahd_day_from_iso(ahd_str_from(iso));
}

static void machine_dates_are_read(void)
{
    CHECK(is("2021-03-01T22:10:00+02:00", "2021-03-01"));
    CHECK(is("2021-03-01 22:10:00", "2021-03-01"));
    CHECK(is("2021/3/1", "2021-03-01"));
    CHECK(is("20210301", "2021-03-01"));
    CHECK(is("20210301T101500Z", "2021-03-01"));
    CHECK(is("Mon, 01 Mar 2021 20:10:00 GMT", "2021-03-01"));
    CHECK(is("March 1, 2021, 8:10 pm", "2021-03-01"));
    CHECK(is("20:10 01/03/2021", "2021-03-01"));
    CHECK(is("03/21/2021", "2021-03-21"));
}

static void arabic_months_are_read_wherever_they_are_used(void)
{
    CHECK(is("الثلاثاء، 2 مارس 2021 - 12:09 م", "2021-03-02"));
    CHECK(is("8 فيفري 2019", "2019-02-08"));
    CHECK(is("٥ كانون الثاني ٢٠٢٠", "2020-01-05"));
    CHECK(is("3 تشرين الثاني/نوفمبر 2020", "2020-11-03"));
    CHECK(is("17 يوليوز 2018", "2018-07-17"));
}

static void what_is_no_date_gives_no_day(void)
{
    CHECK(ahd_stamp_day(AHD_STR("")) == AHD_NO_DAY);
    CHECK(ahd_stamp_day(AHD_STR("yesterday")) == AHD_NO_DAY);
    CHECK(ahd_stamp_day(AHD_STR("2021-13-40")) == AHD_NO_DAY);
    CHECK(ahd_stamp_day(AHD_STR("12:30:2021")) == AHD_NO_DAY);
    CHECK(ahd_stamp_day(AHD_STR("1234567890123")) == AHD_NO_DAY);
}

static void an_address_may_have_the_day(void)
{
    ahd_day day = ahd_day_from_iso(AHD_STR("2021-03-01"));

    CHECK(ahd_stamp_of_url(AHD_STR("http://a.b/2021/03/01/talks")) == day);
    CHECK(ahd_stamp_of_url(AHD_STR("http://a.b/2021/3/1/talks")) == day);
    CHECK(ahd_stamp_of_url(AHD_STR("http://a.b/x/2021-03-01/")) == day);
    CHECK(ahd_stamp_of_url(AHD_STR("http://a.b/202103/1")) == AHD_NO_DAY);
    CHECK(ahd_stamp_of_url(AHD_STR("")) == AHD_NO_DAY);
}

int main(void)
{
    RUN(machine_dates_are_read);
    RUN(arabic_months_are_read_wherever_they_are_used);
    RUN(what_is_no_date_gives_no_day);
    RUN(an_address_may_have_the_day);
    return test_failures != 0;
}
