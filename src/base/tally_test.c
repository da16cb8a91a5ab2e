#include "base/tally.h"

#include "test.h"

#include <stdio.h>

static void a_reason_counts_up_to_its_colon(void)
{
    ahd_tally tally = {0};
    const ahd_tally_row *rows[2];

    ahd_tally_add(&tally, AHD_STR("an image"));
    ahd_tally_add(&tally, AHD_STR("an error page: 404"));
    ahd_tally_add(&tally, AHD_STR("an error page: gone"));
    CHECK(ahd_tally_list(&tally, rows, 2) == 2);
    CHECK_STR(((ahd_str){rows[0]->reason, rows[0]->len}), "an error page");
    CHECK(rows[0]->count == 2 && rows[1]->count == 1);
}

static void the_most_frequent_come_first_and_no_more_than_asked(void)
{
    ahd_tally tally = {0};
    const ahd_tally_row *rows[3];

    for (int i = 0; i < 10; i++)
        for (int k = 0; k <= i; k++)
            ahd_tally_add(&tally, (ahd_str){&"abcdefghij"[i], 1});
    CHECK(ahd_tally_list(&tally, rows, 3) == 3);
    CHECK(rows[0]->reason[0] == 'j' && rows[1]->reason[0] == 'i' &&
          rows[2]->reason[0] == 'h' && rows[2]->count == 8);
    CHECK(ahd_tally_list(&tally, rows, 0) == 0);
}

static void what_is_beyond_the_table_is_other_reasons(void)
{
    ahd_tally tally = {0};
    char name[20];

    for (int i = 0; i < 2 * AHD_TALLY_ROWS; i++) {
        int len = snprintf(name, sizeof name, "reason %d", i);
        ahd_tally_add(&tally, (ahd_str){name, (size_t)len});
    }
    const ahd_tally_row *last = &tally.rows[AHD_TALLY_ROWS - 1];
    CHECK(tally.count == AHD_TALLY_ROWS);
    CHECK(last->count == AHD_TALLY_ROWS + 1);
    CHECK_STR(((ahd_str){last->reason, last->len}), "other reasons");
}

static void a_long_reason_is_cut_between_letters(void)
{
    ahd_tally tally = {0};
    char text[200];

    for (size_t i = 0; i + 1 < sizeof text; i += 2) {
        text[i] = (char)0xD8;
        text[i + 1] = (char)0xB9;
    }
    ahd_tally_add(&tally, (ahd_str){text, sizeof text});
    ahd_tally_add(&tally, (ahd_str){text + 1, sizeof text - 1});
    CHECK(tally.count == 2 && tally.rows[0].len == AHD_TALLY_BYTES);
    CHECK(tally.rows[1].len == AHD_TALLY_BYTES - 1);
}

int main(void)
{
    RUN(a_reason_counts_up_to_its_colon);
    RUN(the_most_frequent_come_first_and_no_more_than_asked);
    RUN(what_is_beyond_the_table_is_other_reasons);
    RUN(a_long_reason_is_cut_between_letters);
    return test_failures != 0;
}
