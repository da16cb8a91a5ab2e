#include "tagger/labels.h"

#include <string.h>

enum { LABELS = AHD_LABELS, EDGE = AHD_LABEL_EDGE, LOWEST = -12000 };

/* -------------------------------------------------------------- the best row
 */

/* The best way to each label over those before; the best of all is 0, so that
 * 16 bits do for any sentence. */
static void best_step(const int16_t (*after)[AHD_NAME_LABELS],
                      const int16_t *best, const int16_t *scores, int16_t *next)
{
    int16_t to[LABELS], most = INT16_MIN;

    for (int k = 0; k < LABELS; k++)
        to[k] = INT16_MIN;
    for (int before = 0; before < LABELS; before++)
        for (int k = 0; k < LABELS; k++) {
            int16_t score = (int16_t)(best[before] + after[before][k]);
            to[k] = score > to[k] ? score : to[k];
        }
    for (int k = 0; k < LABELS; k++) {
        to[k] = (int16_t)(to[k] + scores[k]);
        most = to[k] > most ? to[k] : most;
    }
    for (int k = 0; k < LABELS; k++) {
        int score = to[k] - most;
        next[k] = (int16_t)(score < LOWEST ? LOWEST : score);
    }
}

static uint8_t best_before(const int16_t (*after)[AHD_NAME_LABELS],
                           const int16_t *best, uint32_t label)
{
    uint8_t found = 0;

    for (uint32_t k = 1; k < LABELS; k++)
        if (best[k] + after[k][label] > best[found] + after[found][label])
            found = (uint8_t)k;
    return found;
}

void ahd_labels_choose(const ahd_name_head *head,
                       const ahd_label_scores *scores, uint32_t count,
                       uint8_t *labels)
{
    int16_t best[AHD_LABEL_WORDS][LABELS];
    uint32_t label = EDGE;

    if (count == 0)
        return;
    for (int k = 0; k < LABELS; k++)
        best[0][k] = (int16_t)(scores[0].lanes[k] + head->after[EDGE][k]);
    for (uint32_t i = 1; i < count; i++)
        best_step(head->after, best[i - 1], scores[i].lanes, best[i]);
    for (uint32_t i = count; i > 0; i--)
        label = labels[i - 1] = best_before(head->after, best[i - 1], label);
}

/* ----------------------------------------------------------------- how sure */

static float factor(const ahd_name_head *head, int32_t below)
{
    return below < AHD_NAME_EXPS ? head->exps[below] : 0;
}

void ahd_labels_prepare(const ahd_name_head *head, ahd_label_sums *sums)
{
    int32_t most = 0;

    for (int i = 0; i < (LABELS + 1) * (LABELS + 1); i++) {
        int32_t one = head->after[i / (LABELS + 1)][i % (LABELS + 1)];
        most = one > most ? one : most;
    }
    for (int before = 0; before <= EDGE; before++)
        for (int label = 0; label <= EDGE; label++)
            sums->pairs[before][label] = sums->back[label][before] =
                factor(head, most - head->after[before][label]);
}

/* Scaled to a sum of 1: only ratios count. */
static void level(float row[LABELS])
{
    float all = 1e-30f;

    for (int k = 0; k < LABELS; k++)
        all += row[k];
    for (int k = 0; k < LABELS; k++)
        row[k] /= all;
}

static void set_words(const ahd_name_head *head, const ahd_label_scores *scores,
                      uint32_t count, ahd_label_sums *sums)
{
    for (uint32_t i = 0; i < count; i++) {
        int32_t most = INT16_MIN;
        for (int k = 0; k < LABELS; k++)
            most = scores[i].lanes[k] > most ? scores[i].lanes[k] : most;
        for (int k = 0; k < LABELS; k++)
            sums->words[i][k] = factor(head, most - scores[i].lanes[k]);
    }
}

/* The sums of a word by those of the word before. */
static void step(const ahd_label_sums *s, const float *from, uint32_t word,
                 float *to)
{
    float all[LABELS] = {0};

    for (int before = 0; before < LABELS; before++)
        for (int label = 0; label < LABELS; label++)
            all[label] += from[before] * s->pairs[before][label];
    for (int k = 0; k < LABELS; k++)
        to[k] = all[k] * s->words[word][k];
}

static void step_back(const ahd_label_sums *s, uint32_t word, float *to)
{
    float all[LABELS] = {0};

    for (int k = 0; k < LABELS; k++) {
        float here = s->words[word][k] * s->after[word][k];
        for (int before = 0; before < LABELS; before++)
            all[before] += s->back[k][before] * here;
    }
    memcpy(to, all, sizeof all);
}

void ahd_labels_sum(const ahd_name_head *head, const ahd_label_scores *scores,
                    uint32_t count, ahd_label_sums *s)
{
    s->count = count;
    if (count == 0)
        return;
    set_words(head, scores, count, s);
    for (int k = 0; k < LABELS; k++) {
        s->before[0][k] = s->pairs[EDGE][k] * s->words[0][k];
        s->after[count - 1][k] = s->pairs[k][EDGE];
    }
    level(s->before[0]);
    for (uint32_t i = 1; i < count; i++) {
        step(s, s->before[i - 1], i, s->before[i]);
        level(s->before[i]);
    }
    for (uint32_t i = count - 1; i > 0; i--) {
        step_back(s, i, s->after[i - 1]);
        level(s->after[i - 1]);
    }
}

/* Which part of what follows the last word of a name does not go on with it. */
static float ended(const ahd_label_sums *s, uint32_t label, uint32_t end)
{
    uint32_t goes_on = label | AHD_LABEL_GOES_ON;
    float all = 0, longer = 0;

    if (end == s->count)
        return 1;
    for (uint32_t k = 0; k < LABELS; k++) {
        float one = s->pairs[label][k] * s->words[end][k] * s->after[end][k];
        all += one;
        longer += k == goes_on ? one : 0;
    }
    return all > 0 ? 1 - longer / all : 0;
}

float ahd_labels_sure(const ahd_label_sums *s, const uint8_t *labels,
                      uint32_t first, uint32_t end)
{
    float all[LABELS], every = 0, row;
    uint32_t last = labels[end - 1];

    memcpy(all, s->before[first], sizeof all);
    row = all[labels[first]];
    for (uint32_t i = first + 1; i < end; i++) {
        row *= s->pairs[labels[i - 1]][labels[i]] * s->words[i][labels[i]];
        step(s, all, i, all);
    }
    for (int k = 0; k < LABELS; k++)
        every += all[k] * s->after[end - 1][k];
    row *= s->after[end - 1][last] * ended(s, last, end);
    return every > 0 ? row / every : 0;
}
