#include "page/stamp.h"

#include "base/day.h"
#include "test.h"

static ahd_day iso(const char *text)
{
    return ahd_day_from_iso(ahd_str_from(text));
}

/* In order of form, as the engine lays them. */
static const ahd_credit_word words[] = {
    {{"updated", 7}, {"aktualisiert", 12}, 0},
    {{"month", 5}, {"aout", 4}, 8},
    {{"never", 5}, {"copyright", 9}, 0},
    {{"link", 4}, {"de", 2}, 0},
    {{"month", 5}, {"februar", 7}, 2},
    {{"link", 4}, {"of", 2}, 0},
    {{"published", 9}, {"published", 9}, 0},
    {{"updated", 7}, {"updated on", 10}, 0},
    {{"month", 5}, {"март", 8}, 3},
    {{"month", 5}, {"اذار", 8}, 3},
    {{"month", 5}, {"تشرين الثاني", 23}, 11},
    {{"hijri", 5}, {"رجب", 6}, 7},
    {{"month", 5}, {"فيفري", 10}, 2},
    {{"month", 5}, {"مارس", 8}, 3},
    {{"solar", 5}, {"مرداد", 10}, 5},
    {{"month", 5}, {"نوفمبر", 12}, 11},
};

static const ahd_page_in in = {
    .credit_words = words, .credit_word_count = sizeof words / sizeof *words};

static bool is(const char *text, const char *want)
{
    return ahd_stamp_day(&in, ahd_str_from(text)) == iso(want);
}

static bool is_none(const char *text)
{
    return ahd_stamp_day(&in, ahd_str_from(text)) == AHD_NO_DAY;
}

static void machine_dates_are_read(void)
{
    CHECK(is("2021-03-01T22:10:00+02:00", "2021-03-01"));
    CHECK(is("2021-03-01 22:10:00", "2021-03-01"));
    CHECK(is("2021/3/1", "2021-03-01"));
    CHECK(is("20210301", "2021-03-01"));
    CHECK(is("20210301T101500Z", "2021-03-01"));
    CHECK(is("20210301101500", "2021-03-01"));
    CHECK(is("Mon, 01 Mar 2021 20:10:00 GMT", "2021-03-01"));
    CHECK(is("Mon Mar 01 20:10:00 EET 2021", "2021-03-01"));
    CHECK(is("Mar 1, 2021, 8:10 pm", "2021-03-01"));
    CHECK(is("20:10 01/03/2021", "2021-03-01"));
    CHECK(is("03/21/2021", "2021-03-21"));
}

static void dates_are_read_as_people_write_them(void)
{
    CHECK(is("Montag, 1. Februar 2021, 14.30 Uhr", "2021-02-01"));
    CHECK(is("1er AOÛT 2020", "2020-08-01"));
    CHECK(is("Mar 3rd, 2020", "2020-03-03"));
    CHECK(is("3 de aout de 2020", "2020-08-03"));
    CHECK(is("5 МАРТ 2020", "2020-03-05"));
    CHECK(is("2020年4月5日", "2020-04-05"));
    CHECK(is("2020년 3월 4일", "2020-03-04"));
    CHECK(is("8.5.12", "2012-05-08"));
    CHECK(is("12/03/2563", "2020-03-12"));
}

static void arabic_dates_are_read_wherever_they_are_written(void)
{
    CHECK(is("الثلاثاء، 2 مارس 2021 - 12:09 م", "2021-03-02"));
    CHECK(is("8 فيفري 2019", "2019-02-08"));
    CHECK(is("٥ آذار ٢٠٢٠", "2020-03-05"));
    CHECK(is("3 تشرين الثاني/نوفمبر 2020", "2020-11-03"));
    CHECK(is("\xE2\x80\x8F"
             "28\xE2\x80\x8F مارس \xE2\x80\x8F"
             "2021",
             "2021-03-28"));
}

static void other_calendars_become_ours(void)
{
    CHECK(is("17 رجب 1442 هـ", "2021-03-01"));
    CHECK(is("۱۲ مرداد ۱۳۹۹", "2020-08-02"));
    CHECK(is("1399/11/23", "2021-02-11"));
    CHECK(is("1399/1/1", "2020-03-20"));
    CHECK(is("1400/1/1", "2021-03-21"));
}

