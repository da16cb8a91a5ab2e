#include "creditword.h"

#include "base/utf8.h"

#include <string.h>

enum {
    FOLDED_BYTES = 48, /* of the longest phrase, and more */
    PHRASE_WORDS = 4,
};

static const struct {
    const char *name;
    ahd_creditword kind;
} kinds[] = {
    {"month", AHD_CREDITWORD_MONTH},
    {"hijri", AHD_CREDITWORD_HIJRI},
    {"solar", AHD_CREDITWORD_SOLAR},
    {"published", AHD_CREDITWORD_PUBLISHED},
    {"updated", AHD_CREDITWORD_UPDATED},
    {"never", AHD_CREDITWORD_NEVER},
    {"link", AHD_CREDITWORD_LINK},
    {"by", AHD_CREDITWORD_BY},
    {"nobody", AHD_CREDITWORD_NOBODY},
};

/* The letters U+00C0 to U+017F without their accents; '.' is no letter. */
static const char latin[] =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* Greek letters with an accent, and what they are without. */
static const uint16_t greek[][2] = {
    {0x390, 0x3B9}, {0x3AA, 0x3B9}, {0x3AB, 0x3C5}, {0x3AC, 0x3B1},
    {0x3AD, 0x3B5}, {0x3AE, 0x3B7}, {0x3AF, 0x3B9}, {0x3B0, 0x3C5},
    {0x3C2, 0x3C3}, {0x3CA, 0x3B9}, {0x3CB, 0x3C5}, {0x3CC, 0x3BF},
    {0x3CD, 0x3C5}, {0x3CE, 0x3C9}, {0x386, 0x3B1}, {0x388, 0x3B5},
    {0x389, 0x3B7}, {0x38A, 0x3B9}, {0x38C, 0x3BF}, {0x38E, 0x3C5},
    {0x38F, 0x3C9},
};

static uint32_t fold_greek(uint32_t c)
{
    for (size_t i = 0; i < sizeof greek / sizeof *greek; i++)
        if (greek[i][0] == c)
            return greek[i][1];
    return c >= 0x391 && c <= 0x3A9 ? c + 32 : c;
}

/* 0: the character shows nothing, or only how a word is spoken. */
static uint32_t fold_arabic(uint32_t c)
{
    switch (c) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
        return 0x627;
    case 0x649:
    case 0x6CC:
        return 0x64A;
    case 0x6A9:
        return 0x643;
    case 0x640:
        return 0;
    default:
        return c >= 0x64B && c <= 0x652 ? 0 : c;
    }
}

static uint32_t fold(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xC0 && c <= 0x17F)
        return (unsigned char)latin[c - 0xC0];
    if (c >= 0x370 && c < 0x400)
        return fold_greek(c);
    if (c >= 0x400 && c < 0x430)
        return c < 0x410 ? c + 80 : c + 32;
    if (c >= 0x622 && c <= 0x6CC)
        return fold_arabic(c);
    return c >= 0x200B && c <= 0x200F ? 0 : c;
}

/* Signs of year, month and day, in Chinese characters and in Hangul. */
static bool is_unit(uint32_t c)
{
    return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0xB144 ||
           c == 0xC6D4 || c == 0xC77C;
}

bool ahd_creditword_letter(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    if (c < 0xC0)
        return c == 0xA9 || c == 0xAA || c == 0xBA;
    if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9))
        return false;
    return c != 0xD7 && c != 0xF7 && c != 0x60C && c != 0x61B && c != 0x61F &&
           c != 0x6D4 && (c < 0x200E || c > 0x206F) && c != 0x200B &&
           (c < 0x3000 || c > 0x303F) && (c < 0xFF00 || c > 0xFF20) &&
           c != 0xFFFD && !is_unit(c);
}

/* The words from `at` on, folded; where each ends in the text and there. */
typedef struct phrase {
    char bytes[FOLDED_BYTES + 4];
    size_t len, count;
    size_t ends[PHRASE_WORDS], text_ends[PHRASE_WORDS];
} phrase;

static void fold_word(phrase *p, ahd_str text, size_t *at)
{
    while (*at < text.len && p->len <= FOLDED_BYTES) {
        size_t next = *at;
        uint32_t c = ahd_utf8_next(text, &next);
        if (!ahd_creditword_letter(c))
            return;
        c = fold(c);
        if (c != 0)
            p->len += ahd_utf8_write(c, p->bytes + p->len);
        *at = next;
    }
}

/* One mark or a run of white space may stand between two words. */
static bool fold_gap(phrase *p, ahd_str text, size_t *at)
{
    char mark = *at < text.len ? text.ptr[*at] : '\0';

    if (mark != ' ' && mark != '.' && mark != '-')
        return false;
    ++*at;
    p->bytes[p->len++] = mark;
    size_t next = *at;
    return next < text.len && ahd_creditword_letter(ahd_utf8_next(text, &next));
}

static void fold_phrase(phrase *p, ahd_str text, size_t at)
{
    p->len = p->count = 0;
    do {
        fold_word(p, text, &at);
        if (p->len > FOLDED_BYTES)
            return;
        p->ends[p->count] = p->len;
        p->text_ends[p->count++] = at;
    } while (p->count < PHRASE_WORDS && fold_gap(p, text, &at) &&
             p->len <= FOLDED_BYTES);
}

/* The first row that is not below `form`. */
static size_t place_of(const ahd_page_in *in, ahd_str form)
{
    size_t low = 0, high = in->credit_word_count;
    unsigned char first = form.len > 0 ? (unsigned char)form.ptr[0] : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        ahd_str row = in->credit_words[middle].form;
        unsigned char other = row.len > 0 ? (unsigned char)row.ptr[0] : 0;
        if (first < other || (first == other && ahd_str_cmp(form, row) <= 0))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Does any row begin with `word`? Most words are in none. */
static bool begins_any(const ahd_page_in *in, ahd_str word)
{
    size_t at = place_of(in, word);

    return at < in->credit_word_count &&
           ahd_str_starts(in->credit_words[at].form, word);
}

static const ahd_credit_word *find(const ahd_page_in *in, ahd_str form)
{
    size_t at = place_of(in, form);

    return at < in->credit_word_count &&
                   ahd_str_eq(in->credit_words[at].form, form)
               ? &in->credit_words[at]
               : NULL;
}

static ahd_creditword kind_of(ahd_str name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ahd_str_is(name, kinds[i].name))
            return kinds[i].kind;
    return AHD_CREDITWORD_NONE;
}

ahd_creditword ahd_creditword_at(const ahd_page_in *in, ahd_str text,
                                 size_t *at, uint32_t *value)
{
    phrase p;

    fold_phrase(&p, text, *at);
    bool known = p.count > 0 && begins_any(in, (ahd_str){p.bytes, p.ends[0]});
    for (size_t i = known ? p.count : 0; i-- > 0;) {
        const ahd_credit_word *row = find(in, (ahd_str){p.bytes, p.ends[i]});
        if (row == NULL)
            continue;
        *at = p.text_ends[i];
        *value = row->value;
        return kind_of(row->kind);
    }
    while (*at < text.len) {
        size_t next = *at;
        if (!ahd_creditword_letter(ahd_utf8_next(text, &next)))
            break;
        *at = next;
    }
    return AHD_CREDITWORD_NONE;
}
