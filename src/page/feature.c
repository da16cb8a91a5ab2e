#include "feature.h"

#include "base/forest.h"
#include "doc/doc.h"
#include "furniture.h"

#include <string.h>

enum { ALIKE_SLOTS = 4096 /* a power of two */ };

/* Where a block stands to the region. */
typedef struct place {
    uint32_t between;      /* hints from below `anchor` down to the block */
    uint16_t depth, below; /* of the block; blocks below `anchor` */
    uint16_t anchor;       /* depth of the innermost ancestor of both */
    uint32_t box;          /* the block, or what holds its paragraph */
    uint32_t path;         /* hash of three looks */
} place;

/* Lines of one path, added up. */
typedef struct alike {
    uint32_t lines, letters, links, prose;
} alike;

struct ahd_features {
    ahd_feature_in in;
    const ahd_outline *o;
    const ahd_sums *sums;
    place *places;
    alike *alikes;   /* by path % ALIKE_SLOTS */
    uint32_t *above; /* lines since the last prose, of each line */
    uint32_t *under; /* lines to the next */
    ahd_str *words;
    bool *twice;    /* do a line's words stand elsewhere as well? */
    uint32_t *same; /* the first line with a line's words: itself, mostly */
    uint32_t title; /* the line that is the title, or AHD_NONE */
    bool ended, related;
    uint8_t *cells;
    size_t stride;
};

typedef ahd_features rows;