static void what_is_no_date_gives_no_day(void)
{
    CHECK(is_none(""));
    CHECK(is_none("yesterday"));
    CHECK(is_none("2021-13-40"));
    CHECK(is_none("12:30:2021"));
    CHECK(is_none("1234567890123"));
    CHECK(is_none("3 apples, 4 pears, 2021 figs"));
    CHECK(is_none("page 3 4 2021"));
    CHECK(is_none("+49 (0)40-30030-1000"));
    CHECK(is_none("1.3.1875"));
}

static void a_text_may_tell_two_days(void)
{
    ahd_str text = AHD_STR("Published: 1.3.2021, updated on 4.3.2021");
    ahd_stamp stamp;
    size_t at = 0;

    CHECK(ahd_stamp_next(&in, text, &at, &stamp));
    CHECK(stamp.day == iso("2021-03-01"));
    CHECK(stamp.cue == AHD_CREDITWORD_PUBLISHED);
    CHECK(stamp.first == 11 && stamp.end == 19 && stamp.letters == 8);
    CHECK(ahd_stamp_next(&in, text, &at, &stamp));
    CHECK(stamp.day == iso("2021-03-04"));
    CHECK(stamp.cue == AHD_CREDITWORD_UPDATED);
    CHECK(!ahd_stamp_next(&in, text, &at, &stamp));
}

static void a_stamp_says_how_sure_it_is(void)
{
    ahd_stamp stamp;
    size_t at = 0;

    CHECK(ahd_stamp_next(&in, AHD_STR("04/03/2021"), &at, &stamp));
    CHECK(stamp.other == iso("2021-04-03") && !stamp.zulu && !stamp.brief);
    at = 0;
    CHECK(ahd_stamp_next(&in, AHD_STR("2021-03-01T23:10:00Z"), &at, &stamp));
    CHECK(stamp.zulu && stamp.other == AHD_NO_DAY);
    at = 0;
    CHECK(ahd_stamp_next(&in, AHD_STR("copyright 1.3.21"), &at, &stamp));
    CHECK(stamp.brief && stamp.cue == AHD_CREDITWORD_NEVER);
    at = 0;
    CHECK(ahd_stamp_next(&in, AHD_STR("17 رجب 1442"), &at, &stamp));
    CHECK(stamp.counted);
}

static ahd_day of_url(const char *url)
{
    return ahd_stamp_of_url(&in, ahd_str_from(url));
}

static void an_address_may_have_the_day(void)
{
    ahd_day day = iso("2021-03-01");

    CHECK(of_url("http://a.b/2021/03/01/talks") == day);
    CHECK(of_url("http://a.b/2021/3/1/talks") == day);
    CHECK(of_url("http://a.b/2021/mar/01/talks") == day);
    CHECK(of_url("http://a.b/x/2021-03-01/") == day);
    CHECK(of_url("http://a.b/news/20210301/talks") == day);
    CHECK(of_url("http://ar.chive/2022/04/05/http://a.b/2021/03/01/t") == day);
    CHECK(of_url("http://a.b/202103/1") == AHD_NO_DAY);
    CHECK(of_url("http://a.b/story?day=2021/03/01") == AHD_NO_DAY);
    CHECK(of_url("http://a.b/story/03-04-2021") == AHD_NO_DAY);
    CHECK(of_url("") == AHD_NO_DAY);
}

static void without_words_machine_dates_are_still_read(void)
{
    static const ahd_page_in bare;

    CHECK(ahd_stamp_day(&bare, AHD_STR("Mon, 01 Mar 2021")) ==
          iso("2021-03-01"));
    CHECK(ahd_stamp_day(&bare, AHD_STR("1 février 2021")) == AHD_NO_DAY);
}

int main(void)
{
    RUN(machine_dates_are_read);
    RUN(dates_are_read_as_people_write_them);
    RUN(arabic_dates_are_read_wherever_they_are_written);
    RUN(other_calendars_become_ours);
    RUN(what_is_no_date_gives_no_day);
    RUN(a_text_may_tell_two_days);
    RUN(a_stamp_says_how_sure_it_is);
    RUN(an_address_may_have_the_day);
    RUN(without_words_machine_dates_are_still_read);
    return test_failures != 0;
}
