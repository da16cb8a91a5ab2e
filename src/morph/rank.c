#include "morph/rank.h"

/* A way through the words so far. */
typedef struct path {
    int32_t score;
    uint8_t that, before; /* tags of the last two segments */
    uint8_t option, back; /* of this word; of the word before */
} path;

typedef struct beam {
    path paths[AHD_RANK_BEAM];
    uint32_t count;
} beam;

static uint8_t clitic_tag(uint32_t letter)
{
    switch (letter) {
    case 0x648: /* و */
    case 0x641: /* ف */
        return AHD_TAG_JOIN;
    case 0x633: /* س */
    case 0x623: /* أ */
        return AHD_TAG_PARTICLE;
    default:
        return AHD_TAG_BEFORE;
    }
}

ahd_option ahd_rank_option(const ahd_choices *word, uint32_t split,
                           uint32_t pos)
{
    const ahd_split *s = &word->splits[split];
    ahd_option option = {.split = (uint8_t)split, .pos = (uint8_t)pos};

    for (uint32_t i = 0; i < s->pros && i + 2 < AHD_OPTION_TAGS; i++)
        option.tags[option.count++] = clitic_tag(word->letters.bare[i]);
    option.tags[option.count++] = (uint8_t)pos;
    if (s->end < word->letters.count)
        option.tags[option.count++] = AHD_TAG_PRONOUN;
    return option;
}

uint32_t ahd_rank_options(const ahd_choices *word, ahd_option *out,
                          uint32_t most)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < word->count; i++)
        for (uint32_t pos = 0; pos < AHD_POS_COUNT && count < most; pos++)
            if (word->splits[i].allowed >> pos & 1)
                out[count++] = ahd_rank_option(word, i, pos);
    return count;
}

/* Keeps the best path of those that look the same to what follows, and the
 * best AHD_RANK_BEAM of all. */
static void keep(beam *b, path p)
{
    uint32_t worst = 0;

    for (uint32_t i = 0; i < b->count; i++) {
        path *old = &b->paths[i];
        if (old->that == p.that && old->before == p.before) {
            if (p.score > old->score)
                *old = p;
            return;
        }
        if (old->score < b->paths[worst].score)
            worst = i;
    }
    if (b->count < AHD_RANK_BEAM)
        b->paths[b->count++] = p;
    else if (p.score > b->paths[worst].score)
        b->paths[worst] = p;
}

static path extend(const int16_t *after, path p, const ahd_option *option)
{
    p.score += option->score;
    for (uint32_t i = 0; i < option->count; i++) {
        uint32_t tag = option->tags[i];
        p.score +=
            after[(p.that * AHD_WEIGHTS_TAGS + p.before) * AHD_WEIGHTS_TAGS +
                  tag];
        p.that = p.before;
        p.before = (uint8_t)tag;
    }
    return p;
}

static void step(const int16_t *after, const beam *from, const ahd_ranked *word,
                 beam *to)
{
    to->count = 0;
    for (uint32_t i = 0; i < from->count; i++)
        for (uint32_t k = 0; k < word->count; k++) {
            path p = extend(after, from->paths[i], &word->options[k]);
            p.option = (uint8_t)k;
            p.back = (uint8_t)i;
            keep(to, p);
        }
}

static uint32_t best_end(const int16_t *after, const beam *b)
{
    static const ahd_option edge = {.tags = {AHD_TAG_EDGE}, .count = 1};
    uint32_t best = 0;
    int32_t score = INT32_MIN;

    for (uint32_t i = 0; i < b->count; i++) {
        path p = extend(after, b->paths[i], &edge);
        if (p.score > score) {
            score = p.score;
            best = i;
        }
    }
    return best;
}

void ahd_rank_choose(const int16_t *after, ahd_ranked *words, uint32_t count)
{
    beam beams[AHD_RANK_WORDS + 1];

    beams[0].paths[0] = (path){0, AHD_TAG_EDGE, AHD_TAG_EDGE, 0, 0};
    beams[0].count = 1;
    for (uint32_t i = 0; i < count; i++)
        step(after, &beams[i], &words[i], &beams[i + 1]);
    uint32_t at = best_end(after, &beams[count]);
    for (uint32_t i = count; i > 0; i--) {
        const path *p = &beams[i].paths[at];
        words[i - 1].chosen = p->option;
        at = p->back;
    }
}
