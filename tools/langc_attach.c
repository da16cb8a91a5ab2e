/* langc_attach.c - the weights that chunks/choice.h reads, from
 * models/chunks/attach.tsv: place, weight. */
#include "langc.h"

#include <stdlib.h>
#include <string.h>

enum { WEIGHTS = 1 << 16 }; /* AHD_CHOICE_WEIGHTS */

static long number(ahd_str cell)
{
    char text[16] = "";

    memcpy(text, cell.ptr, cell.len < 15 ? cell.len : 15);
    return strtol(text, NULL, 10);
}

static void read_weight(langc *l, const langc_line *line, void *user)
{
    int16_t *weights = user;
    long at = number(line->cells[0]), weight = number(line->cells[1]);

    if (at < 0 || at >= WEIGHTS || weight < INT16_MIN || weight > INT16_MAX)
        langc_error(l, line, "a row is a place below %d and a weight", WEIGHTS);
    else
        weights[at] = (int16_t)weight;
}

ahd_str langc_attach(langc *l)
{
    int16_t *weights = ahd_new(l->arena, int16_t, WEIGHTS);

    langc_rows(l, "models/chunks/attach.tsv", read_weight, weights);
    bool any = false;
    for (int i = 0; i < WEIGHTS; i++)
        any |= weights[i] != 0;
    if (!any)
        return AHD_STR("");
    return (ahd_str){(const char *)weights, WEIGHTS * sizeof *weights};
}
