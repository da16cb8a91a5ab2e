/* names_train_learn.c - a conditional random field over whole sentences, its
 * weights found step by step (AdaGrad), a part of what is asked hidden at each
 * look; the mean of the later rounds is kept. */
#include "names_train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LANES = AHD_LABELS,
    EDGE = AHD_LABEL_EDGE,
    LABELS = AHD_NAME_LABELS,
    ROWS = 1 << AHD_NAME_ROW_BITS,
    ROUNDS = 16,
    KEPT = 8, /* rounds whose mean is kept */
};

static const float RATE = 0.05f, HIDDEN = 0.3f;

typedef struct field {
    float (*rows)[LANES], (*after)[LABELS]; /* weights, */
    float (*grads)[LANES],
        (*pairs)[LABELS]; /* sums of squares of their slopes */
    float (*sums)[LANES], (*sums_after)[LABELS];
    uint32_t *times; /* how often each row was shown */
    uint8_t *gone;   /* rows that are not kept */
    uint32_t summed;
    uint64_t random;
} field;

typedef struct sheet {
    float words[AHD_LABEL_WORDS][LANES]; /* scores, then slopes */
    float before[AHD_LABEL_WORDS][LANES], later[AHD_LABEL_WORDS][LANES];
    float pairs[LABELS][LABELS]; /* slopes */
    float exps[LABELS][LABELS];
    uint32_t shown[AHD_LABEL_WORDS][AHD_HINTS_MOST + AHD_HINTS_TOLD];
    uint32_t count[AHD_LABEL_WORDS];
} sheet;

static uint32_t random_below(field *f, uint32_t limit)
{
    f->random = f->random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((f->random >> 33) % limit);
}

/* Some of the rows of a word that are left; how many there are. */
static uint32_t show_rows(field *f, const uint32_t *rows, uint32_t count,
                          uint32_t *shown, uint32_t *many)
{
    uint32_t kept = 0;

    for (uint32_t k = 0; k < count; k++) {
        if (rows[k] == NOT_TOLD || f->gone[rows[k]])
            continue;
        kept++;
        if (random_below(f, 1000) >= (uint32_t)(HIDDEN * 1000))
            shown[(*many)++] = rows[k];
    }
    return kept;
}

/* What the document tells is known of half of the sentences alone. */
static void show(field *f, const school *s, const lesson *l, sheet *t)
{
    bool told = l->told != NULL && random_below(f, 2) == 0;

    for (uint32_t i = 0; i < l->count; i++) {
        t->count[i] = 0;
        uint32_t kept = show_rows(f, l->rows + i * s->asked, s->asked,
                                  t->shown[i], &t->count[i]);
        if (told)
            kept += show_rows(f, l->told + i * AHD_HINTS_TOLD, AHD_HINTS_TOLD,
                              t->shown[i], &t->count[i]);
        memset(t->words[i], 0, sizeof t->words[i]);
        float scale = ((float)kept + 1) / (float)(t->count[i] + 1);
        for (uint32_t k = 0; k < t->count[i]; k++)
            for (int n = 0; n < LANES; n++)
                t->words[i][n] += f->rows[t->shown[i][k]][n];
        for (int n = 0; n < LANES; n++)
            t->words[i][n] *= scale;
    }
}

static float level(float row[LANES])
{
    float all = 1e-30f;

    for (int k = 0; k < AHD_LABELS; k++)
        all += row[k];
    for (int k = 0; k < LANES; k++)
        row[k] = k < AHD_LABELS ? row[k] / all : 0;
    return all;
}

