/* english_train_learn.c - an averaged perceptron over whole sentences. */
#include "english_train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    EPOCHS = 6,
    ORDERS = 12, /* each forgets what the one before knew; their mean is kept */
    LANES = AHD_ENGLISH_LANES,
    ROWS = 1 << AHD_ENGLISH_ROW_BITS,
    SCALE = 16 /* of a weight of the perceptron, as an integer */
};

/* Weights as they are now, and the sum of (step * change) of each. */
typedef struct table {
    int32_t *now;
    int64_t *late;
} table;

typedef struct learner {
    table rows, usual, pair, triple;
    int16_t (*after)[LANES]; /* pair + triple, what the beam wants */
    int64_t step;
} learner;

static table table_new(ahd_arena *arena, size_t cells)
{
    return (table){ahd_new(arena, int32_t, cells),
                   ahd_new(arena, int64_t, cells)};
}

static void change(const learner *l, table *t, size_t cell, int by)
{
    t->now[cell] += by;
    t->late[cell] += l->step * by;
}

static double mean(const learner *l, const table *t, size_t cell)
{
    return t->now[cell] - (double)t->late[cell] / (double)l->step;
}

static void change_after(learner *l, uint32_t before, uint32_t last,
                         uint32_t tag, int by)
{
    change(l, &l->triple, (before * LANES + last) * LANES + tag, by);
    l->after[before * LANES + last][tag] += (int16_t)by;
    change(l, &l->pair, last * LANES + tag, by);
    for (uint32_t i = 0; i < LANES; i++)
        l->after[i * LANES + last][tag] += (int16_t)by;
}

static void change_word(learner *l, const sentence *s, uint32_t i,
                        const ahd_english_reading *r, int by)
{
    for (uint32_t k = 0; k < s->asked; k++)
        change(l, &l->rows, s->rows[i][k] * LANES + r->tag, by);
    change(l, &l->usual, r->usual * LANES + r->tag, by);
}

static void score(const learner *l, const sentence *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        ahd_english_piece *w = &s->words[i];
        w->scores[0] = 0;
        for (uint32_t k = 0; w->count > 1 && k < w->count; k++) {
            const ahd_english_reading *r = &w->readings[k];
            w->scores[k] = l->usual.now[r->usual * LANES + r->tag];
            for (uint32_t c = 0; c < s->asked; c++)
                w->scores[k] += l->rows.now[s->rows[i][c] * LANES + r->tag];
        }
    }
}

static uint32_t right_reading(const ahd_english_piece *w, uint8_t gold)
{
    for (uint32_t k = 0; k < w->count; k++)
        if (w->readings[k].tag == gold)
            return k;
    return w->chosen;
}

static void learn_from(learner *l, const sentence *s)
{
    uint32_t said[2] = {AHD_ENGLISH_EDGE, AHD_ENGLISH_EDGE};
    uint32_t right[2] = {AHD_ENGLISH_EDGE, AHD_ENGLISH_EDGE};

    l->step++;
    score(l, s);
    ahd_english_tags_choose((const int16_t(*)[LANES])l->after, s->words,
                            s->count);
    for (uint32_t i = 0; i < s->count; i++) {
        const ahd_english_piece *w = &s->words[i];
        const ahd_english_reading *got = &w->readings[w->chosen];
        const ahd_english_reading *want =
            &w->readings[right_reading(w, s->gold[i])];
        if (got != want) {
            change_word(l, s, i, got, -1);
            change_word(l, s, i, want, 1);
        }
        if (got != want || said[0] != right[0] || said[1] != right[1]) {
            change_after(l, said[0], said[1], got->tag, -1);
            change_after(l, right[0], right[1], want->tag, 1);
        }
        said[0] = said[1];
        said[1] = got->tag;
        right[0] = right[1];
        right[1] = want->tag;
    }
}

static int quantised(double weight, int most)
{
    int value = (int)lround(weight * SCALE);

    return value > most ? most : value < -most ? -most : value;
}

/* Weights of a new order begin at nothing; sums go on. */
static void forget(table *t, int64_t step, size_t cells)
{
    for (size_t i = 0; i < cells; i++) {
        t->late[i] -= step * t->now[i];
        t->now[i] = 0;
    }
}

static void write_out(const learner *l, ahd_english_weights *out)
{
    for (size_t i = 0; i < (size_t)ROWS * LANES; i++)
        out->rows[i / LANES][i % LANES] =
            (int8_t)quantised(mean(l, &l->rows, i), INT8_MAX);
    for (size_t i = 0; i < (size_t)AHD_ENGLISH_USUAL * LANES; i++)
        out->usual[i / LANES][i % LANES] =
            (int16_t)quantised(mean(l, &l->usual, i), INT16_MAX / 4);
    for (size_t i = 0; i < (size_t)AHD_ENGLISH_AFTER * LANES; i++)
        out->after[i / LANES][i % LANES] = (int16_t)quantised(
            mean(l, &l->triple, i) +
                mean(l, &l->pair, i % ((size_t)LANES * LANES)),
            INT16_MAX / 4);
}

static uint32_t random_below(uint64_t *state, uint32_t limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*state >> 33) % limit);
}

static void begin_order(learner *l)
{
    forget(&l->rows, l->step, (size_t)ROWS * LANES);
    forget(&l->usual, l->step, (size_t)AHD_ENGLISH_USUAL * LANES);
    forget(&l->pair, l->step, (size_t)LANES * LANES);
    forget(&l->triple, l->step, (size_t)AHD_ENGLISH_AFTER * LANES);
    memset(l->after, 0, sizeof *l->after * AHD_ENGLISH_AFTER);
}

static void learn_all(learner *l, const sentence **order, uint32_t count,
                      uint64_t *state)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t other = i + random_below(state, count - i);
        const sentence *chosen = order[other];
        order[other] = order[i];
        order[i] = chosen;
        learn_from(l, chosen);
    }
}

void learn(const school *s, uint32_t folds, uint32_t fold,
           ahd_english_weights *out)
{
    ahd_mark mark = ahd_arena_mark(s->scratch);
    learner l = {
        .rows = table_new(s->scratch, (size_t)ROWS * LANES),
        .usual = table_new(s->scratch, (size_t)AHD_ENGLISH_USUAL * LANES),
        .pair = table_new(s->scratch, (size_t)LANES * LANES),
        .triple = table_new(s->scratch, (size_t)AHD_ENGLISH_AFTER * LANES)};
    const sentence **order = ahd_new(s->scratch, const sentence *,
                                     s->sentences.count + s->own.count + 1);
    uint32_t count = 0;
    uint64_t state = 4;

    l.after = ahd_arena_alloc(s->scratch, sizeof *l.after, AHD_ENGLISH_AFTER);
    for (uint32_t i = 0; i < s->sentences.count; i++)
        if (i % folds != fold)
            order[count++] = &s->sentences.items[i];
    for (uint32_t i = 0; i < s->own.count; i++)
        order[count++] = &s->own.items[i];
    for (int i = 0; i < ORDERS * EPOCHS; i++) {
        if (i % EPOCHS == 0)
            begin_order(&l);
        learn_all(&l, order, count, &state);
    }
    write_out(&l, out);
    ahd_arena_rewind(s->scratch, mark);
}
