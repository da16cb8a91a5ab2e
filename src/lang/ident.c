#include "lang/ident.h"

#include "base/utf8.h"

const ahd_ident_table *ahd_ident_open(const ahd_lexica *lang)
{
    const ahd_lang_table *section = &lang->tables[AHD_LANG_IDENT];

    return section->bytes > 0 ? section->rows : NULL;
}

const ahd_ident_row *ahd_ident_find(const ahd_ident_table *table, uint32_t hash)
{
    uint32_t mask = table->slots - 1, slot = (hash ^ hash >> 16) & mask;

    while (table->rows[slot].hash != 0 && table->rows[slot].hash != hash)
        slot = (slot + 1) & mask;
    return &table->rows[slot];
}

const ahd_ident_row *ahd_ident_word(const ahd_ident_table *table, ahd_str word)
{
    uint32_t hash = AHD_IDENT_WORD;

    for (size_t at = 0; at < word.len;) {
        uint32_t c = ahd_utf8_next(word, &at);
        uint32_t letter = ahd_ident_spell(ahd_letter_of(c), c);
        if (letter != 0)
            hash = ahd_ident_step(hash, letter);
    }
    return ahd_ident_find(table, hash);
}
