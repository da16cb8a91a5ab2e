#include "cli/meter.h"

#include "cli/summary.h"
#include "cli/terminal.h"
#include "test.h"

static ahd_buf out;

static ahd_standing half_way(void)
{
    return (ahd_standing){.counts = {.pages = 1240,
                                     .articles = 1187,
                                     .refused = 53,
                                     .bytes = 1000},
                          .reasons = {{AHD_STR("a list page, as it seems"), 31},
                                      {AHD_STR("an error page"), 22}},
                          .reason_count = 2,
                          .seconds = 40,
                          .total = 3000};
}

static ahd_str line(const ahd_standing *standing, int columns)
{
    ahd_buf_clear(&out);
    ahd_meter_line(&out, standing, columns);
    return ahd_buf_str(&out);
}

static void the_line_tells_all_that_is_known(void)
{
    ahd_standing s = half_way();

    CHECK_STR(line(&s, 200), "1240 pages, 31/s, 1:20 left, 1187 articles, 53 "
                             "refused: 31 a list page, 22 an error page");
    s.counts.skipped = 2;
    s.counts.passed = 700;
    s.reason_count = 0;
    s.seconds = 4000;
    CHECK_STR(line(&s, 200), "1240 pages, 0.3/s, 2:13:20 left, 1187 articles, "
                             "53 refused, 2 skipped, 700 passed over");
}

static void no_time_is_promised_that_is_not_known(void)
{
    ahd_standing s = half_way();

    s.total = 0;
    CHECK_STR(line(&s, 50), "1240 pages, 31/s, 1187 articles, 53 refused");
    s = half_way();
    s.counts.bytes = 0;
    CHECK_STR(line(&s, 50), "1240 pages, 31/s, 1187 articles, 53 refused");
    s.counts.bytes = 3001; /* the folder grew meanwhile */
    CHECK_STR(line(&s, 50), "1240 pages, 31/s, 1187 articles, 53 refused");
}

static void a_line_never_has_more_columns_than_the_terminal(void)
{
    ahd_standing s = half_way();

    for (int columns = 0; columns < 120; columns++)
        CHECK(ahd_terminal_width(line(&s, columns)) <= columns);
    CHECK_STR(line(&s, 10), "1240 pages");
    CHECK_STR(line(&s, 9), "");
    CHECK_STR(line(&s, 16), "1240 pages, 31/s");
}

static void the_table_is_aligned_and_cut_to_the_width(void)
{
    ahd_summary summary = {.standing = half_way(), .paths = 1};

    summary.standing.reasons[0].reason =
        AHD_STR("a list of links to other pages, with too little text");
    ahd_buf_clear(&out);
    ahd_summary_lay(&out, &summary, (ahd_style){.width = 40});
    CHECK_STR(ahd_buf_str(&out), "    1240 pages       40.0 s, 31/s\n"
                                 "    1187 articles\n"
                                 "      53 refused: no article\n"
                                 "\n"
                                 "      31 a list of links to other pages…\n"
                                 "      22 an error page\n");
}

static void a_table_is_for_what_takes_some_reading(void)
{
    ahd_summary page = {
        .standing = {.counts = {.pages = 1, .refused = 1}, .seconds = 9},
        .paths = 1};
    ahd_summary folder = {.standing = {.counts = {.pages = 2, .articles = 2}},
                          .paths = 1};
    ahd_summary pair = {.standing = {.counts = {.pages = 2, .articles = 2}},
                        .paths = 2};

    CHECK(!ahd_summary_matters(&page));
    CHECK(ahd_summary_matters(&folder));
    CHECK(!ahd_summary_matters(&pair));
    pair.standing.seconds = 3;
    CHECK(ahd_summary_matters(&pair));
    pair.standing = (ahd_standing){.counts = {.pages = 1, .skipped = 1}};
    CHECK(ahd_summary_matters(&pair));
}

int main(void)
{
    out = AHD_BUF(10000);
    RUN(the_line_tells_all_that_is_known);
    RUN(no_time_is_promised_that_is_not_known);
    RUN(a_line_never_has_more_columns_than_the_terminal);
    RUN(the_table_is_aligned_and_cut_to_the_width);
    RUN(a_table_is_for_what_takes_some_reading);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
