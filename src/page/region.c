#include "region.h"

#include "doc/doc.h"

enum {
    BODY_SHARE = 40,    /* percent of the prose that a named body must hold, */
    ARTICLE_SHARE = 50, /* and an <article>, */
    CHILD_SHARE = 70,   /* and a block for its parent to be left for it */
};

uint32_t ahd_region_sum(const ahd_outline *outline, const uint32_t *sum,
                        uint32_t block)
{
    const ahd_block *b = &outline->blocks.items[block];

    return sum[b->end_line] - sum[b->first_line];
}

static void add_up(const ahd_outline *o, ahd_sums *sums)
{
    uint32_t count = o->lines.count;

    sums->letters = ahd_new(o->arena, uint32_t, count + 1);
    sums->links = ahd_new(o->arena, uint32_t, count + 1);
    sums->prose = ahd_new(o->arena, uint32_t, count + 1);
    sums->prose_lines = ahd_new(o->arena, uint32_t, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        const ahd_line *line = &o->lines.items[i];
        const ahd_block *block = &o->blocks.items[o->line_blocks.items[i]];
        bool prose = block->skip == 0 && ahd_judge_is_prose(line);
        sums->letters[i + 1] = sums->letters[i] + line->letters;
        sums->links[i + 1] = sums->links[i] + line->link_letters;
        sums->prose[i + 1] = sums->prose[i] + (prose ? line->letters : 0);
        sums->prose_lines[i + 1] = sums->prose_lines[i] + prose;
    }
}

/* Of each block, the child with most prose, or AHD_NONE. */
static uint32_t *main_children(const ahd_outline *o, const uint32_t *prose)
{
    uint32_t *child = ahd_new(o->arena, uint32_t, o->blocks.count);

    for (uint32_t i = 0; i < o->blocks.count; i++)
        child[i] = AHD_NONE;
    for (uint32_t i = o->blocks.count; i-- > 1;) {
        uint32_t *best = &child[o->blocks.items[i].parent];
        if (*best == AHD_NONE ||
            ahd_region_sum(o, prose, i) >= ahd_region_sum(o, prose, *best))
            *best = i;
    }
    return child;
}

/* The block with most prose of those that have `hint`, if that is `share`
 * percent of all; else the root. */
static uint32_t largest(const ahd_outline *o, const uint32_t *prose,
                        uint32_t hint, uint32_t share)
{
    uint32_t best = 0, most = 0;

    for (uint32_t i = 1; i < o->blocks.count; i++)
        if ((o->blocks.items[i].hint & hint) &&
            ahd_region_sum(o, prose, i) > most) {
            best = i;
            most = ahd_region_sum(o, prose, i);
        }
    uint64_t all = ahd_region_sum(o, prose, 0);
    return (uint64_t)most * 100 >= all * share ? best : 0;
}

static bool holds_blocks(ahd_element e)
{
    return e != AHD_ELEMENT_P && e != AHD_ELEMENT_LI &&
           e != AHD_ELEMENT_BLOCKQUOTE && e != AHD_ELEMENT_UL &&
           e != AHD_ELEMENT_OL && e != AHD_ELEMENT_TABLE;
}

/* From a named body, else from the article or the page down to the smallest
 * block that still holds nearly all. */
static uint32_t choose(const ahd_outline *o, const uint32_t *prose)
{
    const uint32_t *children = main_children(o, prose);
    uint32_t at = largest(o, prose, AHD_HINT_BODY, BODY_SHARE);

    if (at != 0)
        return at;
    at = largest(o, prose, AHD_HINT_ARTICLE, ARTICLE_SHARE);
    for (;;) {
        uint32_t child = children[at];
        if (child == AHD_NONE || !holds_blocks(o->blocks.items[child].element))
            return at;
        uint64_t part = ahd_region_sum(o, prose, child);
        if (part == 0 ||
            part * 100 < (uint64_t)ahd_region_sum(o, prose, at) * CHILD_SHARE)
            return at;
        at = child;
    }
}

void ahd_region_find(const ahd_outline *outline, ahd_region *out)
{
    add_up(outline, &out->sums);
    out->block = choose(outline, out->sums.prose);
}
