/* morph_train_refine.c - features of words and kinds of proclitics, once the
 * words are known: a perceptron for each field, in the same rows, which begins
 * from what rank_learn left there: rows are hashes, and some are asked by
 * both. */
#include "morph_train.h"

#include "morph/refine.h"

#include <math.h>
#include <string.h>

enum { LANES = AHD_WEIGHTS_LANES, STEP = 16, ROUNDS = 10 };

#define SCALE .4

/* Choose one of lanes [first, first + count): `right`. */
typedef struct question {
    uint32_t *rows, row_count;
    uint8_t first, count, right;
} question;

typedef struct exam {
    treebank *bank;
    AHD_VEC(question) questions;
    int32_t (*now)[LANES];
    double (*sum)[LANES];
    double time;
} exam;

static exam the; /* filled while the lessons are made */

static uint32_t *keep(const uint32_t *rows, uint32_t count)
{
    uint32_t *out = ahd_new(the.bank->arena, uint32_t, count + 1);

    memcpy(out, rows, count * sizeof *rows);
    return out;
}

static void ask(uint32_t *rows, uint32_t count, uint32_t first, uint32_t lanes,
                uint32_t right)
{
    *ahd_vec_push(the.bank->arena, &the.questions) =
        (question){rows, count, (uint8_t)first, (uint8_t)lanes, (uint8_t)right};
}

static uint32_t field_of(const ahd_refine_field *f, uint32_t feats)
{
    return feats >> f->at & ((1u << f->bits) - 1);
}

static void ask_feats(const ahd_vicinity *v, uint32_t feats)
{
    uint32_t rows[AHD_REFINE_CLUES * 2], pos = v->near[2].pos, early = 0;
    uint32_t count = ahd_refine_clues(v, PACK_ROW_BITS, rows);

    for (uint32_t i = 0; i < AHD_REFINE_FIELDS; i++)
        if (ahd_refine_fields[i].late == 0 &&
            ahd_refine_fields[i].of >> pos & 1)
            early |= field_of(&ahd_refine_fields[i], feats)
                     << ahd_refine_fields[i].at;
    uint32_t more =
        ahd_refine_late_clues(v, early, PACK_ROW_BITS, rows + count);
    uint32_t *kept = keep(rows, count + more);
    for (uint32_t i = 0; i < AHD_REFINE_FIELDS; i++) {
        const ahd_refine_field *f = &ahd_refine_fields[i];
        uint32_t value = field_of(f, feats);
        if (f->of >> pos & 1 && value < f->values)
            ask(kept, f->late ? count + more : count, f->lane, f->values,
                value);
    }
}

static void ask_clitics(const ahd_vicinity *v, const gold_word *words)
{
    const ahd_split *s = &v->near[2].word->splits[v->near[2].split];
    uint32_t rows[AHD_REFINE_CLUES];

    for (uint32_t i = 0; i < s->pros; i++) {
        uint32_t count = ahd_refine_clitic_clues(v, i, PACK_ROW_BITS, rows);
        ask(keep(rows, count), count, 0, AHD_POS_COUNT, words[i].pos);
    }
}

void refine_note(treebank *bank, const gold_sentence *s, uint32_t first,
                 const ahd_decided *decided, uint32_t count)
{
    the.bank = bank;
    for (uint32_t i = 0; i < count; i++) {
        const gold_token *t = &s->tokens[first + i];
        ahd_vicinity v = {{{0}}};
        if (decided[i].word == NULL)
            continue;
        for (uint32_t k = 0; k < AHD_REFINE_NEAR; k++)
            if (i + k >= 2 && i + k - 2 < count)
                v.near[k] = decided[i + k - 2];
        ask_feats(&v, decided[i].feats);
        ask_clitics(&v, &s->words.items[t->first]);
    }
}

static void reward(const question *q, uint32_t lane, int by)
{
    for (uint32_t i = 0; i < q->row_count; i++) {
        the.now[q->rows[i]][lane] += by;
        the.sum[q->rows[i]][lane] += by * the.time;
    }
}

static bool answer(const question *q)
{
    int64_t sums[LANES] = {0};
    uint32_t best = q->first, right = q->first + (uint32_t)q->right;

    for (uint32_t i = 0; i < q->row_count; i++)
        for (uint32_t k = q->first; k < (uint32_t)q->first + q->count; k++)
            sums[k] += the.now[q->rows[i]][k];
    for (uint32_t k = q->first; k < (uint32_t)q->first + q->count; k++)
        if (sums[k] > sums[best])
            best = k;
    the.time += 1;
    if (best == right)
        return true;
    reward(q, right, STEP);
    reward(q, best, -STEP);
    return false;
}

void refine_learn(treebank *bank, pack *out)
{
    the.now =
        ahd_arena_alloc(bank->arena, sizeof *the.now, 1u << PACK_ROW_BITS);
    the.sum =
        ahd_arena_alloc(bank->arena, sizeof *the.sum, 1u << PACK_ROW_BITS);
    for (uint32_t i = 0; i < 1u << PACK_ROW_BITS; i++)
        for (uint32_t k = 0; k < LANES; k++)
            the.now[i][k] = (int32_t)lrint(out->rows[i].lanes[k] / SCALE);
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t wrong = 0;
        for (uint32_t i = 0; i < the.questions.count; i++)
            wrong += !answer(&the.questions.items[i]);
        fprintf(stderr, "features, round %d: %u of %u wrong\n", round + 1,
                wrong, the.questions.count);
    }
    for (uint32_t i = 0; i < 1u << PACK_ROW_BITS; i++)
        for (uint32_t k = 0; k < LANES; k++) {
            double mean = the.now[i][k] - the.sum[i][k] / (the.time + 1);
            double all = mean * SCALE;
            all = all > 127 ? 127 : all < -127 ? -127 : all;
            out->rows[i].lanes[k] = (int8_t)lrint(all);
        }
}
