#include "lang/fold.h"

#include "base/utf8.h"

typedef struct range {
    uint32_t from, to;
} range;

static bool in(const range *ranges, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].from && c <= ranges[i].to)
            return true;
    return false;
}

#define IN(ranges, c) in((ranges), sizeof(ranges) / sizeof *(ranges), (c))

/* Vowels, Quranic marks, tatweel, and what is never seen: bidi controls,
 * joiners, soft hyphen, the byte order mark. */
static bool is_dropped(uint32_t c)
{
    static const range dropped[] = {
        {0x64B, 0x65F}, {0x640, 0x640},   {0x670, 0x670},   {0x610, 0x61A},
        {0x6D6, 0x6ED}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2069},
        {0x61C, 0x61C}, {0xFEFF, 0xFEFF}, {0xAD, 0xAD},     {0x300, 0x36F},
    };
    return c >= 0xAD && IN(dropped, c);
}

static uint32_t fold_arabic(uint32_t c)
{
    switch (c) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
        return 0x627; /* alef */
    case 0x649:
    case 0x6CC:
    case 0x626:
        return 0x64A; /* ya */
    case 0x629:
    case 0x6C1:
    case 0x6D5:
        return 0x647; /* ha */
    case 0x624:
        return 0x648; /* waw */
    case 0x6A9:
        return 0x643; /* kaf */
    default:
        return c;
    }
}

/* Presentation forms B: the letters in their order, how many shapes each. */
static uint32_t fold_presentation(uint32_t c)
{
    static const struct {
        uint16_t letter, shapes;
    } forms[] = {
        {0x621, 1}, {0x622, 2}, {0x623, 2}, {0x624, 2}, {0x625, 2}, {0x626, 4},
        {0x627, 2}, {0x628, 4}, {0x629, 2}, {0x62A, 4}, {0x62B, 4}, {0x62C, 4},
        {0x62D, 4}, {0x62E, 4}, {0x62F, 2}, {0x630, 2}, {0x631, 2}, {0x632, 2},
        {0x633, 4}, {0x634, 4}, {0x635, 4}, {0x636, 4}, {0x637, 4}, {0x638, 4},
        {0x639, 4}, {0x63A, 4}, {0x641, 4}, {0x642, 4}, {0x643, 4}, {0x644, 4},
        {0x645, 4}, {0x646, 4}, {0x647, 4}, {0x648, 2}, {0x649, 2}, {0x64A, 4},
    };
    uint32_t at = 0xFE80;

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (c < at + forms[i].shapes)
            return fold_arabic(forms[i].letter);
        at += forms[i].shapes;
    }
    return c;
}

/* The ligatures of lam and alef, in all their shapes. */
static bool is_lam_alef(uint32_t c)
{
    return c >= 0xFEF5 && c <= 0xFEFC;
}

uint32_t ahd_fold_char(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (is_dropped(c))
        return 0;
    if (c >= 0x660 && c <= 0x669)
        return c - 0x660 + '0';
    if (c >= 0x6F0 && c <= 0x6F9)
        return c - 0x6F0 + '0';
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
        return c + 32;
    if (c == 0x2019 || c == 0x2BC)
        return '\'';
    if (c >= 0xFE80 && c < 0xFEF5)
        return fold_presentation(c);
    return fold_arabic(c);
}

ahd_str ahd_fold(ahd_arena *arena, ahd_str s)
{
    char *out = ahd_arena_alloc(arena, 1, s.len * 2 + 4);
    size_t len = 0;

    for (size_t at = 0; at < s.len;) {
        uint32_t c = ahd_fold_char(ahd_utf8_next(s, &at));
        if (is_lam_alef(c)) {
            len += ahd_utf8_write(0x644, out + len);
            c = 0x627;
        }
        if (c != 0)
            len += ahd_utf8_write(c, out + len);
    }
    return (ahd_str){out, len};
}

bool ahd_fold_is_space(uint32_t c)
{
    static const range spaces[] = {
        {0x9, 0xD},       {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
        {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
        {0x205F, 0x205F}, {0x3000, 0x3000},
    };
    return IN(spaces, c);
}

bool ahd_fold_is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
           (c >= 0x6F0 && c <= 0x6F9);
}

bool ahd_fold_is_arabic(uint32_t c)
{
    static const range letters[] = {
        {0x610, 0x61A}, {0x620, 0x65F}, {0x66E, 0x6D3},   {0x6D5, 0x6EF},
        {0x6FA, 0x6FF}, {0x750, 0x77F}, {0xFB50, 0xFDFD}, {0xFE70, 0xFEFC},
    };
    return IN(letters, c);
}

bool ahd_fold_is_word(uint32_t c)
{
    static const range others[] = {
        {0x80, 0xA9},     {0xAB, 0xAC},     {0xAE, 0xB4},     {0xB6, 0xB9},
        {0xBB, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x60C, 0x60D},
        {0x61B, 0x61B},   {0x61D, 0x61F},   {0x66A, 0x66D},   {0x6D4, 0x6D4},
        {0x2010, 0x2027}, {0x2030, 0x205E}, {0x20A0, 0x2BFF}, {0x3000, 0x3020},
        {0xFD3E, 0xFD3F}, {0xE000, 0xF8FF}, {0xFE10, 0xFE6F}, {0xFF00, 0xFF20},
        {0xFFF0, 0xFFFF},
    };
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (c >= '0' && c <= '9');
    if (ahd_fold_is_arabic(c))
        return true;
    return !ahd_fold_is_space(c) && !IN(others, c);
}
