#include "lang/name_weights.h"

#include "test.h"

#include <string.h>

enum { TAGS = 1 << AHD_NAME_TAG_BITS };

static ahd_name_row table[4];

static void rows_are_added_up(void)
{
    int16_t sums[AHD_NAME_LANES] = {100};
    const uint32_t rows[] = {1, TAGS + 2};

    table[0] = (ahd_name_row){{-128, 3, [AHD_NAME_TAG] = 1}};
    table[1] = (ahd_name_row){{-2, 4, [AHD_NAME_TAG] = 2}};
    ahd_name_weights_sum(table, rows, 2, sums);
    CHECK(sums[0] == 100 - 128 - 2 && sums[1] == 7);
    CHECK(sums[AHD_NAME_TAG] == 0);
}

static void a_row_whose_slot_has_another_says_nothing(void)
{
    int16_t sums[AHD_NAME_LANES] = {0};
    const uint32_t rows[] = {2, TAGS + 1, 2 * TAGS};

    memset(table, 0, sizeof table);
    table[0] = (ahd_name_row){{9, [AHD_NAME_TAG] = 1}};
    table[1] = (ahd_name_row){{9, [AHD_NAME_TAG] = 2}};
    table[2] = (ahd_name_row){{9, [AHD_NAME_TAG] = -1}};
    ahd_name_weights_sum(table, rows, 3, sums);
    CHECK(sums[0] == 0);
}

static void forms_are_found_by_their_keys(void)
{
    ahd_name_head head = {.word_bits = 2};
    ahd_name_word words[4] = {{.key = 8, .often = 3}, {.key = 5, .often = 1}};
    ahd_name_weights weights = {.head = &head, .words = words};

    CHECK(ahd_name_word_find(&weights, 5)->often == 1);
    words[2] = (ahd_name_word){.key = 13, .often = 2}; /* stands too far on */
    CHECK(ahd_name_word_find(&weights, 13)->often == 2);
    CHECK(ahd_name_word_find(&weights, 17) == NULL);
    CHECK(ahd_name_word_find(&weights, 3) == NULL);
}

static void a_language_without_names_has_no_weights(void)
{
    ahd_lexica lang = {0};
    ahd_name_weights weights;

    CHECK(!ahd_name_weights_open(&lang, &weights));
}

int main(void)
{
    RUN(rows_are_added_up);
    RUN(a_row_whose_slot_has_another_says_nothing);
    RUN(forms_are_found_by_their_keys);
    RUN(a_language_without_names_has_no_weights);
    return test_failures != 0;
}
