#include "keep.h"

#include "base/forest.h"
#include "furniture.h"

#include "article_trees.inc"

/* A line is kept from this score on: as likely as not, and a little less, for
 * what is lost is lost. */
enum {
    KEPT = -AHD_FOREST_UNIT / 5,
    COPY_LETTERS = 40,
    NOTHING = 10 /* of 255 */
};

/* The first trees tell menus and prose apart; the others are asked where a
 * block of lines has one that may be the article's. */
enum { GLANCE = 100, DOUBTFUL = -2 * AHD_FOREST_UNIT };

static const ahd_forest glance = {first_trees, GLANCE, FIRST_BIAS};
static const ahd_forest closer = {
    first_trees + GLANCE, sizeof first_trees / sizeof *first_trees - GLANCE, 0};
static const ahd_forest second = {
    second_trees, sizeof second_trees / sizeof *second_trees, SECOND_BIAS};

static void look_closer(const uint8_t *cells, size_t stride, uint32_t count,
                        int32_t *scores)
{
    int32_t more[AHD_FOREST_BLOCK];
    bool doubtful = false;

    for (uint32_t i = 0; i < count; i++)
        doubtful |= scores[i] > DOUBTFUL;
    if (!doubtful)
        return;
    ahd_forest_score(&closer, cells, stride, count, more);
    for (uint32_t i = 0; i < count; i++)
        scores[i] += more[i];
}

static int32_t *first_look(const ahd_folio *folio)
{
    uint32_t count = folio->outline.lines.count;
    size_t stride;
    const uint8_t *cells = ahd_feature_cells(folio->features, &stride);
    int32_t *scores = ahd_new(folio->outline.arena, int32_t, count);

    ahd_forest_score(&glance, cells, stride, count, scores);
    for (uint32_t at = 0; at < count; at += AHD_FOREST_BLOCK) {
        uint32_t left = count - at;
        look_closer(cells + at, stride,
                    left < AHD_FOREST_BLOCK ? left : AHD_FOREST_BLOCK,
                    scores + at);
    }
    return scores;
}

/* The lines that the first look did not put aside, side by side: the second
 * look asks of no lines around. */
static uint32_t *gather(const ahd_folio *folio, const uint8_t *sure,
                        uint32_t *count)
{
    uint32_t all = folio->outline.lines.count;
    uint32_t *lines = ahd_new(folio->outline.arena, uint32_t, all);

    *count = 0;
    for (uint32_t i = 0; i < all; i++)
        if (sure[i] > NOTHING)
            lines[(*count)++] = i;
    return lines;
}

static int32_t *second_look(const ahd_folio *folio, const uint32_t *lines,
                            uint32_t count)
{
    ahd_arena *arena = folio->outline.arena;
    size_t from, to = ahd_forest_stride(count);
    const uint8_t *all = ahd_feature_cells(folio->features, &from);
    uint8_t *cells = ahd_new(arena, uint8_t, to * AHD_FEATURES);
    int32_t *scores = ahd_new(arena, int32_t, count);

    for (size_t k = 0; k < AHD_FEATURES; k++) {
        const uint8_t *source = all + from * k + AHD_FOREST_NEAR;
        uint8_t *target = ahd_forest_column(cells, to, k);
        for (uint32_t i = 0; i < count; i++)
            target[i] = source[lines[i]];
    }
    ahd_forest_score(&second, cells, to, count, scores);
    return scores;
}

/* The logistic function in 255ths. 2^-n is a shift, and between two whole n a
 * parabola is near enough; understanding does without libm. */
static uint8_t sure_of(int32_t score)
{
    float size = (float)(score < 0 ? -score : score) / AHD_FOREST_UNIT;
    float power = size * 1.442695F;
    int whole = power < 30 ? (int)power : 30;
    float part = power - (float)whole;
    float small =
        part > 1 ? 0
                 : (1 - part * (.6697F - part * .1697F)) / (float)(1 << whole);
    float sure = 1 / (1 + small);

    return (uint8_t)(255 * (score < 0 ? 1 - sure : sure) + .5F);
}

uint8_t *ahd_keep_first(const ahd_folio *folio)
{
    uint32_t count = folio->outline.lines.count;
    const int32_t *scores = first_look(folio);
    uint8_t *sure = ahd_new(folio->outline.arena, uint8_t, count);

    for (uint32_t i = 0; i < count; i++)
        sure[i] = sure_of(scores[i]);
    return sure;
}

/* A heading with nothing under it heads something that was dropped. */
static void drop_empty_headings(ahd_line *lines, uint32_t count)
{
    bool filled = false;

    for (uint32_t i = count; i-- > 0;) {
        if (!lines[i].keep)
            continue;
        if (lines[i].kind == AHD_LINE_HEADING)
            lines[i].keep = filled;
        filled = lines[i].kind != AHD_LINE_HEADING;
    }
}

/* Pages hold copies of a text for print, for phones, for sharing. */
static void drop_copies(const ahd_folio *folio, ahd_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t first = ahd_feature_same(folio->features, i);
        if (first != i && lines[first].keep && lines[i].letters >= COPY_LETTERS)
            lines[i].keep = false;
    }
}

/* What the lines of the region say of the author. */
static ahd_str find_author(const ahd_folio *folio)
{
    const ahd_outline *o = &folio->outline;
    const ahd_block *b = &o->blocks.items[folio->region.block];
    uint32_t count = b->end_line - b->first_line;
    ahd_line *lines = ahd_new(o->arena, ahd_line, count);

    for (uint32_t i = 0; i < count; i++) {
        lines[i] = o->lines.items[b->first_line + i];
        lines[i].words = ahd_feature_words(folio->features, b->first_line + i);
    }
    return ahd_judge_lines(folio->reader->in, lines, count);
}

/* Captions stand apart, and the title is told already. */
static bool may_stay(const ahd_folio *folio, uint32_t i)
{
    const ahd_line *line = &folio->outline.lines.items[i];

    return line->kind != AHD_LINE_CAPTION &&
           !ahd_str_eq(line->words, folio->title.words);
}

ahd_str ahd_keep_judge(ahd_folio *folio)
{
    uint32_t count = folio->outline.lines.count;
    ahd_line *lines = folio->outline.lines.items;

    const uint8_t *sure = ahd_keep_first(folio);
    uint32_t asked;

    ahd_feature_echo(folio->features, sure);
    for (uint32_t i = 0; i < count; i++) {
        lines[i].words = ahd_feature_words(folio->features, i);
        lines[i].keep = false;
    }
    const uint32_t *rows = gather(folio, sure, &asked);
    const int32_t *scores = second_look(folio, rows, asked);
    for (uint32_t i = 0; i < asked; i++)
        lines[rows[i]].keep = scores[i] > KEPT && may_stay(folio, rows[i]);
    drop_copies(folio, lines, count);
    drop_empty_headings(lines, count);
    return find_author(folio);
}
