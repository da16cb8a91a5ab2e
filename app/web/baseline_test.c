#include "web/baseline.h"

#include "test.h"

#include <math.h>

#define WEEKS(...)                                                             \
    (const int64_t[]){__VA_ARGS__},                                            \
        sizeof((const int64_t[]){__VA_ARGS__}) / sizeof(int64_t)

static bool near(double a, double b)
{
    return fabs(a - b) < .005;
}

static void one_or_two_a_week_are_usual_where_weeks_had_one_or_two(void)
{
    ahd_baseline b = ahd_baseline_of(WEEKS(1, 2, 1, 2, 2, 1, 1, 2, 1, 2, 2, 1));

    CHECK(b.known && b.low == 1 && b.high == 2);
    CHECK(near(b.mean, 18.5 / 12) && near(b.burst, 1));
}

static void four_in_a_week_of_such_are_many_and_two_are_not(void)
{
    ahd_baseline b = ahd_baseline_of(WEEKS(1, 2, 1, 2, 2, 1, 1, 2, 1, 2, 2, 1));

    /* Poisson of this rate: .43 and .07; the rate itself is not sure. */
    CHECK(ahd_baseline_chance(&b, 2, 7) > .4);
    CHECK(ahd_baseline_chance(&b, 4, 7) > .07 &&
          ahd_baseline_chance(&b, 4, 7) < .1);
    CHECK(ahd_baseline_chance(&b, 8, 7) < .005);
    CHECK(ahd_baseline_chance(&b, 0, 7) == 1);
}

/* Worked by hand: all 3 of 4 weeks, mean .875; with a burst of 1 the size is
 * 3.5, the chance of none (3.5 / 4.375) ^ 3.5 = .458. */
static void without_bursts_it_is_what_gamma_and_poisson_make(void)
{
    ahd_baseline b = ahd_baseline_of(WEEKS(1, 0, 1, 1));

    CHECK(b.known && b.burst == 1);
    CHECK(near(b.mean, .875));
    CHECK(near(ahd_baseline_chance(&b, 1, 7), 1 - .458));
    CHECK(b.low == 0 && b.high == 1);
}

static void three_weeks_are_no_rule(void)
{
    ahd_baseline b = ahd_baseline_of(WEEKS(9, 9, 9));

    CHECK(!b.known && b.weeks == 3 && b.all == 27);
    CHECK(ahd_baseline_chance(&b, 1000, 7) == 1);
    CHECK(!ahd_baseline_of(NULL, 0).known);
}

static void a_short_history_has_a_wider_range_than_a_long_one(void)
{
    ahd_baseline brief = ahd_baseline_of(WEEKS(8, 8, 8, 8));
    ahd_baseline full = ahd_baseline_of(
        WEEKS(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8));

    CHECK(brief.high - brief.low >= full.high - full.low);
    CHECK(ahd_baseline_chance(&brief, 15, 7) >
          ahd_baseline_chance(&full, 15, 7));
}

static void weeks_in_bursts_make_a_burst_less_strange(void)
{
    ahd_baseline even = ahd_baseline_of(WEEKS(3, 3, 2, 3, 3, 4, 3, 3));
    ahd_baseline bursts = ahd_baseline_of(WEEKS(0, 0, 12, 0, 0, 12, 0, 0));

    CHECK(even.all == bursts.all && bursts.burst > 9);
    CHECK(ahd_baseline_chance(&even, 9, 7) < .01);
    CHECK(ahd_baseline_chance(&bursts, 9, 7) > .05);
}

static void where_nothing_was_told_one_is_strange_only_after_long(void)
{
    const int64_t none[26] = {0};
    ahd_baseline brief = ahd_baseline_of(none, 4);
    ahd_baseline full = ahd_baseline_of(none, 26);

    CHECK(brief.low == 0 && brief.high == 0);
    CHECK(ahd_baseline_chance(&brief, 1, 7) > .1);
    CHECK(ahd_baseline_chance(&full, 1, 7) < .02);
    CHECK(ahd_baseline_chance(&full, 1, 1) < ahd_baseline_chance(&full, 1, 7));
}

static void very_many_are_counted_as_well(void)
{
    ahd_baseline b = ahd_baseline_of(
        WEEKS(90000, 90010, 89990, 90000, 90005, 89995, 90000, 90000));

    CHECK(b.low > 89700 && b.low < b.high && b.high < 90300);
    CHECK(ahd_baseline_chance(&b, 100000, 7) < .001);
}

static void a_source_of_three_a_day_is_not_silent_for_two_days_by_chance(void)
{
    CHECK(near(ahd_baseline_silence(3, 2), .0025));
    CHECK(ahd_baseline_silence(.2, 3) > .5);
}

int main(void)
{
    RUN(one_or_two_a_week_are_usual_where_weeks_had_one_or_two);
    RUN(four_in_a_week_of_such_are_many_and_two_are_not);
    RUN(without_bursts_it_is_what_gamma_and_poisson_make);
    RUN(three_weeks_are_no_rule);
    RUN(a_short_history_has_a_wider_range_than_a_long_one);
    RUN(weeks_in_bursts_make_a_burst_less_strange);
    RUN(where_nothing_was_told_one_is_strange_only_after_long);
    RUN(very_many_are_counted_as_well);
    RUN(a_source_of_three_a_day_is_not_silent_for_two_days_by_chance);
    return test_failures != 0;
}
