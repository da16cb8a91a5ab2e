#include "keep.h"

#include "base/forest.h"
#include "furniture.h"

#include <math.h>
#include <string.h>

#include "article_trees.inc"

/* A line is kept from this score on. */
enum { KEPT = 0 };

static const ahd_forest looks[] = {
    {first_trees, sizeof first_trees / sizeof *first_trees, FIRST_BIAS},
    {second_trees, sizeof second_trees / sizeof *second_trees, SECOND_BIAS},
};

static int32_t *scores_of(const ahd_sheet *sheet, int look)
{
    uint32_t count = sheet->outline.lines.count;
    size_t stride;
    const uint8_t *cells = ahd_feature_cells(sheet->features, &stride);
    int32_t *scores = ahd_new(sheet->outline.arena, int32_t, count);

    ahd_forest_score(&looks[look], cells, stride, count, scores);
    return scores;
}

uint8_t *ahd_keep_first(const ahd_sheet *sheet)
{
    uint32_t count = sheet->outline.lines.count;
    const int32_t *scores = scores_of(sheet, 0);
    uint8_t *sure = ahd_new(sheet->outline.arena, uint8_t, count);

    for (uint32_t i = 0; i < count; i++)
        sure[i] =
            (uint8_t)(255 / (1 + expf((float)-scores[i] / AHD_FOREST_UNIT)) +
                      .5F);
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

/* What the lines of the region say of the author. */
static ahd_str find_author(const ahd_sheet *sheet)
{
    const ahd_outline *o = &sheet->outline;
    const ahd_block *b = &o->blocks.items[sheet->region.block];
    uint32_t count = b->end_line - b->first_line;
    ahd_line *lines = ahd_new(o->arena, ahd_line, count);

    for (uint32_t i = 0; i < count; i++) {
        lines[i] = o->lines.items[b->first_line + i];
        lines[i].words = ahd_feature_words(sheet->features, b->first_line + i);
    }
    return ahd_judge_lines(sheet->reader->in, lines, count, true);
}

ahd_str ahd_keep_judge(ahd_sheet *sheet)
{
    uint32_t count = sheet->outline.lines.count;
    ahd_line *lines = sheet->outline.lines.items;

    ahd_feature_echo(sheet->features, ahd_keep_first(sheet));
    const int32_t *scores = scores_of(sheet, 1);
    for (uint32_t i = 0; i < count; i++) {
        lines[i].words = ahd_feature_words(sheet->features, i);
        lines[i].keep = scores[i] > KEPT && lines[i].kind != AHD_LINE_CAPTION &&
                        !ahd_str_eq(lines[i].words, sheet->title.words);
    }
    drop_empty_headings(lines, count);
    return find_author(sheet);
}
