#include "shape.h"

#include "base/map.h"
#include "base/utf8.h"
#include "furniture.h"

#include <string.h>

enum {
    FAR = 1023,         /* lines: no prose above, or below */
    MOST_GAIN = 400,    /* letters that one line adds to a run */
    SHORT_LETTERS = 25, /* such a line breaks a run twice as much */
    MIDDLE = 1,         /* the run that places are told by */
};

/* What a line between two of prose costs a run. */
static const int run_costs[AHD_SHAPE_RUNS] = {12, 40, 120};
static const uint32_t reaches[AHD_SHAPE_WINDOWS] = {3, 8, 20};
static const int neighbours[AHD_SHAPE_NEIGHBOURS] = {-2, -1, 1, 2};

/* The letters of a line, counted. */
typedef struct tally {
    uint32_t words, digits, capitals, small; /* words that begin so */
    uint32_t shouted;                        /* of capitals only */
    uint32_t commas, stops, bars, quotes;
    uint32_t first, last, run, value; /* code points; digits in a row */
    bool address, rights, year, clock;
} tally;

typedef struct run {
    uint32_t first, end;
    float share; /* of the page's prose */
} run;

struct ahd_shapes {
    const ahd_line *lines;
    uint32_t count;
    float *own; /* AHD_SHAPE_OWN numbers of each line */
    /* Sums over the lines before each. */
    uint32_t *prose, *prose_lines, *letters, *ending;
    uint32_t *up, *down; /* lines to the next prose */
    run runs[AHD_SHAPE_RUNS];
    ahd_map texts; /* how often each line occurs */
    ahd_furniture_kind *kinds;
    uint32_t *since_related; /* lines */
    uint32_t ended;          /* lines from here on follow an end mark */
};

static float clip(float x)
{
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

static float share(uint32_t part, uint32_t whole)
{
    return whole == 0 ? 0 : clip((float)part / (float)whole);
}

float ahd_shape_scale(uint32_t n)
{
    uint32_t whole = 0, m = n >= FAR ? FAR + 1 : n + 1;

    while (m >> (whole + 1) > 0)
        whole++;
    return ((float)whole + (float)m / (float)(1u << whole) - 1) / 10;
}

/* ---------------------------------------------------------------- letters */

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
           (c >= 0x6F0 && c <= 0x6F9);
}

