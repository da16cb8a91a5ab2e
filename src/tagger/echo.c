#include "tagger/echo.h"

/* Words that may be of a name. */
static bool counts(const ahd_first_look *word)
{
    const uint32_t may = 1 << AHD_POS_NOUN | 1 << AHD_POS_PROPN |
                         1 << AHD_POS_ADJ | 1 << AHD_POS_VERB | 1 << AHD_POS_X;

    return word->bare != 0 && (may >> word->pos & 1);
}

static ahd_echo_slot *slot_of(const ahd_echo *echo, const ahd_first_look *word)
{
    uint32_t at = (uint32_t)(word->bare >> 24) & echo->mask;

    while (echo->slots[at].word != 0 && echo->slots[at].word != word->bare)
        at = (at + 1) & echo->mask;
    return &echo->slots[at];
}

ahd_echo ahd_echo_of_all(ahd_arena *arena, const ahd_first_look *words,
                         uint32_t count)
{
    uint32_t slots = 64;

    while (slots < count + count / 2)
        slots *= 2;
    ahd_echo echo = {ahd_new(arena, ahd_echo_slot, slots), slots - 1};
    for (uint32_t i = 0; i < count; i++) {
        if (!counts(&words[i]))
            continue;
        ahd_echo_slot *slot = slot_of(&echo, &words[i]);
        slot->word = words[i].bare;
        slot->times[words[i].label] += slot->times[words[i].label] < UINT8_MAX;
    }
    return echo;
}

static uint32_t some(uint32_t times)
{
    return times < 2 ? times : times < 4 ? 2 : 3;
}

uint32_t ahd_echo_of(const ahd_echo *echo, const ahd_first_look *word)
{
    uint32_t best = 0, most = 0, out;

    if (!counts(word))
        return 0;
    const ahd_echo_slot *slot = slot_of(echo, word);
    for (uint32_t k = 0; k < AHD_LABEL_OTHER; k++) {
        uint32_t times = slot->times[k] - (uint32_t)(k == word->label);
        if (times > most) {
            most = times;
            best = k;
        }
    }
    out = slot->times[AHD_LABEL_OUT] + slot->times[AHD_LABEL_OTHER] -
          (uint32_t)!ahd_label_is_named(word->label);
    return most == 0 ? some(out)
                     : 4 + (best * 4 + some(most)) * 3 +
                           (out == 0     ? 0
                            : out < most ? 1
                                         : 2);
}
