/* langc_english_weights.c - models/english/weights.tsv into the section of
 * lang/english_weights.h: "table, row, lane=weight lane=weight ...". */
#include "langc_english.h"

#include "lang/english_weights.h"

#include <stdlib.h>

static void set_weight(langc *l, const langc_line *line, ahd_english_weights *w,
                       uint32_t row)
{
    ahd_str cells = line->cells[2];

    while (cells.len > 0) {
        ahd_str weight = ahd_str_cut(&cells, ' ');
        ahd_str lane = ahd_str_cut(&weight, '=');
        uint32_t tag;
        bool negative = ahd_str_starts(weight, AHD_STR("-"));
        int value = atoi(weight.ptr);
        if (!ahd_str_number(lane, &tag) || tag >= AHD_ENGLISH_LANES ||
            weight.len == (size_t)negative) {
            langc_error(l, line, "no weight");
            return;
        }
        switch (line->cells[0].ptr[0]) {
        case 'a':
            w->after[row][tag] = (int16_t)value;
            break;
        case 'u':
            w->usual[row][tag] = (int16_t)value;
            break;
        default:
            w->rows[row][tag] = (int8_t)value;
        }
    }
}

static void read_row(langc *l, const langc_line *line, void *user)
{
    static const struct {
        char table;
        uint32_t rows;
    } tables[] = {{'a', AHD_ENGLISH_AFTER},
                  {'u', AHD_ENGLISH_USUAL},
                  {'c', 1 << AHD_ENGLISH_ROW_BITS}};
    uint32_t row;

    for (int i = 0; i < 3; i++)
        if (line->cells[0].len > 0 &&
            line->cells[0].ptr[0] == tables[i].table &&
            ahd_str_number(line->cells[1], &row) && row < tables[i].rows) {
            set_weight(l, line, user, row);
            return;
        }
    langc_error(l, line, "no row of weights");
}

ahd_str langc_english_weights(langc *l)
{
    ahd_english_weights *w = ahd_new(l->arena, ahd_english_weights, 1);

    langc_rows(l, "models/english/weights.tsv", read_row, w);
    return (ahd_str){(const char *)w, sizeof *w};
}
