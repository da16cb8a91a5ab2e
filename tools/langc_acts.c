/* langc_acts.c - models/acts as lang/act_weights.h reads it.
 *
 *     1f2e3d4c  A3E-12    the symptom of that number: lane A 3, lane E -12 */
#include "langc.h"

#include "lang/act_weights.h"

#include <math.h>
#include <stdlib.h>

enum { LEAST_BITS = 4 };

typedef struct table {
    langc *l;
    AHD_VEC(ahd_act_row) rows;
} table;

static bool read_lanes(ahd_str text, int8_t lanes[AHD_ACT_LANES])
{
    const char *at = text.ptr, *end = text.ptr + text.len;

    while (at < end) {
        int lane = *at++ - 'A';
        char *next;
        long weight = strtol(at, &next, 10);
        if (lane < 0 || lane >= AHD_ACT_LANES || next == at ||
            labs(weight) > INT8_MAX)
            return false;
        lanes[lane] = (int8_t)weight;
        at = next;
    }
    return true;
}

static void read_row(langc *l, const langc_line *line, void *user)
{
    table *t = user;
    ahd_act_row *row = ahd_vec_push(l->arena, &t->rows);

    row->symptom = (uint32_t)strtoul(line->cells[0].ptr, NULL, 16);
    if (row->symptom == 0 || !read_lanes(line->cells[1], row->lanes))
        langc_error(l, line, "no symptom and its lanes: «1f2e3d4c<tab>A3E-12»");
}

ahd_str langc_acts(langc *l)
{
    table t = {.l = l};
    uint32_t bits = LEAST_BITS;

    langc_rows(l, "models/acts/weights.tsv", read_row, &t);
    while (1u << bits < t.rows.count + t.rows.count / 3)
        bits++;
    uint32_t mask = (1u << bits) - 1;
    size_t bytes =
        sizeof(ahd_act_head) + ((size_t)mask + 1) * sizeof(ahd_act_row);
    char *section = ahd_arena_alloc(l->arena, 1, bytes);
    ahd_act_row *rows = (void *)(section + sizeof(ahd_act_head));

    ahd_act_head *head = (void *)section;

    head->bits = bits;
    head->rows = t.rows.count;
    for (int i = 0; i < AHD_ACT_EXPS; i++)
        head->exps[i] = (float)exp(-i / (double)AHD_ACT_UNIT);
    for (uint32_t i = 0; i < t.rows.count; i++) {
        uint32_t at = t.rows.items[i].symptom & mask;
        while (rows[at].symptom != 0)
            at = (at + 1) & mask;
        rows[at] = t.rows.items[i];
        ahd_act_head_see(head, rows[at].symptom);
    }
    return (ahd_str){section, bytes};
}
