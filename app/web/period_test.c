#include "web/period.h"

#include "test.h"

static ahd_period choose(const char *told, const char *since, const char *on)
{
    ahd_period p = {.after = -1};

    ahd_period_choose(&p, ahd_str_from(told), AHD_STR("2026-11-28"),
                      ahd_str_from(since), ahd_str_from(on));
    return p;
}

#define DAY(text) ahd_str_from(text)

static void a_record_that_ended_is_looked_at_from_its_end(void)
{
    ahd_period p = choose("2020-10-27", "", "");

    CHECK(p.ended);
    CHECK_STR(DAY(p.on), "2020-10-27");
    CHECK_STR(DAY(p.since), "2020-10-21");
    CHECK(p.days == 7);
}

static void a_record_that_is_told_today_or_yesterday_goes_on(void)
{
    ahd_period p = choose("2026-11-27", "", "");

    CHECK(!p.ended);
    CHECK_STR(DAY(p.on), "2026-11-28");
    CHECK_STR(DAY(p.since), "2026-11-22");
    CHECK(choose("2026-11-26", "", "").ended);
}

static void the_address_overrides_both_days(void)
{
    ahd_period p = choose("2020-10-27", "2020-10-20", "2020-10-24");

    CHECK_STR(DAY(p.since), "2020-10-20");
    CHECK_STR(DAY(p.on), "2020-10-24");
    CHECK(p.days == 5);
}

static void what_is_no_day_is_as_if_not_asked(void)
{
    CHECK_STR(DAY(choose("2020-10-27", "yesterday", "").since), "2020-10-21");
    CHECK_STR(DAY(choose("2020-10-27", "2020-13-40", "x").on), "2020-10-27");
    CHECK_STR(DAY(choose("2020-10-27", "2024-01-01", "").since), "2020-10-21");
}

static void an_empty_record_has_a_week_up_to_today(void)
{
    ahd_period p = choose("", "", "");

    CHECK(!p.ended);
    CHECK_STR(DAY(p.on), "2026-11-28");
}

static void days_are_shifted_over_months(void)
{
    char out[AHD_PERIOD_DAY];

    ahd_period_shift("2020-02-28", 2, out);
    CHECK_STR(DAY(out), "2020-03-01");
    ahd_period_shift("2020-03-01", -1, out);
    CHECK_STR(DAY(out), "2020-02-29");
}

int main(void)
{
    RUN(a_record_that_ended_is_looked_at_from_its_end);
    RUN(a_record_that_is_told_today_or_yesterday_goes_on);
    RUN(the_address_overrides_both_days);
    RUN(what_is_no_day_is_as_if_not_asked);
    RUN(an_empty_record_has_a_week_up_to_today);
    RUN(days_are_shifted_over_months);
    return test_failures != 0;
}
