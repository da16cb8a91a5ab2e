#include "audit/ledger.h"

#include "test.h"

static int64_t rows[10];
static size_t row_count;

static void remember(void *context, uint64_t seq, ahd_str kind, int64_t row)
{
    (void)context;
    (void)seq;
    (void)kind;
    if (row_count < 10)
        rows[row_count++] = row;
}

static void add(ahd_ledger *ledger, const char *kind, const char *body)
{
    ahd_hash hash;

    CHECK(
        ahd_ledger_add(ledger, ahd_str_from(kind), ahd_str_from(body), &hash));
}

/* Settles; the rows that were told twice are in `rows`. */
static void settle(ahd_ledger *ledger)
{
    row_count = 0;
    ahd_ledger_settle(ledger, remember, NULL);
}

static ahd_told claim(ahd_ledger *ledger, const char *kind, int64_t row,
                      const char *body, uint64_t *seq)
{
    return ahd_ledger_claim(ledger, ahd_str_from(kind), row, ahd_str_from(body),
                            seq);
}

static void a_row_is_what_its_line_tells(void)
{
    ahd_ledger *ledger = ahd_ledger_new();
    uint64_t seq;

    add(ledger, "rebuild", "{\"pages\":2}");
    add(ledger, "page", "{\"page\":2,\"size\":5}");
    add(ledger, "page", "{\"page\":1,\"size\":4}");
    add(ledger, "capture", "{\"capture\":1,\"page\":1}");
    settle(ledger);
    CHECK(row_count == 0);
    CHECK(claim(ledger, "page", 1, "{\"page\":1,\"size\":4}", &seq) ==
          AHD_TOLD_SO);
    CHECK(seq == 3);
    CHECK(claim(ledger, "page", 2, "{\"page\":2,\"size\":6}", &seq) ==
          AHD_TOLD_OTHERWISE);
    CHECK(seq == 2);
    CHECK(claim(ledger, "page", 3, "{\"page\":3}", &seq) == AHD_TOLD_NOT);
    CHECK(claim(ledger, "rebuild", 2, "{\"pages\":2}", &seq) == AHD_TOLD_NOT);
    CHECK(ahd_ledger_frontier(ledger)->size == 4);
    ahd_ledger_free(ledger);
}

static void of_a_reading_the_last_line_counts(void)
{
    ahd_ledger *ledger = ahd_ledger_new();
    uint64_t seq;

    add(ledger, "reading", "{\"page\":1,\"json\":\"a\"}");
    add(ledger, "reading", "{\"page\":2,\"json\":\"b\"}");
    add(ledger, "reading", "{\"page\":1,\"json\":\"c\"}");
    settle(ledger);
    CHECK(row_count == 0);
    CHECK(claim(ledger, "reading", 1, "{\"page\":1,\"json\":\"a\"}", &seq) ==
          AHD_TOLD_OTHERWISE);
    CHECK(claim(ledger, "reading", 1, "{\"page\":1,\"json\":\"c\"}", &seq) ==
          AHD_TOLD_SO);
    CHECK(seq == 3);
    ahd_ledger_free(ledger);
}

static void of_a_page_a_second_line_is_told(void)
{
    ahd_ledger *ledger = ahd_ledger_new();

    add(ledger, "page", "{\"page\":7}");
    add(ledger, "page", "{\"page\":8}");
    add(ledger, "page", "{\"page\":7,\"size\":1}");
    settle(ledger);
    CHECK(row_count == 1 && rows[0] == 7);
    ahd_ledger_free(ledger);
}

static void lines_that_nobody_claims_are_left(void)
{
    ahd_ledger *ledger = ahd_ledger_new();
    uint64_t seq;

    add(ledger, "page", "{\"page\":1}");
    add(ledger, "page", "{\"page\":2}");
    add(ledger, "page", "no number");
    add(ledger, "migration", "{\"pages\":2}");
    settle(ledger);
    CHECK(claim(ledger, "page", 1, "{\"page\":1}", &seq) == AHD_TOLD_SO);
    row_count = 0;
    ahd_ledger_rest(ledger, remember, NULL);
    CHECK(row_count == 2 && rows[0] == -1 && rows[1] == 2);
    ahd_ledger_free(ledger);
}

static void an_empty_log_tells_of_nothing(void)
{
    ahd_ledger *ledger = ahd_ledger_new();
    uint64_t seq;

    settle(ledger);
    CHECK(claim(ledger, "page", 1, "", &seq) == AHD_TOLD_NOT && seq == 0);
    ahd_ledger_free(ledger);
}

static void the_first_value_is_the_row(void)
{
    CHECK(ahd_ledger_row(AHD_STR("{\"page\":17,\"size\":2}")) == 17);
    CHECK(ahd_ledger_row(AHD_STR("{\"page\":-1}")) == -1);
    CHECK(ahd_ledger_row(AHD_STR("{\"page\":\"17\"}")) == -1);
    CHECK(ahd_ledger_row(AHD_STR("{\"page\":")) == -1);
    CHECK(ahd_ledger_row(AHD_STR("")) == -1);
}

int main(void)
{
    RUN(a_row_is_what_its_line_tells);
    RUN(of_a_reading_the_last_line_counts);
    RUN(of_a_page_a_second_line_is_told);
    RUN(lines_that_nobody_claims_are_left);
    RUN(an_empty_log_tells_of_nothing);
    RUN(the_first_value_is_the_row);
    return test_failures != 0;
}
