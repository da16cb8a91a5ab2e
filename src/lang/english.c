#include "lang/english.h"

#include <string.h>

uint64_t ahd_english_hash(ahd_str s)
{
    uint64_t hash = s.len;

    for (; s.len >= 8; s.ptr += 8, s.len -= 8) {
        uint64_t eight;
        memcpy(&eight, s.ptr, 8);
        hash = (hash ^ eight) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    uint64_t rest = 0;
    for (size_t i = 0; i < s.len; i++)
        rest = rest << 8 | (unsigned char)s.ptr[i];
    hash = (hash ^ rest) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

ahd_english ahd_english_open(const ahd_lexica *lang)
{
    const ahd_lang_table *table = &lang->tables[AHD_LANG_ENGLISH];
    const ahd_english_header *header = table->rows;
    const char *start = table->rows;

    if (table->bytes < sizeof *header || header->bytes != table->bytes)
        return (ahd_english){0};
    return (ahd_english){.slots = (const void *)(start + header->slots_at),
                         .words = (const void *)(start + header->words_at),
                         .rows = (const void *)(start + header->rows_at),
                         .names = start + header->names_at,
                         .slot_bits = header->slot_bits};
}

ahd_str ahd_english_name(const ahd_english *e, uint32_t word)
{
    return (ahd_str){e->names + e->words[word].name, e->words[word].len};
}

uint32_t ahd_english_find(const ahd_english *e, ahd_str s)
{
    const uint32_t index = (1u << AHD_ENGLISH_INDEX_BITS) - 1;

    if (e->slots == NULL || s.len == 0 || s.len > AHD_ENGLISH_LONGEST)
        return AHD_ENGLISH_NONE;
    uint64_t hash = ahd_english_hash(s);
    uint32_t mask = (1u << e->slot_bits) - 1;
    uint32_t check = (uint32_t)(hash >> 32) & ~index;
    for (uint32_t i = (uint32_t)hash & mask; e->slots[i] != 0;
         i = (i + 1) & mask) {
        uint32_t slot = e->slots[i];
        if ((slot & ~index) == check &&
            ahd_str_eq(ahd_english_name(e, (slot & index) - 1), s))
            return (slot & index) - 1;
    }
    return AHD_ENGLISH_NONE;
}
