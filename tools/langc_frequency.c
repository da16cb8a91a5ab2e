/* langc_frequency.c - models/morph/forms.tsv as lang/frequency.h reads it. */
#include "lang/frequency.h"
#include "langc.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct form_row {
    uint64_t key;
    ahd_frequency form;
} form_row;

typedef struct form_rows {
    AHD_VEC(form_row) list;
} form_rows;

/* key in hex, often, class, kind */
static void take_form(langc *l, const langc_line *line, void *user)
{
    form_rows *rows = user;
    uint32_t often, class, kind;
    uint64_t key = strtoull(line->cells[0].ptr, NULL, 16);

    if (!ahd_str_number(line->cells[1], &often) || often > 255 ||
        !ahd_str_number(line->cells[2], &class) || class > 255 ||
        !ahd_str_number(line->cells[3], &kind) || kind > 255) {
        langc_error(l, line, "a form is key, often, class, kind");
        return;
    }
    *ahd_vec_push(l->arena, &rows->list) =
        (form_row){key,
                   {(uint32_t)(key >> 32) | 1, (uint8_t)often, (uint8_t) class,
                    (uint8_t)kind, 0}};
}

ahd_str langc_frequency(langc *l)
{
    char path[4096];
    form_rows rows = {0};
    uint32_t slots = 16;

    snprintf(path, sizeof path, "%s/forms.tsv", l->weights);
    langc_rows(l, path, take_form, &rows);
    while (slots < rows.list.count + rows.list.count / 2)
        slots *= 2;
    ahd_frequency *table = ahd_new(l->arena, ahd_frequency, slots);
    for (uint32_t i = 0; i < rows.list.count; i++) {
        uint32_t at = (uint32_t)rows.list.items[i].key & (slots - 1);
        while (table[at].key != 0)
            at = (at + 1) & (slots - 1);
        table[at] = rows.list.items[i].form;
    }
    return (ahd_str){(const char *)table, slots * sizeof *table};
}
