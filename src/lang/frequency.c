#include "lang/frequency.h"

bool ahd_frequency_open(const ahd_lexica *lang, ahd_frequencies *out)
{
    const ahd_lang_table *table = &lang->tables[AHD_LANG_FREQUENCY];

    *out = (ahd_frequencies){.slots = table->rows};
    while ((sizeof *out->slots << (out->bits + 1)) <= table->bytes)
        out->bits++;
    return table->bytes >= sizeof *out->slots;
}

ahd_frequency ahd_frequency_find(const ahd_frequencies *forms, uint64_t key)
{
    uint32_t mask = (1u << forms->bits) - 1;
    uint32_t tag = (uint32_t)(key >> 32) | 1;

    if (forms->slots == NULL)
        return (ahd_frequency){0};
    for (uint32_t i = (uint32_t)key & mask; forms->slots[i].key != 0;
         i = (i + 1) & mask)
        if (forms->slots[i].key == tag)
            return forms->slots[i];
    return (ahd_frequency){0};
}