static bool is_capital(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
           (c >= 0x100 && c < 0x138 && c % 2 == 0) ||
           (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

/* A letter that is no capital; what has no capitals is small. */
static bool is_small(uint32_t c)
{
    return (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c != 0xF7 && !is_capital(c) && !is_digit(c) &&
            !(c >= 0x2000 && c < 0x3040) && c != 0x60C && c != 0x61B &&
            c != 0x61F && c != 0x6D4);
}

static bool is_bullet(uint32_t c)
{
    return c == '*' || c == '-' || c == '|' || c == '+' || c == '#' ||
           c == '>' || c == 0xB7 || c == 0x2022 || c == 0x2013 || c == 0x2014 ||
           c == 0xBB || c == 0x25AA || c == 0x25BA || c == 0x25E6 ||
           c == 0x25CB || c == 0x25CF;
}

static bool is_quote(uint32_t c)
{
    return c == '"' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB;
}

static void count_mark(tally *t, uint32_t c)
{
    t->commas += c == ',' || c == ';' || c == 0x60C || c == 0x61B ||
                 c == 0x3001 || c == 0xFF0C;
    t->stops += c == '.' || c == '!' || c == '?' || c == 0x61F || c == 0x6D4 ||
                c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
    t->bars += c == '|' || c == '/' || c == '>' || c == '<' || c == '#' ||
               c == 0xBB || c == 0x2022 || c == 0xB7;
    t->quotes += is_quote(c);
    t->address |= c == '@';
    t->rights |= c == 0xA9 || c == 0xAE;
}

/* Four digits from 1900 to 2099 are a year, two before a colon a time of day.
 */
static void count_digit(tally *t, uint32_t c)
{
    if (is_digit(c)) {
        uint32_t zero = c < 0x660 ? '0' : c < 0x6F0 ? 0x660 : 0x6F0;
        t->digits++;
        t->run++;
        t->value = t->value % 10000 * 10 + (c - zero);
        return;
    }
    t->year |= t->run == 4 && t->value >= 1900 && t->value < 2100;
    t->clock |= t->run > 0 && t->run < 3 && c == ':';
    t->run = t->value = 0;
}

static void end_word(tally *t, uint32_t letters, uint32_t capitals)
{
    t->shouted += letters > 1 && capitals == letters;
}

static tally count_letters(ahd_str words)
{
    tally t = {0};
    uint32_t letters = 0, capitals = 0, before = ' ';

    for (size_t at = 0; at < words.len;) {
        uint32_t c = ahd_utf8_next(words, &at);
        bool space = c == ' ' || c == '\t' || c == 0xA0;
        if (space) {
            end_word(&t, letters, capitals);
            letters = capitals = 0;
        } else if (before == ' ') {
            t.words++;
            t.capitals += is_capital(c);
            t.small += is_small(c);
            t.first = t.first ? t.first : c;
        }
        letters += !space;
        capitals += is_capital(c);
        count_mark(&t, c);
        count_digit(&t, c);
        before = space ? ' ' : c;
        t.last = space ? t.last : c;
    }
    end_word(&t, letters, capitals);
    count_digit(&t, ' ');
    return t;
}

static bool holds(ahd_str words, ahd_str part)
{
    return ahd_str_find(words, part) < words.len;
}

/* ------------------------------------------------------- the page as a whole
 */

/* The stretch of lines in which prose outweighs what is between. */
static run find_run(const ahd_shapes *r, int cost)
{
    int64_t sum = 0, most = 0;
    uint32_t first = 0;
    run best = {0, 0, 0};

    for (uint32_t i = 0; i < r->count; i++) {
        uint32_t prose = r->prose[i + 1] - r->prose[i];
        uint32_t letters = r->lines[i].letters;
        if (sum <= 0) {
            sum = 0;
            first = i;
        }
        sum += prose > MOST_GAIN         ? MOST_GAIN
               : prose > 0               ? (int64_t)prose
               : letters < SHORT_LETTERS ? -2 * cost
                                         : -cost;
        if (sum > most) {
            most = sum;
            best = (run){first, i + 1, 0};
        }
    }
    best.share =
        share(r->prose[best.end] - r->prose[best.first], r->prose[r->count]);
    return best;
}

static void sum_up(ahd_shapes *r, ahd_arena *arena)
{
    r->prose = ahd_new(arena, uint32_t, r->count + 1);
    r->prose_lines = ahd_new(arena, uint32_t, r->count + 1);
    r->letters = ahd_new(arena, uint32_t, r->count + 1);
    r->ending = ahd_new(arena, uint32_t, r->count + 1);
    for (uint32_t i = 0; i < r->count; i++) {
        const ahd_line *line = &r->lines[i];
        bool prose = ahd_judge_is_prose(line);
        r->prose[i + 1] = r->prose[i] + (prose ? line->letters : 0);
        r->prose_lines[i + 1] = r->prose_lines[i] + prose;
        r->letters[i + 1] = r->letters[i] + line->letters;
        r->ending[i + 1] = r->ending[i] + line->ends;
        ++*ahd_map_put(arena, &r->texts, line->words);
    }
}

static void measure_gaps(ahd_shapes *r, ahd_arena *arena)
{
    uint32_t gap = FAR;

    r->up = ahd_new(arena, uint32_t, r->count);
    r->down = ahd_new(arena, uint32_t, r->count);
    for (uint32_t i = 0; i < r->count; i++) {
        r->up[i] = gap;
        gap = r->prose[i + 1] > r->prose[i] ? 0 : gap + 1;
    }
    gap = FAR;
    for (uint32_t i = r->count; i-- > 0;) {
        r->down[i] = gap;
        gap = r->prose[i + 1] > r->prose[i] ? 0 : gap + 1;
    }
}

static void fill_own(const ahd_line *line, const tally *t, float *f)
{
    uint32_t words = t->words ? t->words : 1;

    f[AHD_SHAPE_LETTERS] = ahd_shape_scale(line->letters);
    f[AHD_SHAPE_WORDS] = clip(ahd_shape_scale(words) * 10 / 7);
    f[AHD_SHAPE_ENDS] = line->ends;
    f[AHD_SHAPE_DIGITS] = share(t->digits, line->letters);
    f[AHD_SHAPE_CAPITALS] = share(t->capitals, words);
    f[AHD_SHAPE_SMALL] = share(t->small, words);
    f[AHD_SHAPE_BULLET] = is_bullet(t->first);
    f[AHD_SHAPE_COMMAS] = share(t->commas * 4, words);
    f[AHD_SHAPE_STOPS] = share(t->stops * 4, words);
    f[AHD_SHAPE_PROSE] = ahd_judge_is_prose(line);
    f[AHD_SHAPE_GAP] = line->gap;
    f[AHD_SHAPE_WORD_LENGTH] = share(line->letters, words * 16);
}

static void look_at_lines(ahd_shapes *r, ahd_arena *arena)
{
    r->own = ahd_new(arena, float, (size_t)r->count *AHD_SHAPE_OWN + 1);
    for (uint32_t i = 0; i < r->count; i++) {
        tally t = count_letters(r->lines[i].words);
        fill_own(&r->lines[i], &t, r->own + (size_t)i * AHD_SHAPE_OWN);
    }
}

static bool is_end(ahd_furniture_kind kind)
{
    return kind == AHD_FURNITURE_END || kind == AHD_FURNITURE_BYLINE_MARK ||
           kind == AHD_FURNITURE_MORE_FROM;
}

static void find_phrases(ahd_shapes *r, const ahd_page_in *in, ahd_arena *arena)
{
    uint32_t since = FAR;

    r->kinds = ahd_new(arena, ahd_furniture_kind, r->count);
    r->since_related = ahd_new(arena, uint32_t, r->count);
    r->ended = r->count;
    for (uint32_t i = 0; i < r->count; i++) {
        ahd_str rest;
        r->kinds[i] = ahd_furniture_of(in, r->lines[i].words, &rest);
        r->since_related[i] = since;
        since = r->kinds[i] == AHD_FURNITURE_RELATED ? 0 : since + 1;
        if (r->ended == r->count && is_end(r->kinds[i]) && r->prose[i] > 0 &&
            i >= r->runs[MIDDLE].first)
            r->ended = i + 1;
    }
}

ahd_shapes *ahd_shapes_new(const ahd_page_in *in, const ahd_line *lines,
                           uint32_t count, ahd_arena *arena)
{
    ahd_shapes *r = ahd_new(arena, ahd_shapes, 1);

    r->lines = lines;
    r->count = count;
    sum_up(r, arena);
    measure_gaps(r, arena);
    look_at_lines(r, arena);
    for (int k = 0; k < AHD_SHAPE_RUNS; k++)
        r->runs[k] = find_run(r, run_costs[k]);
    find_phrases(r, in, arena);
    return r;
}

/* ------------------------------------------------------------ of one line */

static void fill_looks(const ahd_line *line, const tally *t, float *f)
{
    uint32_t words = t->words ? t->words : 1;
    ahd_str w = line->words;

    f[AHD_SHAPE_SHOUTED] = share(t->shouted, words);
    f[AHD_SHAPE_BARS] = share(t->bars * 2, words);
    f[AHD_SHAPE_QUOTES] = share(t->quotes, 4);
    f[AHD_SHAPE_TRAILS] = t->last == 0x2026 || ahd_str_ends(w, AHD_STR("..."));
    f[AHD_SHAPE_ADDRESS] = t->address || holds(w, AHD_STR("http")) ||
                           holds(w, AHD_STR("www.")) ||
                           holds(w, AHD_STR(".com"));
    f[AHD_SHAPE_RIGHTS] = t->rights;
    f[AHD_SHAPE_COLON] = t->last == ':';
    f[AHD_SHAPE_ASKS] = t->last == '?' || t->last == 0x61F;
    f[AHD_SHAPE_STARTS_SMALL] = t->first >= 'a' && t->first <= 'z';
    f[AHD_SHAPE_STARTS_DIGIT] = is_digit(t->first);
    f[AHD_SHAPE_INDENT] = share(line->indent, 16);
    f[AHD_SHAPE_YEAR] = t->year;
    f[AHD_SHAPE_CLOCK] = t->clock;
    f[AHD_SHAPE_ONE_WORD] = t->words == 1;
}

static void fill_phrases(const ahd_shapes *r, uint32_t i, float *f)
{
    ahd_furniture_kind kind = r->kinds[i];

    f[AHD_SHAPE_F_LINE] = kind == AHD_FURNITURE_LINE;
    f[AHD_SHAPE_F_START] = kind == AHD_FURNITURE_START;
    f[AHD_SHAPE_F_END] = is_end(kind);
    f[AHD_SHAPE_F_RELATED] = kind == AHD_FURNITURE_RELATED;
    f[AHD_SHAPE_F_BYLINE] = kind == AHD_FURNITURE_BYLINE;
    f[AHD_SHAPE_AFTER_END] = i >= r->ended;
    f[AHD_SHAPE_SINCE_RELATED] = ahd_shape_scale(r->since_related[i]);
}

static void fill_place(const ahd_shapes *r, uint32_t i, float *f)
{
    const run *m = &r->runs[MIDDLE];
    uint32_t all = r->prose[r->count], lines = r->prose_lines[r->count];
    uint32_t mean = all / (lines ? lines : 1), start = r->prose[m->first];
    uint32_t at = r->prose[i] < start ? start : r->prose[i];

    f[AHD_SHAPE_GAP_AFTER] = i + 1 == r->count || r->lines[i + 1].gap;
    f[AHD_SHAPE_TWICE] = *ahd_map_find(&r->texts, r->lines[i].words) > 1;
    f[AHD_SHAPE_RELATIVE] =
        share(r->lines[i].letters, r->lines[i].letters + mean);
    f[AHD_SHAPE_PAGE_PROSE] = ahd_shape_scale(all / 16);
    f[AHD_SHAPE_PAGE_LINES] = ahd_shape_scale(r->count);
    f[AHD_SHAPE_PAGE_DENSITY] = share(lines, r->count);
    f[AHD_SHAPE_PLACE] = share(i, r->count);
    f[AHD_SHAPE_PROSE_BEFORE] = share(r->prose[i], all);
    f[AHD_SHAPE_PROSE_UP] = ahd_shape_scale(r->up[i]);
    f[AHD_SHAPE_PROSE_DOWN] = ahd_shape_scale(r->down[i]);
    f[AHD_SHAPE_RUN_PLACE] = share(at - start, r->prose[m->end] - start);
}

static void fill_runs(const ahd_shapes *r, uint32_t i, float *f)
{
    for (uint32_t k = 0; k < AHD_SHAPE_RUNS; k++, f += AHD_SHAPE_PER_RUN) {
        const run *m = &r->runs[k];
        f[0] = i >= m->first && i < m->end;
        f[1] = i < m->first ? ahd_shape_scale(m->first - i) : 0;
        f[2] = i >= m->end ? ahd_shape_scale(i - m->end + 1) : 0;
        f[3] = m->share;
    }
}

static void fill_windows(const ahd_shapes *r, uint32_t i, float *f)
{
    for (uint32_t k = 0; k < AHD_SHAPE_WINDOWS;
         k++, f += AHD_SHAPE_PER_WINDOW) {
        uint32_t reach = reaches[k], first = i < reach ? 0 : i - reach;
        uint32_t end = i + reach + 1 < r->count ? i + reach + 1 : r->count;
        f[0] = share(r->prose_lines[i] - r->prose_lines[first], reach);
        f[1] = share(r->prose_lines[end] - r->prose_lines[i + 1], reach);
        f[2] = share(r->prose[end] - r->prose[first],
                     r->letters[end] - r->letters[first]);
        f[3] = ahd_shape_scale(r->letters[i] - r->letters[first]);
        f[4] = ahd_shape_scale(r->letters[end] - r->letters[i + 1]);
        f[5] = share(r->ending[end] - r->ending[first], end - first);
    }
}

static void fill_neighbours(const ahd_shapes *r, uint32_t i, float *f)
{
    for (int k = 0; k < AHD_SHAPE_NEIGHBOURS; k++, f += AHD_SHAPE_OWN) {
        int64_t at = (int64_t)i + neighbours[k];
        if (at >= 0 && at < r->count)
            memcpy(f, r->own + at * AHD_SHAPE_OWN, AHD_SHAPE_OWN * sizeof *f);
    }
}

void ahd_shapes_of(const ahd_shapes *r, uint32_t i, float out[AHD_SHAPES])
{
    tally t = count_letters(r->lines[i].words);

    memset(out, 0, AHD_SHAPES * sizeof *out);
    memcpy(out, r->own + (size_t)i * AHD_SHAPE_OWN,
           AHD_SHAPE_OWN * sizeof *out);
    fill_looks(&r->lines[i], &t, out);
    fill_phrases(r, i, out);
    fill_place(r, i, out);
    fill_runs(r, i, out + AHD_SHAPE_RUN);
    fill_windows(r, i, out + AHD_SHAPE_WINDOW);
    fill_neighbours(r, i, out + AHD_SHAPE_NEAR);
}
