#include "lang/grammar.h"

enum { PAGES = 3, LETTERS = 64 };

/* Arabic letters that count as another, by the second of their two bytes; the
 * rest count as themselves. */
static const uint16_t arabic[PAGES][LETTERS] = {
    /* D8: alefs with hamza or madda, ta marbuta as ha */
    {[0x22] = 0xD8A7, [0x23] = 0xD8A7, [0x25] = 0xD8A7, [0x29] = 0xD987},
    /* D9: ya without dots, alef wasla */
    {[0x09] = 0xD98A, [0x31] = 0xD8A7},
    /* DA: Persian kaf */
    {[0x29] = 0xD983}};

static bool is_silent(unsigned char lead, unsigned char next)
{
    return lead == 0xD9 &&
           (next == 0x80 || (next >= 0x8B && next <= 0x9F) || next == 0xB0);
}

/* What the letter of two bytes counts as. */
static uint32_t letter_of(unsigned char lead, unsigned char next)
{
    uint32_t same = 0;

    if (lead >= 0xD8 && lead < 0xD8 + PAGES && next >= 0x80 && next < 0xC0)
        same = arabic[lead - 0xD8][next - 0x80];
    return same ? same : (uint32_t)lead << 8 | next;
}

static uint64_t mix(uint64_t hash, uint32_t letter)
{
    return (hash ^ letter) * 0x9E3779B97F4A7C15u;
}

uint64_t ahd_grammar_key(ahd_grammar_part part, ahd_str word)
{
    const unsigned char *at = (const unsigned char *)word.ptr;
    const unsigned char *end = at + word.len;
    uint64_t hash = 0xCBF29CE484222325u + part;

    while (at < end) {
        unsigned char c = *at++;
        if (c >= 'A' && c <= 'Z') {
            hash = mix(hash, c | 0x20u);
        } else if (c < 0xC0 || at == end) {
            hash = mix(hash, c);
        } else {
            if (!is_silent(c, *at))
                hash = mix(hash, letter_of(c, *at));
            at++;
        }
    }
    hash ^= hash >> 29;
    return hash ? hash : 1;
}

uint32_t ahd_grammar_classes(const ahd_lexica *lang, uint64_t key)
{
    ahd_lang_table table = lang->tables[AHD_LANG_GRAMMAR];
    const ahd_grammar_slot *slots = table.rows;
    uint32_t mask = table.bytes / (uint32_t)sizeof *slots - 1;

    if (table.bytes < sizeof *slots)
        return 0;
    for (uint32_t at = (uint32_t)(key >> 32) & mask; slots[at].key != 0;
         at = (at + 1) & mask)
        if (slots[at].key == key)
            return slots[at].classes;
    return 0;
}