/* Scores become factors; rows of sums, both ways. */
static void sum_both(field *f, uint32_t count, sheet *t)
{
    for (int a = 0; a < LABELS; a++)
        for (int b = 0; b < LABELS; b++)
            t->exps[a][b] = ahd_labels_may_follow((uint32_t)a, (uint32_t)b)
                                ? expf(f->after[a][b])
                                : 0;
    for (uint32_t i = 0; i < count; i++) {
        float most = -1e30f;
        for (int k = 0; k < AHD_LABELS; k++)
            most = t->words[i][k] > most ? t->words[i][k] : most;
        for (int k = 0; k < AHD_LABELS; k++)
            t->words[i][k] = expf(t->words[i][k] - most);
        for (int k = 0; k < AHD_LABELS; k++) {
            float sum = i == 0 ? t->exps[EDGE][k] : 0;
            for (int a = 0; i > 0 && a < AHD_LABELS; a++)
                sum += t->before[i - 1][a] * t->exps[a][k];
            t->before[i][k] = sum * t->words[i][k];
        }
        level(t->before[i]);
    }
    for (int a = 0; a < AHD_LABELS; a++)
        t->later[count - 1][a] = t->exps[a][EDGE];
    for (uint32_t i = count - 1; i > 0; i--) {
        for (int a = 0; a < AHD_LABELS; a++) {
            float sum = 0;
            for (int k = 0; k < AHD_LABELS; k++)
                sum += t->exps[a][k] * t->words[i][k] * t->later[i][k];
            t->later[i - 1][a] = sum;
        }
        level(t->later[i - 1]);
    }
}

static void slope_pair(const sheet *t, uint32_t i, float slopes[LABELS][LABELS])
{
    float pairs[LANES][LANES], all = 1e-30f;

    for (int a = 0; a < AHD_LABELS; a++)
        for (int k = 0; k < AHD_LABELS; k++) {
            pairs[a][k] = t->before[i - 1][a] * t->exps[a][k] * t->words[i][k] *
                          t->later[i][k];
            all += pairs[a][k];
        }
    for (int a = 0; a < AHD_LABELS; a++)
        for (int k = 0; k < AHD_LABELS; k++)
            slopes[a][k] -= pairs[a][k] / all;
}

/* Slopes: what is right less what is likely. */
static void set_slopes(const lesson *l, sheet *t)
{
    float likely[LANES];

    memset(t->pairs, 0, sizeof t->pairs);
    for (uint32_t i = 1; i < l->count; i++) {
        slope_pair(t, i, t->pairs);
        t->pairs[l->labels[i - 1]][l->labels[i]] += 1;
    }
    for (uint32_t i = 0; i < l->count; i++) {
        for (int k = 0; k < LANES; k++)
            likely[k] = k < AHD_LABELS ? t->before[i][k] * t->later[i][k] : 0;
        level(likely);
        if (i == 0)
            for (int k = 0; k < AHD_LABELS; k++)
                t->pairs[EDGE][k] -= likely[k];
        if (i + 1 == l->count)
            for (int k = 0; k < AHD_LABELS; k++)
                t->pairs[k][EDGE] -= likely[k];
        for (int k = 0; k < LANES; k++)
            t->words[i][k] = -likely[k];
        t->words[i][l->labels[i]] += 1;
    }
    t->pairs[EDGE][l->labels[0]] += 1;
    t->pairs[l->labels[l->count - 1]][EDGE] += 1;
}

static void climb(float *weights, float *squares, const float *slopes,
                  int count)
{
    for (int k = 0; k < count; k++) {
        squares[k] += slopes[k] * slopes[k];
        weights[k] += RATE * slopes[k] / (sqrtf(squares[k]) + 1e-2f);
    }
}

static void learn_from(field *f, const school *s, const lesson *l, sheet *t)
{
    show(f, s, l, t);
    sum_both(f, l->count, t);
    set_slopes(l, t);
    for (uint32_t i = 0; i < l->count; i++)
        for (uint32_t k = 0; k < t->count[i]; k++, f->times[t->shown[i][k]]++)
            climb(f->rows[t->shown[i][k]], f->grads[t->shown[i][k]],
                  t->words[i], LANES);
    for (int a = 0; a < LABELS; a++)
        climb(f->after[a], f->pairs[a], t->pairs[a], LABELS);
}

static void add_up(field *f)
{
    f->summed++;
    for (uint32_t i = 0; i < ROWS; i++)
        for (int k = 0; k < LANES; k++)
            f->sums[i][k] += f->rows[i][k];
    for (uint32_t i = 0; i < LABELS; i++)
        for (int k = 0; k < LABELS; k++)
            f->sums_after[i][k] += f->after[i][k];
}

