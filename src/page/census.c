#include "census.h"

#include <string.h>

enum {
    LINK_LETTERS = 15,     /* of a link to something with a title of its own */
    HEADLINE_LETTERS = 25, /* of one that ends what stood before it */
    TEASER_LETTERS = 40,
    TEASER_LINES =
        3, /* at most so far behind its link: a date stands between */
    PRICE_LETTERS = 40, /* of a line, at most */
};

typedef struct walk {
    ahd_census *out;
    const uint32_t *hints; /* of each block, and of those around it */
    uint32_t since;        /* lines since the last link */
    uint32_t run;
} walk;

static uint32_t *hand_down(const ahd_outline *o)
{
    uint32_t *hints = ahd_new(o->arena, uint32_t, o->blocks.count);

    for (uint32_t i = 0; i < o->blocks.count; i++) {
        const ahd_block *b = &o->blocks.items[i];
        hints[i] = b->hint | (b->parent < i ? hints[b->parent] : 0);
    }
    return hints;
}

static bool is_link(const ahd_line *line)
{
    return line->letters >= LINK_LETTERS &&
           line->link_letters * 4 > line->letters * 3;
}

/* $ € £ */
static bool has_price(ahd_str words)
{
    for (size_t i = 0; i < words.len; i++) {
        ahd_str rest = {words.ptr + i, words.len - i};
        if (rest.ptr[0] == '$' || ahd_str_starts(rest, AHD_STR("€")) ||
            ahd_str_starts(rest, AHD_STR("£")))
            return true;
    }
    return false;
}

static void count_kept(walk *w, const ahd_line *line, uint32_t hints)
{
    ahd_census *c = w->out;

    c->kept += line->letters;
    c->linked += line->link_letters;
    if (hints & AHD_HINT_COMMENT)
        c->remarks += line->letters;
    if (hints & (AHD_HINT_COMMENT | AHD_HINT_FOOT))
        return;
    c->own += line->letters;
    c->digits += line->n.digits;
}

static void count_row(walk *w, const ahd_line *line, bool aside)
{
    ahd_census *c = w->out;
    bool headline = is_link(line) && line->letters >= HEADLINE_LETTERS;

    if (headline && !aside) {
        c->headlines++;
        c->headline_letters += line->letters;
    }
    if (headline)
        w->run = 0;
    if (is_link(line))
        w->since = 0;
    else if (line->keep && line->letters >= TEASER_LETTERS) {
        if (w->since <= TEASER_LINES) {
            c->teasers++;
            c->teaser_letters += line->letters;
        }
        w->since = TEASER_LINES + 1;
    } else
        w->since++;
    if (line->keep && !headline && ahd_judge_is_prose(line))
        w->run += line->letters;
    c->run = w->run > c->run ? w->run : c->run;
}

static void count_line(walk *w, const ahd_line *line, const ahd_outline *o,
                       uint32_t block)
{
    ahd_census *c = w->out;

    if (line->keep)
        count_kept(w, line, w->hints[block]);
    count_row(w, line, o->blocks.items[block].skip != 0);
    c->captions += line->kind == AHD_LINE_CAPTION;
    c->prices += line->n.digits > 0 && line->letters < PRICE_LETTERS &&
                 has_price(line->words);
}

void ahd_census_take(const ahd_folio *folio, ahd_census *out)
{
    const ahd_outline *o = &folio->outline;
    walk w = {out, hand_down(o), TEASER_LINES + 1, 0};

    memset(out, 0, sizeof *out);
    for (uint32_t i = 0; i < o->lines.count; i++)
        count_line(&w, &o->lines.items[i], o, o->line_blocks.items[i]);
}