static float clip(float x)
{
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

/* 0 at 0, .1 at 1, .5 at 31, 1 at 1,023: the logarithm, straight between the
 * powers of two. */
static float scale(uint32_t n)
{
    if (n >= 1023)
        return 1;
    int power = 31 - __builtin_clz(n + 1);
    return ((float)power - 1 + (float)(n + 1) / (float)(1 << power)) / 10;
}

static float share(uint32_t part, uint32_t whole)
{
    return whole == 0 ? 0 : clip((float)part / (float)whole);
}

/* ------------------------------------------------------------- the blocks */

static bool is_container(ahd_element e)
{
    return e == AHD_ELEMENT_DIV || e == AHD_ELEMENT_SECTION ||
           e == AHD_ELEMENT_ARTICLE || e == AHD_ELEMENT_MAIN ||
           e == AHD_ELEMENT_BODY || e == AHD_ELEMENT_ASIDE ||
           e == AHD_ELEMENT_TD || e == AHD_ELEMENT_OTHER ||
           e == AHD_ELEMENT_FOOTER || e == AHD_ELEMENT_HEADER ||
           e == AHD_ELEMENT_UL || e == AHD_ELEMENT_OL ||
           e == AHD_ELEMENT_FORM || e == AHD_ELEMENT_FIGURE;
}

static void place_block(rows *r, uint32_t i, const bool *on_path)
{
    const ahd_block *b = &r->o->blocks.items[i];
    const place *up = &r->places[b->parent];
    place *p = &r->places[i];

    p->depth = (uint16_t)(up->depth + 1);
    p->box = is_container(b->element) ? i : up->box;
    p->path = b->look * 31 + r->o->blocks.items[b->parent].look;
    if (r->o->blocks.items[b->parent].parent != AHD_NONE)
        p->path = p->path * 31 +
                  r->o->blocks.items[r->o->blocks.items[b->parent].parent].look;
    if (on_path[i]) {
        p->anchor = p->depth;
        return;
    }
    p->anchor = up->anchor;
    p->below = (uint16_t)(up->below + 1);
    p->between = up->between | b->hint;
}

static void place_blocks(rows *r)
{
    uint32_t count = r->o->blocks.count;
    bool *on_path = ahd_new(r->o->arena, bool, count);

    for (uint32_t b = r->in.region->block; b != AHD_NONE;
         b = r->o->blocks.items[b].parent)
        on_path[b] = true;
    r->places = ahd_new(r->o->arena, place, count);
    for (uint32_t i = 1; i < count; i++)
        place_block(r, i, on_path);
}

/* -------------------------------------------------------------- the lines */

static alike *alike_of(const rows *r, uint32_t line)
{
    uint32_t path = r->places[r->o->line_blocks.items[line]].path;

    path ^= path >> 15;
    return &r->alikes[path % ALIKE_SLOTS];
}

static void add_alikes(rows *r)
{
    r->alikes = ahd_new(r->o->arena, alike, ALIKE_SLOTS);
    for (uint32_t i = 0; i < r->o->lines.count; i++) {
        const ahd_line *line = &r->o->lines.items[i];
        alike *a = alike_of(r, i);
        a->lines++;
        a->letters += line->letters;
        a->links += line->link_letters;
        a->prose += r->sums->prose[i + 1] - r->sums->prose[i];
    }
}

static void measure_gaps(rows *r)
{
    uint32_t count = r->o->lines.count, gap = 1000;

    r->above = ahd_new(r->o->arena, uint32_t, count);
    r->under = ahd_new(r->o->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) {
        r->above[i] = gap;
        gap = r->sums->prose[i + 1] > r->sums->prose[i] ? 0 : gap + 1;
    }
    gap = 1000;
    for (uint32_t i = count; i-- > 0;) {
        r->under[i] = gap;
        gap = r->sums->prose[i + 1] > r->sums->prose[i] ? 0 : gap + 1;
    }
}

static bool is_title(const rows *r, ahd_str words)
{
    ahd_str title = r->in.title;

    return words.len > 0 && words.len <= title.len &&
           words.len * 4 > title.len &&
           memcmp(title.ptr, words.ptr, words.len) == 0;
}

/* Eight bytes at a time: lines are told apart by this alone. */
static uint64_t hash_of(ahd_str words)
{
    uint64_t hash = words.len, eight = 0;

    for (size_t at = 0; at < words.len; at += sizeof eight) {
        size_t left = words.len - at;
        eight = 0;
        memcpy(&eight, words.ptr + at, left < 8 ? left : 8);
        hash = (hash ^ eight) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 29;
    }
    return hash | 1; /* 0 is a free place */
}

/* In a table of at least twice as many places as lines. */
static void find_twice(rows *r)
{
    uint32_t count = r->o->lines.count, places = 16;

    while (places < 2 * count)
        places *= 2;
    uint64_t *hashes = ahd_new(r->o->arena, uint64_t, places);
    uint32_t *first = ahd_new(r->o->arena, uint32_t, places);
    r->twice = ahd_new(r->o->arena, bool, count);
    r->same = ahd_new(r->o->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t hash = hash_of(r->words[i]);
        uint32_t at = (uint32_t)(hash >> 32) & (places - 1);
        while (hashes[at] != 0 && hashes[at] != hash)
            at = (at + 1) & (places - 1);
        if (hashes[at] == hash)
            r->twice[i] = r->twice[first[at]] = true;
        else
            first[at] = i;
        hashes[at] = hash;
        r->same[i] = first[at];
    }
}

static void read_words(rows *r)
{
    uint32_t count = r->o->lines.count;

    r->words = ahd_new(r->o->arena, ahd_str, count);
    r->title = AHD_NONE;
    for (uint32_t i = 0; i < count; i++) {
        r->words[i] = ahd_outline_words(r->o, &r->o->lines.items[i]);
        if (r->title == AHD_NONE && is_title(r, r->words[i]) &&
            r->o->lines.items[i].kind == AHD_LINE_HEADING)
            r->title = i;
    }
    find_twice(r);
}

/* ----------------------------------------------------------- the features */

static void fill_words(const rows *r, uint32_t i, float *f)
{
    const ahd_line *line = &r->o->lines.items[i];
    const ahd_line_count *n = &line->n;
    uint32_t words = n->words ? n->words : 1;

    f[AHD_FEATURE_LETTERS] = scale(line->letters);
    f[AHD_FEATURE_LINKED] = share(line->link_letters, line->letters);
    f[AHD_FEATURE_ENDS] = line->ends;
    f[AHD_FEATURE_DIGITS] = share(n->digits, line->letters);
    f[AHD_FEATURE_CAPITALS] = share(n->capitals, line->letters);
    f[AHD_FEATURE_COMMAS] = share(n->commas * 4, words);
    f[AHD_FEATURE_STOPS] = share(n->stops * 4, words);
    f[AHD_FEATURE_BARS] = share(n->bars * 2, words);
    f[AHD_FEATURE_WORD_LENGTH] = share(line->letters, words * 16);
    f[AHD_FEATURE_WORDS] = clip(scale(words - 1) * 10 / 7);
    f[AHD_FEATURE_ONE_WORD] = words == 1;
    f[AHD_FEATURE_PIECES] = scale(line->end - line->first);
}

static void fill_element(const rows *r, uint32_t i, float *f)
{
    const ahd_line *line = &r->o->lines.items[i];
    ahd_element e = r->o->blocks.items[r->o->line_blocks.items[i]].element;

    f[AHD_FEATURE_HEADING] = line->kind == AHD_LINE_HEADING;
    f[AHD_FEATURE_TITLE_HEADING] = e == AHD_ELEMENT_H1;
    f[AHD_FEATURE_ITEM] = line->kind == AHD_LINE_ITEM;
    f[AHD_FEATURE_QUOTE] = line->kind == AHD_LINE_QUOTE;
    f[AHD_FEATURE_CAPTION] = line->kind == AHD_LINE_CAPTION;
    f[AHD_FEATURE_PARAGRAPH] = e == AHD_ELEMENT_P;
    f[AHD_FEATURE_CELL] = e == AHD_ELEMENT_TD || e == AHD_ELEMENT_TH;
    f[AHD_FEATURE_BARE] = is_container(e);
    f[AHD_FEATURE_PRE] = e == AHD_ELEMENT_PRE;
}

static void fill_furniture(rows *r, uint32_t i, float *f)
{
    ahd_str rest;
    ahd_furniture_kind kind = ahd_furniture_of(r->in.page, r->words[i], &rest);

    f[AHD_FEATURE_AFTER_END] = r->ended;
    f[AHD_FEATURE_AFTER_RELATED] = r->related;
    f[AHD_FEATURE_F_LINE] = kind == AHD_FURNITURE_LINE;
    f[AHD_FEATURE_F_START] = kind == AHD_FURNITURE_START;
    f[AHD_FEATURE_F_END] = kind == AHD_FURNITURE_END ||
                           kind == AHD_FURNITURE_BYLINE_MARK ||
                           kind == AHD_FURNITURE_MORE_FROM;
    f[AHD_FEATURE_F_RELATED] = kind == AHD_FURNITURE_RELATED;
    f[AHD_FEATURE_F_BYLINE] = kind == AHD_FURNITURE_BYLINE;
    bool within = f[AHD_FEATURE_IN_REGION] > 0 && r->sums->prose[i] > 0;
    r->ended = r->ended || (within && f[AHD_FEATURE_F_END] > 0);
    r->related = (r->related && f[AHD_FEATURE_ENDS] == 0) ||
                 f[AHD_FEATURE_F_RELATED] > 0;
}

static void fill_boxes(const rows *r, uint32_t i, float *f)
{
    const ahd_outline *o = r->o;
    const ahd_sums *s = r->sums;
    uint32_t all = s->prose[o->lines.count];
    uint32_t box = r->places[o->line_blocks.items[i]].box;
    uint32_t parent = o->blocks.items[box].parent;
    uint32_t outer = parent == AHD_NONE ? 0 : r->places[parent].box;
    const ahd_block *b = &o->blocks.items[box], *c = &o->blocks.items[outer];
    const alike *a = alike_of(r, i);

    f[AHD_FEATURE_BOX_PROSE] = share(ahd_region_sum(o, s->prose, box), all);
    f[AHD_FEATURE_BOX_LINKED] = share(ahd_region_sum(o, s->links, box),
                                      ahd_region_sum(o, s->letters, box));
    f[AHD_FEATURE_BOX_LINES] = scale(b->end_line - b->first_line);
    f[AHD_FEATURE_BOX_PROSE_LINES] =
        scale(ahd_region_sum(o, s->prose_lines, box));
    f[AHD_FEATURE_OUTER_PROSE] = share(ahd_region_sum(o, s->prose, outer), all);
    f[AHD_FEATURE_OUTER_LINKED] = share(ahd_region_sum(o, s->links, outer),
                                        ahd_region_sum(o, s->letters, outer));
    f[AHD_FEATURE_OUTER_LINES] = scale(c->end_line - c->first_line);
    f[AHD_FEATURE_ALIKE_PROSE] = share(a->prose, all);
    f[AHD_FEATURE_ALIKE_LINES] = scale(a->lines);
    f[AHD_FEATURE_ALIKE_LINKED] = share(a->links, a->letters);
}

static void fill_hints(const rows *r, uint32_t i, float *f)
{
    const ahd_block *blocks = r->o->blocks.items;
    uint32_t at = r->o->line_blocks.items[i];
    uint32_t between = r->places[at].between, near = 0;

    for (int k = 0; k < 3 && at != AHD_NONE; k++, at = blocks[at].parent)
        near |= blocks[at].hint;
    for (uint32_t k = 0; k < AHD_HINT_NAMED; k++)
        f[AHD_FEATURE_NEAR + k] = (float)(near >> k & 1);
    for (uint32_t k = 0; k < AHD_HINTS; k++)
        f[AHD_FEATURE_BETWEEN + k] = (float)(between >> k & 1);
}

static void fill_place(const rows *r, uint32_t i, float *f)
{
    const ahd_outline *o = r->o;
    const ahd_block *region = &o->blocks.items[r->in.region->block];
    const place *p = &r->places[o->line_blocks.items[i]];
    const place *home = &r->places[r->in.region->block];
    const uint32_t *prose = r->sums->prose;
    uint32_t start = prose[region->first_line];
    uint32_t own = prose[region->end_line] - start;

    f[AHD_FEATURE_IN_REGION] = p->anchor == home->depth;
    f[AHD_FEATURE_ABOVE] = clip((float)(home->depth - p->anchor) / 8);
    f[AHD_FEATURE_BELOW] = clip((float)p->below / 8);
    f[AHD_FEATURE_PROSE_BEFORE] = share(prose[i], prose[o->lines.count]);
    f[AHD_FEATURE_REGION_BEFORE] =
        prose[i] < start ? 0 : share(prose[i] - start, own);
    f[AHD_FEATURE_PAGE_BEFORE] = share(i, o->lines.count);
    f[AHD_FEATURE_PROSE_UP] = scale(r->above[i]);
    f[AHD_FEATURE_PROSE_DOWN] = scale(r->under[i]);
    bool after = r->title != AHD_NONE && i > r->title;
    f[AHD_FEATURE_AFTER_TITLE] = after;
    f[AHD_FEATURE_TITLE_UP] = after ? scale(i - r->title) : 1;
    f[AHD_FEATURE_IS_TITLE] = is_title(r, r->words[i]);
    f[AHD_FEATURE_TWICE] = r->twice[i];
}

static void fill_page(const rows *r, uint32_t i, float *f)
{
    const ahd_outline *o = r->o;
    const ahd_sums *s = r->sums;
    uint32_t count = o->lines.count, block = r->in.region->block;
    uint32_t mean = s->prose[count] / (s->prose_lines[count] + 1);
    uint32_t hint = o->blocks.items[block].hint;

    f[AHD_FEATURE_RELATIVE] = share(o->lines.items[i].letters, 2 * mean + 1);
    f[AHD_FEATURE_PAGE_PROSE] = scale(s->prose[count] / 16);
    f[AHD_FEATURE_PAGE_LINES] = scale(count);
    f[AHD_FEATURE_REGION_SHARE] =
        share(ahd_region_sum(o, s->prose, block), s->prose[count]);
    f[AHD_FEATURE_REGION_BODY] = (hint & AHD_HINT_BODY) != 0;
    f[AHD_FEATURE_REGION_ARTICLE] = (hint & AHD_HINT_ARTICLE) != 0;
    f[AHD_FEATURE_SAYS_ARTICLE] = r->in.says_article;
}

/* The row of one line into its place in every column. */
static void put_row(rows *r, uint32_t i, const float f[AHD_FEATURE_ECHO])
{
    uint8_t *cell = ahd_forest_column(r->cells, r->stride, 0) + i;

    for (int k = 0; k < AHD_FEATURE_ECHO; k++)
        cell[r->stride * (size_t)k] = (uint8_t)(f[k] * 255 + .5F);
}

static void fill_row(rows *r, uint32_t i)
{
    float f[AHD_FEATURE_ECHO];

    fill_words(r, i, f);
    fill_element(r, i, f);
    fill_place(r, i, f);
    fill_furniture(r, i, f);
    fill_boxes(r, i, f);
    fill_hints(r, i, f);
    fill_page(r, i, f);
    put_row(r, i, f);
}

ahd_features *ahd_feature_fill(const ahd_feature_in *in)
{
    ahd_arena *arena = in->outline->arena;
    rows *r = ahd_new(arena, rows, 1);
    uint32_t count = in->outline->lines.count;

    r->in = *in;
    r->o = in->outline;
    r->sums = &in->region->sums;
    r->stride = ahd_forest_stride(count);
    r->cells = ahd_new(arena, uint8_t, r->stride * AHD_FEATURES);
    place_blocks(r);
    add_alikes(r);
    measure_gaps(r);
    read_words(r);
    for (uint32_t i = 0; i < count; i++)
        fill_row(r, i);
    return r;
}

const uint8_t *ahd_feature_cells(const ahd_features *features, size_t *stride)
{
    *stride = features->stride;
    return features->cells;
}

ahd_str ahd_feature_words(const ahd_features *features, uint32_t line)
{
    return features->words[line];
}

uint32_t ahd_feature_same(const ahd_features *features, uint32_t line)
{
    return features->same[line];
}

/* ---------------------------------------------------------------- the echo */

/* Of the lines before each: their letters, and those that were kept. */
typedef struct echo {
    rows *r;
    const uint8_t *kept;
    uint32_t count;
    float *letters, *mass; /* count + 1 */
} echo;

static void put_echo(const echo *e, uint32_t i, int column, float value)
{
    ahd_forest_column(e->r->cells, e->r->stride, (size_t)column)[i] =
        (uint8_t)(clip(value) * 255 + .5F);
}

static float kept_at(const echo *e, int64_t i)
{
    return i < 0 || i >= e->count ? 0 : (float)e->kept[i] / 255;
}

static float ratio(float part, float whole)
{
    return whole > 0 ? part / whole : 0;
}

/* The kept share of the letters of lines [from, to). */
static float kept_share(const echo *e, uint32_t from, uint32_t to)
{
    return ratio(e->mass[to] - e->mass[from],
                 e->letters[to] - e->letters[from]);
}

static float share_around(const echo *e, uint32_t i, uint32_t reach)
{
    uint32_t to = i + reach + 1;

    return kept_share(e, i < reach ? 0 : i - reach,
                      to < e->count ? to : e->count);
}

static void echo_near(const echo *e, uint32_t i)
{
    float most = 0;

    for (int64_t k = -3; k <= 3; k++)
        if (k != 0 && kept_at(e, i + k) > most)
            most = kept_at(e, i + k);
    put_echo(e, i, AHD_ECHO_OWN, kept_at(e, i));
    put_echo(e, i, AHD_ECHO_UP, kept_at(e, (int64_t)i - 1));
    put_echo(e, i, AHD_ECHO_DOWN, kept_at(e, (int64_t)i + 1));
    put_echo(e, i, AHD_ECHO_UP_TWO, kept_at(e, (int64_t)i - 2));
    put_echo(e, i, AHD_ECHO_DOWN_TWO, kept_at(e, (int64_t)i + 2));
    put_echo(e, i, AHD_ECHO_NEAR, share_around(e, i, 5));
    put_echo(e, i, AHD_ECHO_WIDE, share_around(e, i, 20));
    put_echo(e, i, AHD_ECHO_MOST, most);
    float all = e->mass[e->count];
    put_echo(e, i, AHD_ECHO_BEFORE, ratio(e->mass[i], all));
    put_echo(e, i, AHD_ECHO_AFTER, ratio(all - e->mass[i + 1], all));
}

static void echo_boxes(const echo *e, uint32_t i, const float *alikes)
{
    const rows *r = e->r;
    uint32_t box = r->places[r->o->line_blocks.items[i]].box;
    uint32_t parent = r->o->blocks.items[box].parent;
    const ahd_block *b = &r->o->blocks.items[box];
    const ahd_block *c =
        &r->o->blocks.items[parent == AHD_NONE ? 0 : r->places[parent].box];
    const alike *a = alike_of(r, i);

    put_echo(e, i, AHD_ECHO_BOX, kept_share(e, b->first_line, b->end_line));
    put_echo(e, i, AHD_ECHO_BOX_SHARE,
             ratio(e->mass[b->end_line] - e->mass[b->first_line],
                   e->mass[e->count]));
    put_echo(e, i, AHD_ECHO_OUTER, kept_share(e, c->first_line, c->end_line));
    put_echo(e, i, AHD_ECHO_ALIKE,
             ratio(alikes[a - r->alikes], (float)(a->letters + a->lines)));
}

/* How far the lines that are likely kept are, on either side. */
static void echo_gaps(const echo *e)
{
    uint32_t up = UINT32_MAX, down = UINT32_MAX, kept = 0;

    for (uint32_t i = e->count; i-- > 0;) {
        put_echo(e, i, AHD_ECHO_KEPT_DOWN, scale(down));
        put_echo(e, i, AHD_ECHO_INSIDE, down != UINT32_MAX);
        down = e->kept[i] > 127 ? 0 : down;
        down += down != UINT32_MAX;
        kept += e->kept[i] > 127;
    }
    for (uint32_t i = 0; i < e->count; i++) {
        put_echo(e, i, AHD_ECHO_KEPT_UP, scale(up));
        if (up == UINT32_MAX)
            put_echo(e, i, AHD_ECHO_INSIDE, 0);
        up = e->kept[i] > 127 ? 0 : up;
        up += up != UINT32_MAX;
        put_echo(e, i, AHD_ECHO_PAGE, ratio((float)kept, (float)e->count));
        put_echo(e, i, AHD_ECHO_PAGE_LETTERS,
                 scale((uint32_t)e->mass[e->count] / 16));
    }
}

static float *kept_of_alikes(const echo *e)
{
    float *out = ahd_new(e->r->o->arena, float, ALIKE_SLOTS);

    for (uint32_t i = 0; i < e->count; i++)
        out[alike_of(e->r, i) - e->r->alikes] += e->mass[i + 1] - e->mass[i];
    return out;
}

void ahd_feature_echo(ahd_features *features, const uint8_t *kept)
{
    uint32_t count = features->o->lines.count;
    ahd_arena *arena = features->o->arena;
    echo e = {features, kept, count, ahd_new(arena, float, count + 1),
              ahd_new(arena, float, count + 1)};

    for (uint32_t i = 0; i < count; i++) {
        float letters = (float)features->o->lines.items[i].letters + 1;
        e.letters[i + 1] = e.letters[i] + letters;
        e.mass[i + 1] = e.mass[i] + letters * (float)kept[i] / 255;
    }
    const float *alikes = kept_of_alikes(&e);
    for (uint32_t i = 0; i < count; i++) {
        echo_near(&e, i);
        echo_boxes(&e, i, alikes);
    }
    echo_gaps(&e);
}