static int quantised(double sum, uint32_t summed, int most)
{
    int value = (int)lround(sum / summed * 16);

    return value > most ? most : value < -most ? -most : value;
}

/* How much a row says in all. */
static float says(const field *f, uint32_t row)
{
    float least = 0, most = 0;

    for (int k = 0; k < AHD_LABELS; k++) {
        least = f->rows[row][k] < least ? f->rows[row][k] : least;
        most = f->rows[row][k] > most ? f->rows[row][k] : most;
    }
    return (most - least) * sqrtf((float)f->times[row]);
}

/* Of the rows that share a slot one stays; learning goes on with these. */
static void keep_best(field *f)
{
    memset(f->gone, 1, ROWS);
    for (uint32_t slot = 0; slot < AHD_NAME_SLOTS; slot++) {
        uint32_t first = slot << AHD_NAME_TAG_BITS, best = first;
        for (uint32_t row = first; row >> AHD_NAME_TAG_BITS == slot; row++)
            best = says(f, row) > says(f, best) ? row : best;
        f->gone[best] = f->times[best] == 0;
    }
}

static void write_row(const field *f, uint32_t row, names_pack *out)
{
    int8_t lanes[LANES] = {0};
    int any = 0;

    for (int k = 0; k < AHD_LABEL_OUT; k++) {
        double more = f->sums[row][k] - f->sums[row][AHD_LABEL_OUT];
        lanes[k] = (int8_t)quantised(more, f->summed, INT8_MAX);
        any |= lanes[k];
    }
    if (any != 0)
        names_pack_set(out, row, lanes);
}

static void write_out(const field *f, names_pack *out)
{
    for (uint32_t row = 0; row < ROWS; row++)
        if (!f->gone[row])
            write_row(f, row, out);
    for (uint32_t i = 0; i < LABELS; i++)
        for (uint32_t k = 0; k < LABELS; k++)
            out->after[i][k] =
                ahd_labels_may_follow(i, k)
                    ? (int16_t)quantised(f->sums_after[i][k], f->summed, 1023)
                    : AHD_NAME_NEVER;
}

static void learn_all(field *f, const school *s, const lesson **order,
                      uint32_t count, sheet *t)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t other = i + random_below(f, count - i);
        const lesson *chosen = order[other];
        order[other] = order[i];
        order[i] = chosen;
        learn_from(f, s, chosen, t);
    }
}

void learn(const school *s, names_pack *out)
{
    ahd_mark mark = ahd_arena_mark(s->scratch);
    const lesson **order =
        ahd_new(s->scratch, const lesson *, s->lessons.count + 1);
    field f = {.random = 4};
    sheet *t = ahd_new(s->scratch, sheet, 1);
    uint32_t count = 0;

    f.rows = ahd_arena_alloc(s->scratch, sizeof *f.rows, ROWS);
    f.grads = ahd_arena_alloc(s->scratch, sizeof *f.rows, ROWS);
    f.sums = ahd_arena_alloc(s->scratch, sizeof *f.sums, ROWS);
    f.gone = ahd_new(s->scratch, uint8_t, ROWS);
    f.times = ahd_new(s->scratch, uint32_t, ROWS);
    f.after = ahd_arena_alloc(s->scratch, sizeof *f.after, LABELS);
    f.pairs = ahd_arena_alloc(s->scratch, sizeof *f.pairs, LABELS);
    f.sums_after = ahd_arena_alloc(s->scratch, sizeof *f.sums_after, LABELS);
    for (uint32_t i = 0; i < s->lessons.count; i++)
        order[count++] = &s->lessons.items[i];
    for (int i = 0; i < ROUNDS; i++) {
        if (i == ROUNDS - KEPT - 2)
            keep_best(&f);
        learn_all(&f, s, order, count, t);
        if (i + KEPT >= ROUNDS)
            add_up(&f);
    }
    write_out(&f, out);
    ahd_arena_rewind(s->scratch, mark);
}
