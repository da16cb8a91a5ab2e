#include "lang/affinity.h"

static uint32_t place_of(const ahd_affinity_head *head, uint32_t prep)
{
    uint32_t i = 0;

    while (i < AHD_AFFINITY_PREPS && head->preps[i] != prep)
        i++;
    return i;
}

int ahd_affinity_of(const ahd_lexica *lang, uint32_t word, uint32_t prep)
{
    const ahd_affinity_head *head = lang->tables[AHD_LANG_PREPS].rows;
    const ahd_affinity_slot *slots = (const ahd_affinity_slot *)(head + 1);

    if (lang->tables[AHD_LANG_PREPS].bytes < sizeof *head || word == 0)
        return AHD_AFFINITY_UNKNOWN;
    uint32_t which = place_of(head, prep);
    if (which == AHD_AFFINITY_PREPS)
        return AHD_AFFINITY_UNKNOWN;
    for (uint32_t i = word; slots[i & (head->slots - 1)].word != 0; i++)
        if (slots[i & (head->slots - 1)].word == word)
            return slots[i & (head->slots - 1)].likes[which];
    return AHD_AFFINITY_UNKNOWN;
}
