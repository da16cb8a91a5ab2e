#include "weigh.h"

#include "base/utf8.h"
#include "doc/doc.h"
#include "shape.h"

#include <float.h>

enum {
    TITLE_LEAST_LETTERS = 8,
    TITLE_MOST_LETTERS = 200,
    CLEAN_SHARE = 20, /* a page with less than 1/20 of furniture has none */
};

/* Scores are logarithms of odds. */
static const float title_from = -1.0f;
/* A line that is lost is worse than one too many: lines are dropped as long as
 * so much of the article's letters is lost, by the scores' own odds. */
static const float most_lost = 0.0085f;
static const float strictest = -1.5f, mildest = -5.0f, step = 0.25f;

static const struct {
    float keep, title;
} weights[] = {
#include "line_weights.inc"
};
_Static_assert(sizeof weights / sizeof *weights == AHD_SHAPES + 1,
               "a weight for each shape, and the bias");

typedef struct score {
    float keep, title;
} score;

static score weigh(const float shapes[AHD_SHAPES])
{
    score s = {weights[AHD_SHAPES].keep, weights[AHD_SHAPES].title};

    for (int i = 0; i < AHD_SHAPES; i++) {
        s.keep += weights[i].keep * shapes[i];
        s.title += weights[i].title * shapes[i];
    }
    return s;
}

/* A sentence is no title; a question or a cry may be. */
static bool may_be_title(const ahd_line *line)
{
    size_t at = line->words.len;
    uint32_t last = at > 0 ? ahd_utf8_previous(line->words, &at) : 0;

    return line->letters >= TITLE_LEAST_LETTERS &&
           line->letters <= TITLE_MOST_LETTERS &&
           (!line->ends || last == '?' || last == '!' || last == 0x61F);
}

static uint32_t best_title(const ahd_line *lines, const score *scores,
                           uint32_t count)
{
    uint32_t best = AHD_NONE;
    float most = title_from;

    for (uint32_t i = 0; i < count; i++)
        if (scores[i].title > most && may_be_title(&lines[i])) {
            best = i;
            most = scores[i].title;
        }
    return best;
}

/* What the place of the title adds to the score of a line. */
static float of_title(const ahd_line *lines, uint32_t title, uint32_t line)
{
    bool after = title != AHD_NONE && line > title;
    bool same =
        title != AHD_NONE && ahd_str_eq(lines[line].words, lines[title].words);
    float up = after ? ahd_shape_scale(line - title) : 1;

    return weights[AHD_SHAPE_IS_TITLE].keep * (float)same +
           weights[AHD_SHAPE_AFTER_TITLE].keep * (float)after +
           weights[AHD_SHAPE_TITLE_UP].keep * up;
}

/* How likely it is that a line of these odds is the article's: e^x / (1 + e^x),
 * by e^x = (1 + x/256)^256. */
static float chance(float odds)
{
    float x = odds < -12 ? -12 : odds > 12 ? 12 : odds;

    x = 1 + x / 256;
    for (int i = 0; i < 8; i++)
        x *= x;
    return x / (1 + x);
}

/* What dropping all lines up to a score would cost. */
typedef struct cost {
    float article, all; /* letters */
} cost;

static cost cost_up_to(const ahd_line *lines, const score *scores,
                       uint32_t count, float most)
{
    cost c = {0, 0};

    for (uint32_t i = 0; i < count; i++)
        if (scores[i].keep <= most) {
            c.article += chance(scores[i].keep) * (float)lines[i].letters;
            c.all += (float)lines[i].letters;
        }
    return c;
}

/* The score above which lines are kept. */
static float least_score(const ahd_line *lines, const score *scores,
                         uint32_t count)
{
    cost whole = cost_up_to(lines, scores, count, FLT_MAX);
    float least = strictest;
    cost c = cost_up_to(lines, scores, count, least);

    while (least > mildest && c.article > whole.article * most_lost) {
        least -= step;
        c = cost_up_to(lines, scores, count, least);
    }
    return c.all * CLEAN_SHARE < whole.all ? -FLT_MAX : least;
}

uint32_t ahd_weigh_lines(const ahd_page_in *in, ahd_line *lines, uint32_t count,
                         ahd_arena *arena)
{
    const ahd_shapes *shapes = ahd_shapes_new(in, lines, count, arena);
    score *scores = ahd_new(arena, score, count);
    float row[AHD_SHAPES];

    for (uint32_t i = 0; i < count; i++) {
        ahd_shapes_of(shapes, i, row);
        scores[i] = weigh(row);
    }
    uint32_t title = best_title(lines, scores, count);
    for (uint32_t i = 0; i < count; i++)
        scores[i].keep += of_title(lines, title, i);
    float least = least_score(lines, scores, count);
    for (uint32_t i = 0; i < count; i++)
        lines[i].keep = scores[i].keep > least;
    return title;
}
